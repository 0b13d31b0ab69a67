import type { ClaimContent } from '@whipcount/events'

/** What `whipcount extract` writes for an article: a line that the scorer reads. */
export interface ExtractLine {
  readonly article: string
  readonly claims: readonly {
    readonly type: string
    readonly actor: string | null
    readonly attrs: ClaimContent['attrs']
    readonly date: string | null
    readonly attribution: string
    readonly earlier?: true
    readonly quote: string | null
    readonly evidence: string
    readonly span: readonly [number, number]
    readonly rule: string
  }[]
}

/** Writes an article's claims in the annotation format. */
export function toExtractLine(id: string, claims: readonly ClaimContent[]): ExtractLine {
  return {
    article: id,
    claims: claims.map(({ type, actor, attrs, date, attribution, earlier, quote, evidence, rule }) => ({
      type,
      actor,
      attrs,
      date,
      attribution,
      ...(earlier ? { earlier } : {}),
      quote,
      evidence: evidence.text,
      span: [evidence.start, evidence.end] as const,
      rule,
    })),
  }
}
