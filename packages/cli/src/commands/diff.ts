import { Failure, isDay } from '@whipcount/events'
import type { ClaimRow, DaysDiff } from '@whipcount/read-store'
import type { Asked, CommandContext } from '../context.ts'
import { attributesText } from '../terminal/answers.ts'
import { table } from '../terminal/table.ts'
import { movesText } from './rulesets.ts'

/** `whipcount diff`: who moved between two days, on which sentence. */
export function addDiff({ command, placeOf, inHouse, challengeAsked, show, width }: CommandContext): void {
  command('diff', 'Who moved between the ends of two days, and on which sentence.')
    .option('--challenge <id-or-path>', 'the challenge (needed where more than one is declared)')
    .requiredOption('--from <day>', 'the first day')
    .option('--to <day>', 'the second day (default: all that is known)')
    .option('--known <day>', 'what had been captured by the end of that day, for both')
    .option('--learned', 'the days are those on which things became known, not those on which they happened')
    .action(async (options: Asked & { from: string; to?: string; learned?: boolean }) => {
      for (const name of ['from', 'to', 'known'] as const) {
        const day = options[name]
        if (day !== undefined && !isDay(day))
          throw new Failure('usage', `--${name} ${day} is no day of the calendar. Write it as YYYY-MM-DD.`)
      }
      const { from, to = null, known = null, learned = false } = options
      if (learned && known !== null)
        throw new Failure(
          'usage',
          '--known and --learned: with --learned the two days say what was known. Leave one out.',
        )
      const found = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        return house.queries.between(await challengeAsked(house, options), { from, to, known, learned })
      })
      show(options, found, (diff) => diffText(diff, width))
    })
}

function diffText({ from, to, known, learned, moves, gained, lost }: DaysDiff, width: number): string {
  const head = `${learned ? 'learned' : 'happened'} after ${from}, up to ${to ?? 'now'}${known ? `, as known on ${known}` : ''}`
  const told = [
    ...gained.map((claim) => ({ sign: '+', claim })),
    ...lost.map((claim) => ({ sign: '-', claim })),
  ]
  const claims = table<{ sign: string; claim: ClaimRow }>(
    [
      { heading: '', cell: (row) => row.sign },
      { heading: 'day', cell: ({ claim }) => claim.date ?? `~${claim.day}` },
      { heading: 'type', cell: ({ claim }) => claim.type },
      { heading: 'actor', cell: ({ claim }) => claim.name ?? claim.actor },
      { heading: 'what', cell: ({ claim }) => attributesText(claim) },
      { heading: 'sentence', cell: ({ claim }) => claim.evidence, wraps: true },
    ],
    told,
    width,
  )
  return [head, movesText(moves, width), told.length === 0 ? 'No claim came or went.' : claims].join('\n\n')
}
