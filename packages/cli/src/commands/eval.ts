import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type AnnotatedArticle,
  type AnnotatedClaim,
  type Differing,
  type MadeClaim,
  madeClaim,
  type Rates,
  readAnnotatedFolder,
  type Score,
  type Share,
  score,
} from '@whipcount/evaluation'
import { Attribution, articleIdOf, type Challenge, claimTypes, Failure, revisionOf } from '@whipcount/events'
import {
  createModelExtractor,
  createRulesExtractor,
  createUnion,
  type Extraction,
  type Extractor,
  type ModelConfig,
  openChat,
} from '@whipcount/extractors'
import { extractorHash } from '@whipcount/normalizer'
import { Schema } from 'effect'
import { loadChallenge, shippedChallenges } from '../challenge-source.ts'
import { table } from '../terminal/table.ts'

/** A score, and what was scored. */
export interface Evaluation extends Score {
  readonly folder: string
  /** Null where the claims came from a file. */
  readonly challenge: string | null
  /** Claims of a language model that were refused, by reason. */
  readonly refused: Extraction['refused']
}

/**
 * Reads every article of an annotated folder with the rules at hand, or takes the claims of a file, and scores them.
 *
 * Throws `input-missing` where the folder holds no annotated article, `article-invalid` where an annotation or a line of claims is
 * unsound, and `usage` where nothing says which challenge to read for.
 *
 * @param options.model has this language model read beside the rules. Its answers are not kept.
 */
export async function evaluate(
  folder: string,
  options: { challenge?: string; claims?: string; model?: ModelConfig },
): Promise<Evaluation> {
  const articles = readAnnotatedFolder(folder)
  if (options.claims !== undefined) {
    return { folder, challenge: null, refused: {}, ...score(articles, claimsOfFile(options.claims)) }
  }
  const challenge = challengeOf(folder, articles, options.challenge)
  const extractor = extractorOf(options.model)
  const refused: Partial<Record<keyof Extraction['refused'], number>> = {}
  const read = async ({ article, text, published, given }: AnnotatedArticle) => {
    const state = { text, title: null, byline: null, published: given ? published : null, outlet: null }
    const id = articleIdOf({ url: null, outlet: null, sourceId: article, text })
    const found = await extractor.extract({ ...state, article: id, revision: revisionOf(state) }, challenge)
    for (const [reason, count] of Object.entries(found.refused) as [keyof typeof refused, number][])
      refused[reason] = (refused[reason] ?? 0) + count
    return [article, found.claims.map(madeClaim)] as const
  }
  const made = new Map(await Promise.all(articles.map(read)))
  return { folder, challenge: challenge.id, refused, ...score(articles, made) }
}

/** The rules, and beside them the language model that the configuration names. Throws `usage` where it names none. */
function extractorOf(model: ModelConfig | undefined): Extractor {
  const rules = createRulesExtractor(extractorHash())
  if (model === undefined) return rules
  const chat = openChat(model)
  if (chat === null) {
    throw new Failure(
      'usage',
      '--model asks a language model, and none is named. Set WHIPCOUNT_MODEL_URL and WHIPCOUNT_MODEL_NAME.',
    )
  }
  return createUnion(rules, createModelExtractor({ chat, memory: null }))
}

function challengeOf(folder: string, articles: readonly AnnotatedArticle[], given?: string): Challenge {
  if (given !== undefined) return loadChallenge(given)
  try {
    return loadChallenge(join(folder, 'challenge.json'))
  } catch (error) {
    if (!(error instanceof Failure && error.code === 'challenge-unknown')) throw error
  }
  const ids = [...new Set(articles.map(({ challenge }) => challenge))]
  if (ids.length === 1 && shippedChallenges().includes(ids[0]!)) return loadChallenge(ids[0]!)
  throw new Failure(
    'usage',
    `${folder} has no challenge.json, and its articles are annotated for ${ids.join(', ')}. Name the challenge with --challenge.`,
  )
}

const decodeLine = Schema.decodeUnknownSync(
  Schema.Struct({
    article: Schema.String,
    claims: Schema.Array(
      Schema.Struct({
        type: Schema.Literals(claimTypes),
        actor: Schema.NullOr(Schema.String),
        attrs: Schema.optionalKey(
          Schema.Record(
            Schema.String,
            Schema.Union([Schema.String, Schema.Finite, Schema.Boolean, Schema.Null]),
          ),
        ),
        date: Schema.optionalKey(Schema.NullOr(Schema.String)),
        attribution: Attribution,
        quote: Schema.optionalKey(Schema.NullOr(Schema.String)),
        evidence: Schema.String,
        span: Schema.optionalKey(Schema.NullOr(Schema.Tuple([Schema.Int, Schema.Int]))),
        rule: Schema.optionalKey(Schema.String),
      }),
    ),
  }),
)

