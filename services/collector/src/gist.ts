import { canonicalJson, type RevisionContent, sha256Of } from '@whipcount/events'

/**
 * Lines that stand around an article and are none of it: controls, counters, calls to subscribe. Only a whole line is taken for one, so a
 * sentence that says such a thing stays.
 * Sources: the markup of article pages of cbc.ca, theguardian.com, bbc.co.uk, abc.net.au and nytimes.com as readers' tools copy it; the
 * lists of unlikely elements in Mozilla's Readability (Apache-2.0).
 */
const FURNITURE = [
  /^(?:share|print|email|e-mail|save|copy link|link copied|tweet|post|facebook|twitter|x|whatsapp|linkedin|reddit|follow us)$/,
  /^share (?:this|on|via|the)\b[^.!?]{0,40}$/,
  /^(?:\d[\d,.]*k?|no|view|show|read|join the|leave a|post a) (?:comments?|shares?|views?|likes?|conversation)$/,
  /^comments? ?\(\d[\d,]*\)$/,
  /^(?:advertisement|advert|ad|sponsored|promoted|story continues below(?: (?:the )?advertisement)?|article continues below(?: ad)?)$/,
  /^(?:skip to (?:main )?content|back to top|loading\W*|menu|search|log in|sign in|subscribe(?: now)?|sign up)$/,
  /^(?:sign up|subscribe) (?:for|to)\b[^.!?]{0,80}$/,
  /^(?:most (?:read|popular|viewed)|trending(?: now)?|related(?: (?:stories|articles|content))?|more on this story|read more|recommended)\W*$/,
  /^\d+ (?:min(?:ute)?s?|sec(?:ond)?s?|hours?|hrs?|days?) (?:ago|read)$/,
  /^(?:©|\(c\)|copyright)\b.{0,80}$/,
  /^all rights reserved\.?$/,
]

/** A time of day, with its zone. */
const TIME_OF_DAY =
  /\b(?:[01]?\d|2[0-3])[:.h][0-5]\d(?::[0-5]\d)?(?:\s*[ap]\.?m\b\.?)?(?:\s*(?:gmt|bst|utc|cet|cest|[ecmpa][sd]?t|aest|aedt|nzst|nzdt))?/g
/** A line that says when the page was made or changed, or a time alone: not a sentence. */
const STAMP =
  /^(?:(?:last |first )?(?:updated|published|posted|modified|edited|created)\b[^!?]{0,80}|[\s|·•,–—-]*(?:[01]?\d|2[0-3])[:.h][0-5]\d.{0,24})$/

/**
 * A hash of what an article says, without what a page changes by itself: white space, times of day in stamps, furniture. Two states of one
 * gist are one revision. A number in a sentence is part of what it says, and so are title, byline, outlet and published day.
 */
export function gistOf({ text, title, byline, published, outlet }: RevisionContent): string {
  const lines = text
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, '')
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && !isFurniture(line))
    .map(withoutTime)
  const squeezed = (value: string | null): string | null => value?.replace(/\s+/g, ' ').trim() ?? null
  return sha256Of(
    canonicalJson([
      lines.join(' ').replace(/\s+/g, ' ').trim(),
      squeezed(title),
      squeezed(byline),
      published,
      squeezed(outlet),
    ]),
  )
}

function isFurniture(line: string): boolean {
  if (line.length > 100) return false
  const folded = line.toLowerCase()
  return FURNITURE.some((pattern) => pattern.test(folded))
}

function withoutTime(line: string): string {
  const folded = line.toLowerCase()
  return line.length <= 100 && STAMP.test(folded) ? folded.replace(TIME_OF_DAY, '') : line
}
