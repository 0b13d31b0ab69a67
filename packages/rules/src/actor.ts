import type { Referent } from '@whipcount/roster'

/** Whom a claim is about, or whose words it rests on: a person of the article, or a body of the party. */
export interface Actor {
  readonly name: string
  /** The person's id; null for a body. */
  readonly person: string | null
  readonly matched: boolean
  readonly leader: boolean
  /** An article may say late what somebody is: "the Northport MP". */
  side: Referent['side']
  /** What the text says of a cabinet post: true, false for a former one, null where it says nothing. */
  readonly minister: boolean | null
  readonly gender: 'f' | 'm' | null
}

/** The body as an actor. */
export function bodyActor(name: string): Actor {
  return {
    name,
    person: null,
    matched: false,
    leader: false,
    side: 'own',
    minister: null,
    gender: null,
  }
}
