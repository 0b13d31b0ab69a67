import { dirname, join, relative } from 'node:path'
import { capturedInstant, publishedDay } from '@whipcount/collector'
import { claimDefinitions, Failure, isDay } from '@whipcount/events'
import { createDatabaseIfMissing, type DeadLetterFilter } from '@whipcount/read-store'
import { createLogger } from '@whipcount/service-kit'
import { Command, CommanderError } from 'commander'
import { loadChallenge, shippedChallenges } from './challenge-source.ts'
import { addArticle } from './commands/article.ts'
import { addBackup } from './commands/backup.ts'
import { checkChallenge, checkText, initChallenge } from './commands/challenge.ts'
import { addCorrections } from './commands/corrections.ts'
import { addDiff } from './commands/diff.ts'
import { addErase } from './commands/erase.ts'
import { addFeed, feedAddress, feedAsked, feedsText, removeFeed } from './commands/feeds.ts'
import { ingest } from './commands/ingest.ts'
import { addProjections } from './commands/projections.ts'
import { redrive } from './commands/redrive.ts'
import { addRulesets } from './commands/rulesets.ts'
import { demonstration, start } from './commands/start.ts'
import { addUpgrade } from './commands/upgrade.ts'
import { type CliConfig, readCliConfig } from './config.ts'
import type { Asked, CommandContext, Common } from './context.ts'
import { exitCodes, exitCodesHelp, exitOf } from './exit.ts'
import { type House, type HousePlace, openHouse } from './house.ts'
import { whilePolling } from './polling.ts'
import {
  claimsText,
  countText,
  deadLettersText,
  ingestText,
  meetingsText,
  peopleText,
  personText,
  positionsText,
  redrivenText,
  signaturesText,
  statusText,
  timelineText,
  unmatchedText,
} from './terminal/answers.ts'
import { createProgress } from './terminal/progress.ts'

const claimTypes: readonly string[] = Object.keys(claimDefinitions)

