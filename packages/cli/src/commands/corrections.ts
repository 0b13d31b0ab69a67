import {
  type Challenge,
  ClaimCorrected,
  ClaimEntered,
  type ClaimType,
  claimDefinitions,
  type DataOf,
  Failure,
  foldName,
  PersonMerged,
  PersonSplit,
} from '@whipcount/events'
import type { Correction, EvidenceRow } from '@whipcount/read-store'
import type { Asked, CommandContext } from '../context.ts'
import { toDesk } from '../desk-events.ts'
import type { House } from '../house.ts'
import { table } from '../terminal/table.ts'
import { assignments, claimsOfEntries, type Entry, enterFields, entriesOfCsv, typed } from './enter.ts'

interface Vouched extends Asked {
  readonly reason: string
  readonly by: string
}

/** Fields of a claim that an editor may change; attributes of its type beside them. */
const AMENDABLE = ['person', 'date', 'earlier', 'attribution', 'quote', 'credited']

const gather = (value: string, former: readonly string[]): string[] => [...former, value]

/** `whipcount correct`, `enter`, `corrections` and `people merge|split`: what editors decide, as events on the desk topic. */
export function addCorrections(context: CommandContext, people: ReturnType<CommandContext['command']>): void {
  const { command, placeOf, inHouse, challengeAsked, show, width } = context
  const vouched = (made: ReturnType<CommandContext['command']>) =>
    made
      .requiredOption('--reason <text>', 'why; it is shown with every answer that this touches')
      .requiredOption('--by <name>', 'who decides')

  vouched(
    command('correct', 'Withdraws, confirms or amends a claim. The latest decision on each field counts.'),
  )
    .argument('<claim>', 'its id, as answers with --json have it')
    .option(
      '--withdraw',
      'it does not count; nor does one of the same article, type and person in the same sentence',
    )
    .option('--confirm', 'it counts as it stands; takes a withdrawal back')
    .option(
      '--amend <field=value>',
      `one of ${AMENDABLE.join(', ')}, or an attribute as attrs.NAME; may be repeated`,
      gather,
      [],
    )
    .option('--restore <field>', 'it is again what the reading says; may be repeated', gather, [])
    .action(async (claim: string, options: Vouched & Decision) => {
      const decided = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        const data = await correctionOf(house, claim, options)
        await toDesk(house.log, ClaimCorrected, claim, data)
        await house.settled()
        return { outcome: 'corrected', ...data }
      })
      show(
        options,
        decided,
        ({ claim: id }) => `${id}: corrected; \`whipcount corrections\` lists what stands`,
      )
    })

  command(
    'corrections',
    'What editors decided: what stands, what was superseded, and what has lost its claim.',
  )
    .option('--challenge <id-or-path>', 'the challenge (needed where more than one is declared)')
    .option('--orphaned', 'only those whose claim is no longer found')
    .action(async (options: Asked & { orphaned?: boolean }) => {
      const found = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        return house.queries.corrections(await challengeAsked(house, options))
      })
      const wanted = found.filter(({ state }) => !options.orphaned || state === 'orphaned')
      show(options, wanted, (rows) => correctionsText(rows, width))
    })

  const enter = command('enter', 'Enters an editor’s own claim with its source, or a spreadsheet of them.')
    .option('--challenge <id-or-path>', 'the challenge (needed where more than one is declared)')
    .option('--csv <file>', 'a spreadsheet; its columns are named as these options are, or by --map')
    .option('--map <field=column>', 'the column of a field; may be repeated', gather, [])
    .option('--set <attribute=value>', 'an attribute of the type; may be repeated', gather, [])
  for (const field of enterFields) enter.option(`--${field} <text>`, ABOUT[field])
  enter.action(async (options: Asked & Entry & { csv?: string; map: string[]; set: string[] }) => {
    const set = [...assignments('set', options.set)].map(([name, value]) => [`attrs.${name}`, value] as const)
    const given = enterFields.flatMap((field) =>
      options[field] === undefined ? [] : [[field, options[field]] as const],
    )
    const defaults: Entry = Object.fromEntries([...given, ...set])
    const map = assignments('map', options.map)
    const entries =
      options.csv === undefined
        ? [{ entry: defaults, where: 'the entry' }]
        : entriesOfCsv(options.csv, map, defaults)
    const outcome = await inHouse(placeOf(options), async (house) => {
      await house.settled()
      const challenge = await declaredChallenge(house, await challengeAsked(house, options))
      const claims = claimsOfEntries(entries, challenge, new Date().toISOString())
      const fresh: DataOf<typeof ClaimEntered>[] = []
      for (const claim of claims) {
        const twice = fresh.some((one) => one.claim === claim.claim)
        if (!twice && (await house.queries.evidence(claim.claim)).length === 0) fresh.push(claim)
      }
      if (fresh.length > 0) await toDesk(house.log, ClaimEntered, challenge.id, ...fresh)
      await house.settled()
      return {
        entered: fresh.length,
        known: claims.length - fresh.length,
        claims: claims.map(({ claim }) => claim),
      }
    })
    show(options, outcome, ({ entered, known }) => `${entered} entered, ${known} known already`)
  })

  const inChallenge = (made: ReturnType<CommandContext['command']>) =>
    vouched(made).option('--challenge <id-or-path>', 'the challenge (needed where more than one is declared)')
  inChallenge(command('merge', 'Says that two names belong to one person.', people))
    .argument('<person>', 'whose claims move: name or id')
    .argument('<into>', 'whose they are from now on')
    .action(async (person: string, into: string, options: Vouched) => {
      const merged = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        const challenge = await challengeAsked(house, options)
        const from = await house.queries.person(challenge, person)
        const to = await house.queries.person(challenge, into)
        if (from.person === null || to.person === null || from.person === to.person)
          throw new Failure('usage', `${from.name} and ${to.name} are one already, or no persons. Name two.`)
        await toDesk(house.log, PersonMerged, challenge, {
          challenge,
          person: from.person,
          into: to.person,
          ...byWhom(options),
        })
        await house.settled()
        return { person: from.person, name: from.name, into: to.person, into_name: to.name }
      })
      show(
        options,
        merged,
        (m) => `${m.name} is ${m.into_name}; \`whipcount people split ${m.person}\` takes it back`,
      )
    })
  inChallenge(command('split', 'Takes a merger back.', people))
    .argument('<person>', 'the id of the one who was merged into another')
    .action(async (person: string, options: Vouched) => {
      await inHouse(placeOf(options), async (house) => {
        await house.settled()
        const challenge = await challengeAsked(house, options)
        const merged = (await house.queries.corrections(challenge)).filter(
          ({ claim, state }) => claim === null && state === 'standing',
        )
        if (!merged.some(({ merged_person }) => merged_person === person)) {
          const known = merged.map((one) => one.merged_person).join(', ') || 'nobody'
          throw new Failure(
            'usage',
            `${person} is not merged into anybody in ${challenge} (merged: ${known}).`,
          )
        }
        await toDesk(house.log, PersonSplit, challenge, { challenge, person, ...byWhom(options) })
        await house.settled()
      })
      show(options, { person, outcome: 'split' }, () => `${person} stands alone again`)
    })
}

