import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { v5 as uuidv5 } from 'uuid'

/**
 * Deterministic identity: the same thing always gets the same id, so redelivery, retries, duplicates and replays are
 * harmless. All names are hashed below one namespace; each begins with its kind, so that two kinds never meet.
 */
const NAMESPACE = '6f1d8f5e-0f0a-5c1b-9b53-3b6f2a1c7d20'
const nameOf = (...parts: readonly (string | null)[]): string => JSON.stringify(parts)
const uuidOf = (...parts: readonly (string | null)[]): string => uuidv5(nameOf(...parts), NAMESPACE)

/** SHA-256 of a text in UTF-8, in lower-case hexadecimal. */
export function sha256Of(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text)))
}

/**
 * JSON with object keys in code-unit order at every depth and `undefined` left out: equal values, equal text.
 * Throws on values that JSON cannot hold (functions, bigint).
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields = Object.entries(value).filter(([, v]) => v !== undefined)
  fields.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${fields.map(([k, v]) => `${JSON.stringify(k)}:${canonicalJson(v)}`).join(',')}}`
}

/**
 * Query parameters that say how a reader came, not what was read.
 * Sources: Google Analytics' `utm_*`, and the click identifiers documented by Google (gclid, gbraid, wbraid), Meta
 * (fbclid), Microsoft (msclkid), Twitter (twclid), Mailchimp (mc_cid, mc_eid) and HubSpot (_hsenc, _hsmi).
 */
const TRACKING =
  /^(utm_.*|gclid|gbraid|wbraid|fbclid|msclkid|twclid|igshid|mc_cid|mc_eid|_hsenc|_hsmi|cmp|cmpid|ref|ref_src)$/i

/**
 * One address for one article: https, host in lower case without `www.`, no fragment, no trailing slash, no tracking
 * parameters, the others sorted. Returns null for what is not an http(s) address.
 */
export function canonicalUrl(url: string): string | null {
  let parsed: URL
  try {
    parsed = new URL(url.trim())
  } catch {
    return null
  }
  if (parsed.protocol !== 'http:' && parsed.protocol !== 'https:') return null
  const query = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name))
  query.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
  const path = parsed.pathname.replace(/\/+$/, '')
  const search = query.length > 0 ? `?${new URLSearchParams(query)}` : ''
  return `https://${parsed.host.toLowerCase().replace(/^www\./, '')}${path}${search}`
}

/** What tells one article from another. `url` is canonical. */
export interface ArticleIdentity {
  readonly url: string | null
  readonly outlet: string | null
  readonly sourceId: string | null
  readonly text: string
}

/** The id of an article: of its canonical URL; with none, of (outlet, the source's own id); else of its text. */
export function articleIdOf(article: ArticleIdentity): string {
  if (article.url !== null) return uuidOf('article', 'url', article.url)
  if (article.sourceId !== null) return uuidOf('article', 'source', article.outlet, article.sourceId)
  return uuidOf('article', 'text', sha256Of(article.text))
}

/** All that the normalizer reads of an article. */
export interface RevisionContent {
  readonly text: string
  readonly title: string | null
  readonly byline: string | null
  readonly published: string | null
  readonly outlet: string | null
}

/** SHA-256 of one state of an article. */
export function revisionOf(content: RevisionContent): string {
  const { text, title, byline, published, outlet } = content
  return sha256Of(nameOf(text, title, byline, published, outlet))
}

/** Titles of address that are no part of a name. Source: the honorifics of the codebook's scorer and common press usage. */
const HONORIFIC =
  /^(?:mr|mrs|ms|miss|mx|dr|prof|sir|dame|lord|lady|baroness|baron|rep|sen|senator|representative|congressman|congresswoman|mp|mla|mpp|msp|gov|governor|hon|rt hon|right honourable|the)\s+/

const PLAIN = /^[\x20-\x7e]*$/

/** A name without case, marks, punctuation and honorifics: `Dr. Hélène Desrochers` is `helene desrochers`. */
export function foldName(name: string): string {
  // Plain letters need none of what makes the rest slow.
  const plain = PLAIN.test(name)
  const bare = plain ? name : name.normalize('NFKD').replace(/\p{M}/gu, '')
  let folded = bare
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(plain ? /[^a-z0-9]+/g : /[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  while (HONORIFIC.test(folded)) folded = folded.replace(HONORIFIC, '')
  return folded
}

/** The id of a person whom no roster knows: of the challenge and the folded name. */
export function unmatchedPersonId(challenge: string, name: string): string {
  return uuidOf('person', challenge, foldName(name))
}

/** What tells one claim from another: found again by another reading, it keeps its id. */
export interface ClaimIdentity {
  readonly challenge: string
  readonly article: string
  readonly type: string
  /** Person id, else the actor's name as given (folded here), else null. */
  readonly person: string | null
  readonly actor: string | null
  /** The claim type's key attributes, in its declared order. */
  readonly key: readonly unknown[]
}

export function claimIdOf(claim: ClaimIdentity): string {
  const actor = claim.person ?? (claim.actor === null ? null : foldName(claim.actor))
  return uuidOf('claim', claim.challenge, claim.article, claim.type, actor, canonicalJson(claim.key))
}

/** What tells one reading from another: a whole group of claims, found in one revision by one ruleset. */
export interface ReadingIdentity {
  readonly article: string
  readonly revision: string
  readonly challenge: string
  readonly ruleset: string
  /** The claims with their ids and content; order is of no account. */
  readonly claims: readonly { readonly claim: string }[]
}

export function readingIdOf(reading: ReadingIdentity): string {
  const found = sha256Of(canonicalJson([...reading.claims].sort((a, b) => (a.claim < b.claim ? -1 : 1))))
  return uuidOf('reading', reading.article, reading.revision, reading.challenge, reading.ruleset, found)
}

/** The id of an event's record: of its type and of what it says, whatever the time of its making. */
export function eventIdOf(type: string, ...what: readonly (string | null)[]): string {
  return uuidOf('event', type, ...what)
}
