import { ArticleCollected, canonicalUrl, type DataOf, decodeEvent, Failure } from '@whipcount/events'
import type { ArticleState } from '@whipcount/read-store'
import type { CommandContext, Common } from '../context.ts'
import type { House } from '../house.ts'
import { wrap } from '../terminal/table.ts'
import { type Run, wordDiff, wordDiffText } from '../terminal/word-diff.ts'

/** A state of an article with what changed since the one before. */
interface StateShown extends ArticleState {
  /** Null for the first state, and where a text cannot be found. */
  readonly changes: readonly Run[] | null
  readonly came: ArticleState['claims']
  readonly went: ArticleState['claims']
}

/** `whipcount article`: the states of one article, with a word diff, and which claims came and went. */
export function addArticle({ command, placeOf, inHouse, show, width }: CommandContext): void {
  command('article', 'The history of one article: each state, a word diff, and which claims came and went.')
    .argument('<url-or-id>', 'its address, or its id as answers with --json have it')
    .action(async (asked: string, options: Common) => {
      const history = await inHouse(placeOf(options), async (house) => {
        await house.settled()
        const states = await house.queries.article(canonicalUrl(asked) ?? asked)
        if (states.length === 0) {
          throw new Failure(
            'usage',
            `No article ${asked} has been collected. Take its address, or the \`article\` of an answer with --json.`,
          )
        }
        return historyOf(house, states)
      })
      show(options, history, (found) => historyText(found, width))
    })
}

async function historyOf(house: House, states: readonly ArticleState[]): Promise<StateShown[]> {
  const shown: StateShown[] = []
  let before: { state: ArticleState; text: string | null } | null = null
  for (const state of states) {
    const text = await textOf(house, state)
    const known = before === null ? new Set<string>() : new Set(before.state.claims.map(({ claim }) => claim))
    const now = new Set(state.claims.map(({ claim }) => claim))
    shown.push({
      ...state,
      changes: before?.text == null || text === null ? null : wordDiff(before.text, text),
      came: state.claims.filter(({ claim }) => !known.has(claim)),
      went: (before?.state.claims ?? []).filter(({ claim }) => !now.has(claim)),
    })
    before = { state, text }
  }
  return shown
}

/** Title and text of a state, from the log; null where no reading has said where it stands. */
async function textOf({ log }: House, { log: place, revision }: ArticleState): Promise<string | null> {
  if (place === null) return null
  const [record] = await log.read('articles', place.partition, BigInt(place.position), 1)
  if (record?.position !== BigInt(place.position)) return null
  const event = decodeEvent(record.value)
  if (event.type !== ArticleCollected.type) return null
  const { title, text, revision: found } = event.data as DataOf<typeof ArticleCollected>
  if (found !== revision) return null
  return title === null ? text : `${title}\n\n${text}`
}

function historyText(states: readonly StateShown[], width: number): string {
  const last = states.at(-1)!
  const head = [last.outlet, last.title, last.url].filter(Boolean).join(' · ')
  const blocks = states.map((state, n) => {
    const first = `${state.captured_at}  ${n === 0 ? 'first seen' : 'changed'}${state.published ? `, published ${state.published}` : ''}`
    const changes =
      state.changes === null
        ? n === 0
          ? []
          : ['the text of this state or of the one before is not at hand']
        : state.changes.every(({ kind }) => kind === 'same')
          ? ['the same words']
          : wrap(wordDiffText(state.changes), width - 2)
    const claims = [
      ...state.came.map((claim) => `+ ${claimText(claim)}`),
      ...state.went.map((claim) => `- ${claimText(claim)}`),
    ]
    const told = claims.length === 0 ? [n === 0 ? 'no claim' : 'no claim came or went'] : claims
    return [
      first,
      ...changes.map((line) => `  ${line}`),
      ...told.flatMap((line) => wrap(line, width - 2).map((part) => `  ${part}`)),
    ].join('\n')
  })
  return [head, ...blocks].filter(Boolean).join('\n\n')
}

function claimText({ type, name, evidence }: ArticleState['claims'][number]): string {
  return `${[type, name].filter(Boolean).join(' of ')}: "${evidence}"`
}
