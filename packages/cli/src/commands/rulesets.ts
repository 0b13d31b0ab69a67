import { type Challenge, Failure, isDay, RulesetActivated } from '@whipcount/events'
import type { Renormalized } from '@whipcount/normalizer'
import type { ClaimRow, Move, RulesetRow, RulesetsDiff } from '@whipcount/read-store'
import type { Asked, CommandContext } from '../context.ts'
import { toDesk } from '../desk-events.ts'
import type { House } from '../house.ts'
import { attributesText } from '../terminal/answers.ts'
import { table } from '../terminal/table.ts'

/** A ruleset, and whether it is the one at hand. */
type RulesetShown = RulesetRow & { readonly present: boolean }

/** Digits of a hash that are shown, and the fewest that are taken for one. */
const SHOWN = 12
const FEWEST = 4

/** `whipcount renormalize` and `whipcount rulesets`: read again with better rules, see what would change, move over. */
export function addRulesets(context: CommandContext): void {
  const { program, placeOf, inHouse, challengeAsked, show, progress, width } = context

  context
    .command('renormalize', 'Reads articles again with the rules at hand; what it finds does not count yet.')
    .option('--challenge <id-or-path>', 'for this challenge alone (default: for every declared one)')
    .option('--since <day>', 'articles captured on that day (UTC) or later')
    .action(async (options: Asked & { since?: string }) => {
      const { since } = options
      if (since !== undefined && !isDay(since))
        throw new Failure('usage', `--since ${since} is no day of the calendar. Write it as YYYY-MM-DD.`)
      const done = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        const only = options.challenge === undefined ? null : await challengeAsked(house, options)
        const outcomes: Renormalized[] = []
        for (const [id, { challenge }] of await house.desk.refresh()) {
          if (only !== null && id !== only) continue
          outcomes.push(
            await house.renormalize(
              challenge,
              since === undefined ? null : `${since}T00:00:00.000Z`,
              (some, all) => progress.update(some, all, 'articles'),
            ),
          )
        }
        await house.settled()
        progress.end()
        if (outcomes.length === 0)
          throw new Failure('usage', 'No challenge is declared, so there is nothing to read for.')
        return outcomes
      })
      show(options, done, renormalizedText)
    })

  const group = program
    .command('rulesets')
    .description('The rulesets that have read articles: which one counts, and what another would change.')
  const command = (name: string, about: string) =>
    context
      .command(name, about, group)
      .option('--challenge <id-or-path>', 'the challenge (needed where more than one is declared)')
  const naming = 'by its hash, the first digits of it, `active`, or `present` (the rules at hand)'

  command('list', 'Lists them, with how far each has read.').action(async (options: Asked) => {
    const found = await inHouse(placeOf(options), async (house) => {
      await house.settled()
      return rulesetsOf(house, await challengeAsked(house, options))
    })
    show(options, found, (rows) => rulesetsText(rows, width))
  })
  command('diff', 'Says exactly what would change if one counted in place of another.')
    .argument('<from>', naming)
    .argument('<to>', naming)
    .action(async (from: string, to: string, options: Asked) => {
      const found = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        const challenge = await challengeAsked(house, options)
        const known = await rulesetsOf(house, challenge)
        const [a, b] = [named(known, from), named(known, to)]
        return {
          ...(await house.queries.diffRulesets(challenge, a.ruleset, b.ruleset)),
          read: { from: a.articles, to: b.articles, of: a.of },
        }
      })
      show(options, found, (diff) => diffText(diff, width))
    })
  command('activate', 'Lets the readings of a ruleset count before all others, all at once.')
    .argument('<ruleset>', naming)
    .option('--force', 'though it has not read every article: what it lacks is then answered from the others')
    .action(async (name: string, options: Asked & { force?: boolean }) => {
      const done = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        const challenge = await challengeAsked(house, options)
        const known = await rulesetsOf(house, challenge)
        const { ruleset, active, articles, of } = named(known, name)
        const former = known.find((row) => row.active)?.ruleset ?? null
        if (active) return { challenge, ruleset, outcome: 'standing', former }
        if (articles < of && !options.force) {
          throw new Failure(
            'usage',
            `${short(ruleset)} has read ${articles} of ${of} articles. Run \`whipcount renormalize\` with its rules first, or --force.`,
          )
        }
        const at = new Date().toISOString()
        await toDesk(house.log, RulesetActivated, challenge, { challenge, ruleset, at })
        await house.settled()
        return { challenge, ruleset, outcome: 'activated', former }
      })
      show(options, done, ({ ruleset, outcome, former }) =>
        outcome === 'standing' || former === null
          ? `${short(ruleset)}: ${outcome}`
          : `${short(ruleset)}: ${outcome}; \`whipcount rulesets activate ${short(former)}\` goes back`,
      )
    })
}