const ABOUT: Readonly<Record<(typeof enterFields)[number], string>> = {
  type: `the type of the claim: ${Object.keys(claimDefinitions).join(', ')}`,
  actor: 'the person, as the roster or the source names them',
  body: 'in place of a person: a body, as the source names it',
  date: 'when it was said or happened: YYYY-MM-DD',
  attribution: 'named (the default), anonymous or outlet',
  evidence: 'the sentence that says so, or your own',
  quote: 'the actor’s own words',
  url: 'where it stands',
  outlet: 'who published it',
  title: 'the headline',
  published: 'the published day of the source: YYYY-MM-DD',
  reason: 'why it is entered',
  by: 'who enters it',
}

interface Decision {
  readonly withdraw?: boolean
  readonly confirm?: boolean
  readonly amend: readonly string[]
  readonly restore: readonly string[]
}

const byWhom = ({ reason, by }: Vouched) => ({ reason, by, at: new Date().toISOString() })

/** The correction that was asked for, checked against the claim. Throws `usage`. */
async function correctionOf(
  house: House,
  id: string,
  options: Vouched & Decision,
): Promise<DataOf<typeof ClaimCorrected>> {
  const { withdraw = false, confirm = false } = options
  if (withdraw && confirm) throw new Failure('usage', '--withdraw and --confirm: say one of them.')
  const given = assignments('amend', options.amend)
  if (!withdraw && !confirm && given.size === 0 && options.restore.length === 0)
    throw new Failure('usage', 'Nothing to correct: say --withdraw, --confirm, --amend or --restore.')
  const [found] = await house.queries.evidence(id)
  if (found === undefined)
    throw new Failure('usage', `No claim ${id}. Take an id from \`whipcount claims --json\`.`)
  for (const field of [...given.keys(), ...options.restore]) {
    if (!AMENDABLE.includes(field) && !(field.startsWith('attrs.') && field.slice(6) in found.attrs)) {
      const attributes = Object.keys(found.attrs).map((name) => `attrs.${name}`)
      throw new Failure(
        'usage',
        `${field} is no field that can be amended. Those are ${[...AMENDABLE, ...attributes].join(', ')}.`,
      )
    }
  }
  const amend = Object.fromEntries([...given].map(([field, value]) => [field, typed(value)]))
  const people = 'person' in amend ? await house.queries.people(found.challenge) : []
  checkAmended(found, amend, new Set(people.map(({ person }) => person)))
  return {
    challenge: found.challenge,
    claim: id,
    standing: withdraw ? 'withdrawn' : confirm ? 'confirmed' : null,
    amend,
    restore: options.restore,
    about: {
      article: found.article,
      type: found.type,
      who: found.person ?? (found.actor === null ? null : foldName(found.actor)),
      start: found.span[0],
      end: found.span[1],
    },
    ...byWhom(options),
  }
}

