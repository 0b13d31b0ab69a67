import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attribution, Challenge, ClaimAttributes, ClaimContent, ClaimType } from '@whipcount/events'
import { parseChallenge, type Roster } from '@whipcount/roster'
import { root } from '../house/command.ts'

/** A claim as an annotator wrote it down. */
export interface AnnotatedClaim {
  readonly type: ClaimType
  readonly actor: string | null
  readonly attrs?: ClaimAttributes
  readonly date: string | null
  readonly attribution: Attribution
  readonly earlier?: boolean
}

export interface AnnotatedArticle {
  readonly article: string
  readonly published: string | null
  readonly claims: readonly AnnotatedClaim[]
}

/** The annotated folders of the repository. */
export const folders = ['seeds', 'avalia', 'norhaven', 'meridia'] as const

const corpus = join(root, 'tests', 'corpus')

export function challengeOf(folder: (typeof folders)[number]): Challenge {
  const own = join(corpus, folder, 'challenge.json')
  const path = existsSync(own) ? own : join(root, 'packages/roster/challenges/lpc-2024/challenge.json')
  return parseChallenge(readFileSync(path, 'utf8'), path)
}

export function annotationsOf(folder: (typeof folders)[number]): AnnotatedArticle[] {
  return readdirSync(join(corpus, folder))
    .filter((name) => /\d\.json$/.test(name))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(corpus, folder, name), 'utf8')) as AnnotatedArticle)
}

export function standingsOf(folder: (typeof folders)[number]): { name: string; position: string }[] {
  return JSON.parse(readFileSync(join(corpus, folder, 'standings.json'), 'utf8'))
}

/** Attributes that annotators may leave out. */
const leftOut: Partial<Record<ClaimType, ClaimAttributes>> = {
  'caucus-meeting': { kind: 'national' },
  'signature-count': { low: null, high: null, counted: 'signed', hedge: 'exact' },
  setback: { place: null },
}

/**
 * The claims that an extractor would have found that finds exactly what the annotators found, their actors resolved through the roster.
 * The n-th claim's evidence is the n-th character of the text.
 */
export function contentOf(annotated: AnnotatedArticle, text: string, roster: Roster): ClaimContent[] {
  return annotated.claims.map((claim, n): ClaimContent => {
    const on = claim.date ?? annotated.published
    const who = claim.actor === null ? null : roster.resolve(claim.actor, { on })
    return {
      type: claim.type,
      actor: claim.actor,
      person: who?.person ?? null,
      matched: who?.matched ?? false,
      attrs: { ...leftOut[claim.type], ...claim.attrs },
      date: claim.date,
      earlier: claim.earlier ?? false,
      attribution: claim.attribution,
      evidence: { start: n, end: n + 1, text: text.slice(n, n + 1) },
      quote: null,
      credited: null,
      rule: 'annotator',
    }
  })
}