/** The rulesets of a challenge, with the one at hand though it has read nothing yet. */
async function rulesetsOf(house: House, challenge: string): Promise<RulesetShown[]> {
  const declared: Challenge | undefined = (await house.desk.refresh()).get(challenge)?.challenge
  const present = declared === undefined ? null : house.readers.of(declared).ruleset
  const rows = await house.queries.rulesets(challenge)
  const shown = rows.map((row) => ({ ...row, present: row.ruleset === present }))
  if (present === null || shown.some((row) => row.present)) return shown
  const nothing = { active: false, activated_at: null, readings: 0, articles: 0, of: rows[0]?.of ?? 0 }
  return [...shown, { challenge, ruleset: present, ...nothing, present: true }]
}

function named(known: readonly RulesetShown[], name: string): RulesetShown {
  const found = known.filter((row) =>
    name === 'active'
      ? row.active
      : name === 'present'
        ? row.present
        : name.length >= FEWEST && row.ruleset.startsWith(name),
  )
  if (found.length === 1) return found[0]!
  const all = known.map((row) => short(row.ruleset)).join(', ')
  throw new Failure(
    'usage',
    `${found.length === 0 ? 'No ruleset' : 'More than one ruleset'} ${name}. There are ${all}; \`active\` and \`present\` are names too.`,
  )
}

const short = (ruleset: string): string => ruleset.slice(0, SHOWN)

function renormalizedText(outcomes: readonly Renormalized[]): string {
  return outcomes
    .map(
      ({ challenge, ruleset, looked, read }) =>
        `${challenge}: ${read} of ${looked} articles read again with ${short(ruleset)}; the others it had read, or they are older`,
    )
    .join('\n')
}

function rulesetsText(rows: readonly RulesetShown[], width: number): string {
  return table(
    [
      { heading: 'ruleset', cell: (row) => short(row.ruleset) },
      {
        heading: 'state',
        cell: (row) => [row.active && 'active', row.present && 'present'].filter(Boolean).join(', '),
      },
      { heading: 'articles read', cell: (row) => `${row.articles} of ${row.of}`, numeric: true },
      { heading: 'readings', cell: (row) => row.readings, numeric: true },
      { heading: 'activated', cell: (row) => row.activated_at },
    ],
    rows,
    width,
  )
}

function diffText(
  {
    from,
    to,
    gained,
    lost,
    changed,
    moves,
    read,
  }: RulesetsDiff & { read: { from: number; to: number; of: number } },
  width: number,
): string {
  const head = `${short(from)} (${read.from} of ${read.of} articles) → ${short(to)} (${read.to} of ${read.of} articles)`
  const told = [
    ...lost.map((claim) => ({ what: '- lost', claim, fields: '' })),
    ...gained.map((claim) => ({ what: '+ gained', claim, fields: '' })),
    ...changed.map(({ to: claim, fields }) => ({ what: '~ changed', claim, fields: fields.join(', ') })),
  ]
  const claims = table<{ what: string; claim: ClaimRow; fields: string }>(
    [
      { heading: 'claims', cell: (row) => row.what },
      { heading: 'type', cell: (row) => row.claim.type },
      { heading: 'actor', cell: (row) => row.claim.name ?? row.claim.actor },
      { heading: 'what', cell: (row) => [attributesText(row.claim), row.fields].filter(Boolean).join('; ') },
      { heading: 'sentence', cell: (row) => row.claim.evidence, wraps: true },
    ],
    told,
    width,
  )
  return [head, told.length === 0 ? 'No claim changes.' : claims, movesText(moves, width)].join('\n\n')
}

/** Who would stand elsewhere, or has moved, with both sentences. */
export function movesText(moves: readonly Move[], width: number): string {
  if (moves.length === 0) return 'Nobody moves.'
  const lines = moves.flatMap(({ name, from, to }) => [
    { name, side: 'from', position: from.position, evidence: from.deciding?.evidence ?? '' },
    { name: '', side: 'to', position: to.position, evidence: to.deciding?.evidence ?? '' },
  ])
  return table(
    [
      { heading: 'who', cell: (row) => row.name },
      { heading: 'moves', cell: (row) => `${row.side} ${row.position}` },
      { heading: 'sentence', cell: (row) => row.evidence, wraps: true },
    ],
    lines,
    width,
  )
}
