import type { Attribution, ClaimAttributes, ClaimType } from '@whipcount/events'
import type { Actor } from './actor.ts'
import type { Condition } from './conditions.ts'
import type { Hit } from './hit.ts'
import { type Meaning, meaning } from './meaning.ts'
import { compile, compileEach, type Pattern } from './pattern.ts'

/** What a rule looks for, in marked text. */
export type When =
  | {
      /** Whose words or deeds: a figure of the party, or its leader. */
      readonly by: 'figure' | 'leader'
      /** Words of an attributed statement: the claim is about its speaker. */
      readonly said?: readonly string[]
      /** A sentence whose subject, `{figure}` or `{chief}`, does it. */
      readonly told?: readonly string[]
      /** The same over glosses: meanings in order, whatever the words (see `meaning.ts`). */
      readonly means?: { readonly said?: readonly string[]; readonly told?: readonly string[] }
    }
  /** Something that happened: the claim is about nobody, or about whom `claim` names. */
  | { readonly reported: readonly string[] }
  /** A head that says where those stand who are listed under it, each in a line or paragraph of their own. */
  | { readonly listed: readonly string[] }

/** What a rule makes of a hit. */
export interface Made {
  readonly attrs: ClaimAttributes
  /** A body named; the speaker or subject where it is left out. */
  readonly actor?: string | null
  /** The person or body, where the rule itself finds whom a sentence is about. */
  readonly of?: Actor
  readonly attribution?: Attribution
  /** How clearly the sentence says it, for choosing evidence: 1 where left out. */
  readonly weight?: number
  readonly date?: string | null
}

/** A sentence on which a rule fires. */
export interface Fires {
  readonly text: string
  /** The actor of the claim; null for types without one. */
  readonly actor?: string | null
  readonly attrs?: ClaimAttributes
  /** The claim's type, where it is not the rule's `emits`. */
  readonly type?: ClaimType
  /** The evidence, where it is not the whole text. */
  readonly evidence?: string
  readonly quote?: string
  /** Other rules that rightly fire on the text too. */
  readonly also?: readonly string[]
}

/** A near miss. */
export interface StaysSilent {
  readonly text: string
  readonly because: string
}

/** One extraction rule: declarative, executed by the engine, proved by its examples. */
export interface RuleDefinition {
  /** `claim-type/rule`, as its path; stamped on each claim that it makes. */
  readonly name: string
  readonly emits: ClaimType
  readonly because: string
  readonly when: When
  readonly unless: readonly Condition[]
  /** What the hit says; null refuses it; several where one sentence reports several. */
  readonly claim: (hit: Hit) => Made | readonly Made[] | null
  readonly fires: readonly Fires[]
  readonly staysSilent: readonly StaysSilent[]
  /** Sentences that should fire and do not yet: the harness asks for their promotion on the day they do. */
  readonly knownMisses?: readonly string[]
}

export interface Rule extends RuleDefinition {
  readonly said: readonly Pattern[]
  readonly told: readonly Pattern[]
  readonly reported: readonly Pattern[]
  readonly listed: RegExp | null
  readonly meansSaid: readonly Meaning[]
  readonly meansTold: readonly Meaning[]
}

/** Declares a rule; its patterns are compiled once. Throws on an unknown word class. */
export function defineRule(definition: RuleDefinition): Rule {
  const { when } = definition
  const patterns = (list: readonly string[] | undefined) => compileEach(list ?? [])
  return {
    ...definition,
    said: patterns('said' in when ? when.said : undefined),
    told: patterns('told' in when ? when.told : undefined),
    reported: patterns('reported' in when ? when.reported : undefined),
    listed: 'listed' in when ? compile(when.listed) : null,
    meansSaid: ('means' in when && when.means?.said?.map(meaning)) || [],
    meansTold: ('means' in when && when.means?.told?.map(meaning)) || [],
  }
}