/** The claims of a file as `whipcount extract` writes them, by article; others than it may leave out what they do not know. */
function claimsOfFile(path: string): Map<string, readonly MadeClaim[]> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (cause) {
    throw new Failure(
      'input-missing',
      `${path}: ${(cause as Error).message}. Name a file that \`whipcount extract\` wrote.`,
      { cause },
    )
  }
  const made = new Map<string, readonly MadeClaim[]>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    try {
      const { article, claims } = decodeLine(JSON.parse(line))
      const unknown = { attrs: {}, date: null, quote: null, span: null }
      made.set(
        article,
        claims.map((claim) => ({ ...unknown, ...claim })),
      )
    } catch (cause) {
      const why = (cause as Error).message.replace(/\s*\n\s*/g, ' ')
      throw new Failure(
        'article-invalid',
        `${path}, line ${index + 1}: no claims of an article (${why}). \`whipcount extract\` writes such lines.`,
        { cause },
      )
    }
  }
  return made
}

const percent = (value: number): string => `${(100 * value).toFixed(1)}`
const shareText = ({ right, of }: Share): string => (of === 0 ? 'none' : `${percent(right / of)} % of ${of}`)

/**
 * The figures as a table; below it what was missed, made besides, or dated or attributed otherwise.
 *
 * @param totals leaves the lists out: whoever keeps a folder unseen may score it so.
 */
export function evaluationText(
  evaluation: Evaluation,
  { width, totals }: { width: number; totals: boolean },
): string {
  const { byType, micro, macroF1, positions, misses, extras, differing } = evaluation
  const rows: { what: string; rates: Rates }[] = [
    ...claimTypes.map((type) => ({ what: type as string, rates: byType[type] })),
    { what: 'all', rates: micro },
    { what: 'who stands where', rates: positions },
  ]
  const figures = table(
    [
      { heading: '', cell: (row) => row.what },
      { heading: 'annotated', cell: ({ rates }) => rates.right + rates.missed, numeric: true },
      { heading: 'right', cell: ({ rates }) => rates.right, numeric: true },
      { heading: 'missed', cell: ({ rates }) => rates.missed, numeric: true },
      { heading: 'extra', cell: ({ rates }) => rates.extra, numeric: true },
      { heading: 'precision', cell: ({ rates }) => percent(rates.precision), numeric: true },
      { heading: 'recall', cell: ({ rates }) => percent(rates.recall), numeric: true },
      { heading: 'F1', cell: ({ rates }) => percent(rates.f1), numeric: true },
    ],
    rows,
    width,
  )
  const rest = [
    `macro F1 ${percent(macroF1)}`,
    `of the right ones: dates ${shareText(evaluation.dates)} (${evaluation.inventedDates} where there is none), attribution ${shareText(evaluation.attributions)}`,
    `evidence ${shareText(evaluation.evidence)}, quotes ${shareText(evaluation.quotes)}; evidence at its span ${shareText(evaluation.spans)}`,
    `articles without a claim left so: ${evaluation.empty.right} of ${evaluation.empty.of}; not read: ${evaluation.unread} of ${evaluation.articles}`,
    ...refusedText(evaluation.refused),
  ]
  const lists = totals
    ? []
    : [
        listText('Missed', misses, width),
        listText('Extra', extras, width),
        differingText(differing, width),
      ].filter((text) => text !== '')
  return [figures, rest.join('\n'), ...lists].join('\n\n')
}

function refusedText(refused: Evaluation['refused']): string[] {
  const reasons = Object.entries(refused).map(([reason, count]) => `${reason} ${count}`)
  return reasons.length > 0 ? [`refused of what the model stated: ${reasons.join(', ')}`] : []
}

function claimWords({ type, actor, attrs }: AnnotatedClaim | MadeClaim): string {
  const values = Object.entries(attrs)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${value}`)
  return [type, actor, values.join(', ')].filter(Boolean).join(' · ')
}

function listText(
  title: string,
  list: readonly { article: string; claim: AnnotatedClaim | MadeClaim }[],
  width: number,
): string {
  if (list.length === 0) return ''
  const ruleOf = ({ claim }: (typeof list)[number]) => ('rule' in claim ? (claim.rule ?? null) : null)
  const rule = { heading: 'rule', cell: ruleOf }
  return `${title}: ${list.length}\n${table(
    [
      { heading: 'article', cell: (row) => row.article },
      { heading: 'claim', cell: (row) => claimWords(row.claim) },
      ...(list.some((row) => ruleOf(row) !== null) ? [rule] : []),
      { heading: 'sentence', cell: (row) => row.claim.evidence, wraps: true },
    ],
    list,
    width,
  )}`
}

function differingText(list: readonly Differing[], width: number): string {
  if (list.length === 0) return ''
  return `Right but for a date or attribution: ${list.length}\n${table(
    [
      { heading: 'article', cell: (row) => row.article },
      { heading: 'claim', cell: (row) => claimWords(row.claim) },
      { heading: 'wanted', cell: (row) => row.wanted },
      { heading: 'got', cell: (row) => row.got ?? 'none' },
    ],
    list,
    width,
  )}`
}