/** Runs the command with its arguments and resolves to its exit code. */
export async function run(args: readonly string[]): Promise<number> {
  let code: number = exitCodes.done
  try {
    const config = readCliConfig()
    const program = createProgram(config, (set) => {
      code = set
    })
    await program.parseAsync(args, { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.usage
    const { code: failed, line } = exitOf(error)
    process.stderr.write(`${line}\n`)
    return failed
  }
}

function createProgram(config: CliConfig, exitWith: (code: number) => void): Command {
  const logger = createLogger(
    'whipcount',
    config.WHIPCOUNT_LOG_LEVEL === 'warn' ? 'error' : config.WHIPCOUNT_LOG_LEVEL,
  )
  const width = process.stdout.columns ?? 110
  const print = (text: string): void => void process.stdout.write(`${text}\n`)
  const warn = (line: string): void => void process.stderr.write(`whipcount: ${line}\n`)
  const progress = createProgress(process.stderr)

  const placeOf = (options: Common, fallback = config.WHIPCOUNT_DATA): HousePlace => {
    const { DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers } = config
    if (options.data !== undefined || (databaseUrl === null && brokers === null)) {
      return { kind: 'embedded', dataDirectory: options.data ?? fallback }
    }
    if (databaseUrl === null) {
      throw new Failure(
        'config-invalid',
        'KAFKA_BROKERS is set, but DATABASE_URL is not. Set both, or name a directory with --data.',
      )
    }
    return { kind: brokers === null ? 'postgres' : 'cluster', databaseUrl }
  }

  /** Opens the house, does the work, and closes it whatever happens. */
  const inHouse = async <Result>(
    place: HousePlace,
    work: (house: House) => Promise<Result>,
  ): Promise<Result> => {
    // The embedded log has nothing to do with a Kafka that the environment names for other commands.
    const logConfig = place.kind === 'embedded' ? { ...config, KAFKA_BROKERS: null } : config
    const house = await openHouse(place, {
      logger,
      logConfig,
      modelConfig: config,
      now: () => new Date(),
      warn,
    })
    try {
      return await work(house)
    } finally {
      await house.close()
    }
  }

  const challengeOf = (house: House, options: Asked): Promise<string> =>
    challengeAsked(house, options.challenge, {
      where: whereOf(placeOf(options)),
      demonstrationAt: demonstrationData(config),
    })

  const show: CommandContext['show'] = (options, result, text) =>
    print(options.json ? JSON.stringify(result, null, 2) : text(result))

  /** Answers a question about one challenge: as JSON, or as text for a person. */
  const answer = async <Answer>(
    options: Asked,
    ask: (
      house: House,
      challenge: string,
      asOf: { on: string | null; known: string | null },
    ) => Promise<Answer>,
    text: (answer: Answer) => string,
  ): Promise<void> => {
    for (const name of ['on', 'known'] as const) {
      const day = options[name]
      if (day !== undefined && !isDay(day))
        throw new Failure('usage', `--${name} ${day} is no day of the calendar. Write it as YYYY-MM-DD.`)
    }
    const result = await inHouse(placeOf(options), async (house) => {
      await house.settled()
      const challenge = await challengeOf(house, options)
      return ask(house, challenge, { on: options.on ?? null, known: options.known ?? null })
    })
    show(options, result, text)
  }

  const program = new Command('whipcount')
    .description(
      'Who stands where in a party-leadership challenge, from the news, with the sentence that proves it.',
    )
    .version('0.1.0')
    .exitOverride()
    .showHelpAfterError('(see whipcount --help)')
    .addHelpText('after', exitCodesHelp)

  const command = (name: string, about: string, parent = program): Command =>
    parent
      .command(name)
      .description(about)
      .option(
        '--data <directory>',
        `data directory (default ${config.WHIPCOUNT_DATA}; with DATABASE_URL set: that Postgres)`,
      )
      .option('--json', 'answer as JSON')
      .addHelpText('after', exitCodesHelp)

  const question = (name: string, about: string): Command =>
    command(name, about)
      .option('--challenge <id-or-path>', 'the challenge (needed where more than one is declared)')
      .option('--on <day>', 'what had been said or had happened by the end of that day')
      .option('--known <day>', 'what had been captured by the end of that day')

  const challenge = program.command('challenge').description('The challenges that articles are read for.')
  command(
    'declare',
    `Declares a challenge; articles that came before are read for it too. Shipped: ${shippedChallenges().join(', ')}.`,
    challenge,
  )
    .argument('<id-or-path>', 'a shipped challenge, or a folder with challenge.json')
    .action(async (source: string, options: Common) => {
      const declared = loadChallenge(source)
      await inHouse(placeOf(options), async (house) => {
        const outcome = await house.declare(declared)
        await house.settled((done, total) => progress.update(done, total, 'records'))
        progress.end()
        print(
          options.json ? JSON.stringify({ challenge: declared.id, outcome }) : `${declared.id}: ${outcome}`,
        )
      })
    })

  challenge
    .command('init')
    .description('Writes a challenge.json to begin with, which explains itself. Never overwrites one.')
    .argument('[directory]', 'the folder; its name becomes the id', '.')
    .option('--json', 'answer as JSON')
    .addHelpText('after', exitCodesHelp)
    .action((directory: string, options: Common) => {
      const path = initChallenge(directory, new Date().toISOString().slice(0, 10))
      const next = `Put your own names in, then run \`whipcount challenge check ${directory}\`.`
      print(options.json ? JSON.stringify({ path }) : `${shownPath(path)} written. ${next}`)
    })
  challenge
    .command('check')
    .description('Says what is wrong with a challenge and where, and which names could be confused.')
    .argument('<id-or-path>', 'a shipped challenge, or a folder with challenge.json')
    .option('--json', 'answer as JSON')
    .addHelpText('after', exitCodesHelp)
    .action((source: string, options: Common) => {
      const check = checkChallenge(source)
      const shown = { ...check, file: shownPath(check.file) }
      print(options.json ? JSON.stringify(shown, null, 2) : checkText(shown, width))
      if (!check.valid) exitWith(exitCodes.failed)
    })

  command('ingest', 'Takes articles in: text files, directories, JSON lines, or standard input (-).')
    .argument('<path...>')
    .option('--challenge <id-or-path>', 'declare this challenge first')
    .option('--published <day>', 'the published day of articles that do not say')
    .option(
      '--captured <time>',
      'when they were seen: an instant, a day, or `published` (the default; now where no day is known)',
    )
    .option('--outlet <name>', 'the outlet of articles that do not say')
    .action(
      async (
        paths: string[],
        options: Common & { challenge?: string; published?: string; captured?: string; outlet?: string },
      ) => {
        const captured =
          options.captured === 'published'
            ? null
            : asUsage(() => capturedInstant(options.captured, '--captured'))
        const published = asUsage(() => publishedDay(options.published, '--published'))
        const declared = options.challenge === undefined ? null : loadChallenge(options.challenge)
        const summary = await inHouse(placeOf(options), async (house) => {
          if (declared) await house.declare(declared)
          return ingest(house, paths, {
            defaults: { outlet: options.outlet ?? null, published, captured },
            stdin: process.stdin,
            progress,
            warn,
          })
        })
        print(options.json ? JSON.stringify(summary) : ingestText(summary))
        if (summary.deadLetters + summary.inPart > 0) exitWith(exitCodes.setAside)
      },
    )

  program
    .command('extract')
    .description(
      'Reads articles as JSON lines on standard input and writes the claims of each; keeps nothing.',
    )
    .requiredOption('--challenge <id-or-path>', 'the challenge to read for')
    .option('--json', 'JSON lines are the only form there is')
    .addHelpText('after', exitCodesHelp)
    .action(async (options: { challenge: string }) => {
      // The rules are a second's worth of loading that no other command needs on this thread.
      const { extract } = await import('./commands/extract.ts')
      await extract(options.challenge, process.stdin, process.stdout)
    })

  program
    .command('quotes')
    .description(
      'Reads articles as JSON lines on standard input and writes who said what in each; needs no challenge, keeps nothing.',
    )
    .option('--nested', 'also what is attributed inside what another says (default: the outermost alone)')
    .option('--json', 'JSON lines are the only form there is')
    .addHelpText('after', exitCodesHelp)
    .action(async (options: { nested?: boolean }) => {
      const { quotes } = await import('./commands/quotes.ts')
      await quotes({ nested: options.nested ?? false }, process.stdin, process.stdout)
    })

  program
    .command('eval')
    .description(
      'Scores the rules on a folder of annotated articles (NAME.txt, NAME.json), by type of claim.',
    )
    .argument('<directory>')
    .option(
      '--challenge <id-or-path>',
      'the challenge to read for (default: the challenge.json of the folder)',
    )
    .option(
      '--claims <file>',
      'score these claims, as `extract` writes them, in place of reading the articles',
    )
    .option('--model', 'have the configured language model read beside the rules (WHIPCOUNT_MODEL_URL)')
    .option('--totals', 'figures alone, without the misses and extras')
    .option('--json', 'answer as JSON')
    .addHelpText('after', exitCodesHelp)
    .action(
      async (
        directory: string,
        options: {
          challenge?: string
          claims?: string
          model?: boolean
          totals?: boolean
          json?: boolean
        },
      ) => {
        const { evaluate, evaluationText } = await import('./commands/eval.ts')
        const { challenge, claims, model = false, totals = false } = options
        if (model && claims !== undefined)
          throw new Failure(
            'usage',
            'With --claims nothing is read, so --model has nothing to do. Leave one out.',
          )
        const { misses, extras, differing, ...figures } = await evaluate(directory, {
          ...(model ? { model: config } : {}),
          ...(challenge === undefined ? {} : { challenge }),
          ...(claims === undefined ? {} : { claims }),
        })
        const whole = { ...figures, misses, extras, differing }
        print(
          options.json
            ? JSON.stringify(totals ? figures : whole, null, 2)
            : evaluationText(whole, { width, totals }),
        )
      },
    )

  question('positions', 'Who stands where, since when, with the sentence that proves it.').action(
    (options: Asked) =>
      answer(
        options,
        ({ queries }, id, asOf) => queries.positions(id, asOf),
        (found) => positionsText(found, width),
      ),
  )
  question('count', 'The whip count: members by position.').action((options: Asked) =>
    answer(options, ({ queries }, id, asOf) => queries.count(id, asOf), countText),
  )
  question('person', 'Everything about one person.')
    .argument('<name>')
    .action((name: string, options: Asked) =>
      answer(
        options,
        ({ queries }, id, asOf) => queries.person(id, name, asOf),
        (found) => personText(found, width),
      ),
    )
  const people = question('people', 'Everybody on the roster or in the news, and how often they are named.')
    .option(
      '--unmatched',
      'only those whom the roster does not know, with where they stand and whose names are near',
    )
    .action((options: Asked & { unmatched?: boolean }) => {
      const { unmatched = false } = options
      return answer(
        options,
        async ({ queries }, id, asOf) =>
          (await queries.people(id, asOf)).filter(({ matched }) => !unmatched || !matched),
        (found) => (unmatched ? unmatchedText(found, width) : peopleText(found, width)),
      )
    })
  question('timeline', 'What happened when.').action((options: Asked) =>
    answer(
      options,
      ({ queries }, id, asOf) => queries.timeline(id, asOf),
      (found) => timelineText(found, width),
    ),
  )
  question('signatures', 'How many have signed, are calling, are willing or are involved.').action(
    (options: Asked) =>
      answer(
        options,
        ({ queries }, id, asOf) => queries.signatures(id, asOf),
        (found) => signaturesText(found, width),
      ),
  )
  question('meetings', 'The meetings of the parliamentary party.').action((options: Asked) =>
    answer(
      options,
      ({ queries }, id, asOf) => queries.meetings(id, asOf),
      (found) => meetingsText(found, width),
    ),
  )
  question('claims', 'Every claim that counts.')
    .option('--type <type>', 'of this type alone')
    .action((options: Asked & { type?: string }) => {
      if (options.type !== undefined && !claimTypes.includes(options.type)) {
        throw new Failure(
          'usage',
          `--type ${options.type} is no type of claim. The types are ${claimTypes.join(', ')}.`,
        )
      }
      return answer(
        options,
        ({ queries }, id, asOf) =>
          queries.claims(id, { ...asOf, ...(options.type ? { type: options.type } : {}) }),
        (found) => claimsText(found, width),
      )
    })

  command('digest', 'One line that says whether two read models are the same.').action(
    async (options: Common) => {
      await inHouse(placeOf(options), async (house) => {
        await house.settled()
        print(
          options.json
            ? JSON.stringify(await house.digests.digestTables(), null, 2)
            : await house.digests.digest(),
        )
      })
    },
  )

  command('status', 'What is where: articles, readings, lag, dead letters.').action(
    async (options: Common) => {
      await inHouse(placeOf(options), async (house) => {
        const ends = new Map<string, ReadonlyMap<number, bigint>>()
        for (const topic of ['articles', 'events', 'desk']) ends.set(topic, await house.log.ends(topic))
        const status = await house.queries.status(ends)
        print(options.json ? JSON.stringify(status, null, 2) : statusText(status, width))
      })
    },
  )

  const deadLetters = program.command('dead-letters').description('What was set aside, and why.')
  command('list', 'Lists them, the newest first.', deadLetters)
    .option('--code <code>', 'of this error code alone')
    .action(async (options: Common & { code?: string }) => {
      const letters = await inHouse(placeOf(options), (house) =>
        house.deadLetters.list({ ...(options.code ? { code: options.code } : {}) }),
      )
      print(options.json ? JSON.stringify(letters, null, 2) : deadLettersText(letters, width))
    })
  command('show', 'Shows one with its payload.', deadLetters)
    .argument('<id>')
    .action(async (id: string, options: Common) => {
      const letter = await inHouse(placeOf(options), (house) => house.deadLetters.show(id))
      if (!letter)
        throw new Failure('usage', `No dead letter ${id}. \`whipcount dead-letters list\` shows their ids.`)
      print(
        options.json
          ? JSON.stringify(letter, null, 2)
          : `${letter.code}: ${letter.message}\n\n${letter.payload}`,
      )
    })

  command('redrive', 'Applies them again, once the fault is mended.', deadLetters)
    .option('--id <id>', 'this one')
    .option('--key <key>', 'those of this article')
    .option('--code <code>', 'those of this error code')
    .option('--all', 'all of them')
    .option('--dry-run', 'say what would be redriven, and do nothing')
    .action(async (options: Common & DeadLetterFilter & { all?: boolean; dryRun?: boolean }) => {
      const { id, key, code, all, dryRun = false } = options
      if (!id && !key && !code && !all)
        throw new Failure('usage', 'Say which: --id, --key, --code, or --all.')
      const filter = { ...(id ? { id } : {}), ...(key ? { key } : {}), ...(code ? { code } : {}) }
      const outcomes = await inHouse(placeOf(options), async (house) => {
        const done = await redrive(house, filter, { dryRun, now: () => new Date(), progress })
        if (!dryRun) await house.settled()
        return done
      })
      print(options.json ? JSON.stringify(outcomes, null, 2) : redrivenText(outcomes, width))
      if (outcomes.some(({ outcome }) => outcome === 'failed again')) exitWith(exitCodes.setAside)
    })

  const context: CommandContext = {
    config,
    program,
    command,
    placeOf,
    inHouse,
    challengeAsked: challengeOf,
    show,
    print,
    warn,
    progress,
    width,
    exitWith,
  }
  addArticle(context)
  addBackup(context)
  addDiff(context)
  addErase(context)
  addUpgrade(context)
  addProjections(context)
  addRulesets(context)
  addCorrections(context, people)

  const feeds = program.command('feeds').description('The news feeds (RSS and Atom) that are polled.')
  command('add', 'Adds a feed, or changes one that is there. It is polled while `start` runs.', feeds)
    .argument('<url>')
    .option('--outlet <name>', 'the outlet of its articles (default: the host of the address)')
    .option('--every <minutes>', 'how often it is polled', '15')
    .action(async (url: string, options: Common & { outlet?: string; every: string }) => {
      const place = placeOf(options)
      const asked = feedAsked(url, options)
      const { feed, outcome } = await inHouse(place, (house) => addFeed(house.feeds, asked, new Date()))
      if (options.json) return print(JSON.stringify({ outcome, ...feed }))
      print(`${feed.url}: ${outcome}, every ${feed.every_minutes} min, as ${feed.outlet}`)
      if (place.kind === 'embedded')
        print(`It is polled while \`whipcount start --data ${place.dataDirectory}\` runs.`)
    })
  command('list', 'Lists them, with how the last poll went.', feeds).action(async (options: Common) => {
    const found = await inHouse(placeOf(options), (house) => house.feeds.list())
    print(options.json ? JSON.stringify(found, null, 2) : feedsText(found, width))
  })
  command('remove', 'Removes one. What it brought stays.', feeds)
    .argument('<url>')
    .action(async (url: string, options: Common) => {
      const address = feedAddress(url)
      await inHouse(placeOf(options), (house) => removeFeed(house.feeds, address))
      print(
        options.json ? JSON.stringify({ outcome: 'removed', url: address.href }) : `${address.href}: removed`,
      )
    })

  command(
    'migrate',
    'Brings the database and the log to the shape that this version needs; deployments run it first.',
  )
    .option('--create-database', 'create the database of DATABASE_URL where it is missing')
    .action(async (options: Common & { createDatabase?: boolean }) => {
      if (options.createDatabase && config.DATABASE_URL !== null)
        await createDatabaseIfMissing(config.DATABASE_URL)
      await inHouse(placeOf(options), async () => {})
      print(options.json ? JSON.stringify({ migrated: true }) : 'migrated')
    })

  command('start', 'Ingests a folder, prints the whip count and serves the api until Ctrl-C.')
    .option('--articles <directory>', 'your own articles in place of the demonstration')
    .option('--challenge <id-or-path>', 'the challenge to read them for', 'lpc-2024')
    .option('--once', 'end after the whip count')
    .action(async (options: Common & { articles?: string; challenge: string; once?: boolean }) => {
      const interrupted = new Promise<void>((resolve) => {
        process.once('SIGINT', () => resolve())
        process.once('SIGTERM', () => resolve())
      })
      const fallback = options.articles === undefined ? demonstrationData(config) : config.WHIPCOUNT_DATA
      const place = placeOf(options, fallback)
      const articles = options.articles ?? demonstration
      const about = loadChallenge(options.challenge)
      const say = options.json ? warn : print
      say(`Reading the articles in ${shownPath(articles)} for ${about.id}, into ${whereOf(place)} ...`)
      const work = (house: House): Promise<boolean> =>
        start(house, {
          articles,
          challenge: about,
          host: config.WHIPCOUNT_HTTP_HOST,
          port: config.WHIPCOUNT_HTTP_PORT,
          once: options.once ?? false,
          interrupted,
          json: options.json ?? false,
          ask: `npm exec whipcount -- person NAME${options.data === undefined && place.kind !== 'embedded' ? '' : ` --data ${options.data ?? fallback}`}`,
          progress,
          width,
          print,
          warn,
        })
      const done = await inHouse(place, (house) =>
        options.once ? work(house) : whilePolling(house, { place, config, logger }, () => work(house)),
      )
      if (!done) exitWith(exitCodes.failed)
    })

  return program
}

/** Where `npm start` keeps the demonstration unless told otherwise: beside the data directory, so that neither is in the other. */
const demonstrationData = (config: CliConfig): string => join(dirname(config.WHIPCOUNT_DATA), 'demonstration')

/** A path as seen from here, where that is shorter. */
const shownPath = (path: string): string => {
  const from = relative(process.cwd(), path)
  return from !== '' && from.length < path.length ? from : path
}

const whereOf = (place: HousePlace): string =>
  place.kind === 'embedded' ? place.dataDirectory : 'the Postgres of DATABASE_URL'

/** The id of the challenge that is asked about: the one given, else the only one declared. */
async function challengeAsked(
  house: House,
  given: string | undefined,
  { where, demonstrationAt }: { where: string; demonstrationAt: string },
): Promise<string> {
  const declared = await house.queries.challenges()
  const ids = declared.map((row) => row.challenge)
  if (given !== undefined) return ids.includes(given) ? given : idOfSource(given)
  if (ids.length === 1) return ids[0]!
  throw new Failure(
    'usage',
    ids.length === 0
      ? `No challenge is declared in ${where}. Run \`whipcount challenge declare ID_OR_PATH\` first (shipped: ${shippedChallenges().join(', ')}), or name another directory with --data: \`npm start\` keeps the demonstration in ${demonstrationAt}.`
      : `More than one challenge is declared (${ids.join(', ')}). Name one with --challenge.`,
  )
}

/** The id of the challenge at a path; what is no path is an id, which the read model knows or not. */
function idOfSource(given: string): string {
  try {
    return loadChallenge(given).id
  } catch (error) {
    if (error instanceof Failure && error.code === 'challenge-unknown') return given
    throw error
  }
}

/** Turns a bad option value into a usage error. */
function asUsage<Value>(parse: () => Value): Value {
  try {
    return parse()
  } catch (error) {
    throw error instanceof Failure ? new Failure('usage', error.message, { cause: error }) : error
  }
}