/** Demands that the claim with its new values is one that its type allows, about somebody whom the challenge knows. Throws `usage`. */
function checkAmended(
  found: EvidenceRow,
  amend: DataOf<typeof ClaimCorrected>['amend'],
  people: ReadonlySet<unknown>,
): void {
  const person = amend['person']
  if (person !== undefined && !people.has(person)) {
    throw new Failure(
      'usage',
      `person=${person} is nobody whom ${found.challenge} knows. \`whipcount people --json\` has the ids.`,
    )
  }
  const definition = claimDefinitions[found.type as ClaimType]
  const fields = Object.entries(amend).filter(([field]) => !field.startsWith('attrs.'))
  const attrs = Object.entries(amend).filter(([field]) => field.startsWith('attrs.'))
  const claim = {
    ...definition.example,
    date: found.date,
    quote: found.quote,
    attribution: found.attribution,
    ...Object.fromEntries(fields),
    attrs: { ...found.attrs, ...Object.fromEntries(attrs.map(([field, value]) => [field.slice(6), value])) },
  }
  try {
    definition.decode(claim, definition.version)
  } catch (cause) {
    throw new Failure('usage', `Nothing was corrected. ${(cause as Error).message}`, { cause })
  }
}

async function declaredChallenge(house: House, id: string): Promise<Challenge> {
  const declared = (await house.desk.refresh()).get(id)
  if (declared) return declared.challenge
  throw new Failure('challenge-unknown', `${id} is not declared. Run \`whipcount challenge declare\` first.`)
}

function correctionsText(rows: readonly Correction[], width: number): string {
  if (rows.length === 0) return 'No corrections.'
  return table(
    [
      { heading: 'at', cell: (row) => row.at.slice(0, 16) },
      { heading: 'by', cell: (row) => row.by },
      { heading: 'state', cell: (row) => row.state },
      { heading: 'about', cell: (row) => [row.type, row.who].filter(Boolean).join(' of ') },
      { heading: 'decided', cell: decidedText },
      { heading: 'why', cell: (row) => row.reason, wraps: true },
    ],
    rows,
    width,
  )
}

function decidedText({ claim, field, value }: Correction): string {
  if (claim === null) return value === null ? 'split' : `is ${String(value)}`
  if (field === 'standing') return String(value)
  return value === null ? `${field} restored` : `${field} = ${JSON.stringify(value)}`
}
