import {
  ArticleCollected,
  articleIdOf,
  type Challenge,
  ChallengeDeclared,
  type ClaimContent,
  type CloudEvent,
  envelope,
  eventIdOf,
  revisionOf,
} from '@whipcount/events'
import { eventsOfReading } from '@whipcount/normalizer'

/** An article, by its published day and what one ruleset found in it. */
export interface Report {
  readonly published: string | null
  readonly captured_at?: string
  readonly outlet?: string
  /** Begins with `Report`. Unlike every other by default. */
  readonly text?: string
  readonly claims: readonly (Pick<ClaimContent, 'type' | 'attrs'> & Partial<ClaimContent>)[]
}

const AT = '2031-01-01T00:00:00.000Z'
const RULESET = 'a'.repeat(64)
const about = (subject: string, id: string) => ({ id, subject, time: AT, source: '/test' })

/** The events of a declared challenge and of the reports on it, each read once. */
export function eventsOf(challenge: Challenge, reports: readonly Report[]): CloudEvent[] {
  const declared = eventIdOf(ChallengeDeclared.type, challenge.id, AT)
  return [
    envelope(ChallengeDeclared, about(challenge.id, declared), { challenge, at: AT }),
    ...reports.flatMap((report, n) => eventsOfReport(challenge, report, report.text ?? `Report ${n}`)),
  ]
}

function eventsOfReport({ id: challenge }: Challenge, report: Report, text: string): CloudEvent[] {
  const { published, outlet = 'Ledger', captured_at = `${published}T10:30:00.000Z`, claims } = report
  const content = { text, title: null, byline: null, published, outlet }
  const article = articleIdOf({ url: null, outlet: null, sourceId: null, text })
  const identity = { article, revision: revisionOf(content), url: null, source_id: null }
  const collected = { ...content, ...identity, captured_at, via: 'test' }
  const id = eventIdOf(ArticleCollected.type, article, collected.revision, captured_at)
  const found = claims.map((claim) => ({ ...bare, ...claim }))
  const context = { partition: 0, position: 0n, time: AT }
  return [
    envelope(ArticleCollected, about(article, id), collected),
    ...eventsOfReading(collected, found, { challenge, ruleset: RULESET }, context),
  ]
}

const bare = {
  actor: null,
  person: null,
  matched: false,
  date: null,
  earlier: false,
  attribution: 'named',
  evidence: { start: 0, end: 6, text: 'Report' },
  quote: null,
  credited: null,
  rule: 'test/any',
} as const
