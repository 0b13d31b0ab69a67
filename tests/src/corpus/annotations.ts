import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Attribution, Challenge, ClaimAttributes, ClaimType } from '@whipcount/events'
import { parseChallenge } from '@whipcount/roster'
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
