import { foldName } from '@whipcount/events'

/**
 * Short forms that do not begin their name; those that do (Rob, Robert) need no table. Only forms that stand for one name.
 * Source: common English usage; Hanks, Hardcastle and Hodges, "A Dictionary of First Names" (Oxford, 2006).
 */
const shortForms: Readonly<Record<string, string>> = {
  bill: 'william',
  billy: 'william',
  will: 'william',
  bob: 'robert',
  bobby: 'robert',
  dick: 'richard',
  rick: 'richard',
  jim: 'james',
  jimmy: 'james',
  jack: 'john',
  johnny: 'john',
  harry: 'henry',
  hank: 'henry',
  ted: 'edward',
  ned: 'edward',
  teddy: 'edward',
  tony: 'anthony',
  mike: 'michael',
  mick: 'michael',
  dave: 'david',
  steve: 'stephen',
  chuck: 'charles',
  charlie: 'charles',
  peggy: 'margaret',
  maggie: 'margaret',
  meg: 'margaret',
  betty: 'elizabeth',
  liz: 'elizabeth',
  beth: 'elizabeth',
  lizzie: 'elizabeth',
  kate: 'katherine',
  katie: 'katherine',
  kathy: 'katherine',
  polly: 'mary',
  molly: 'mary',
  sally: 'sarah',
  pippa: 'philippa',
  sandy: 'alexander',
  lottie: 'charlotte',
  toby: 'tobias',
  gerry: 'gerald',
  jerry: 'gerald',
  larry: 'lawrence',
  peg: 'margaret',
  nell: 'eleanor',
  nellie: 'eleanor',
  tina: 'christina',
  trudy: 'gertrude',
  dolly: 'dorothy',
  andy: 'andrew',
  drew: 'andrew',
  ali: 'alison',
  bert: 'albert',
}

function oneApart(g: string, h: string): boolean {
  if (h.length - g.length > 1) return false
  let i = 0
  while (i < g.length && g[i] === h[i]) i++
  return g.slice(i + (g.length === h.length ? 1 : 0)) === h.slice(i + 1)
}

/** How well two given names agree: 3 the same, 2 an initial or short form, 1 a letter apart, 0 not at all. */
export function givenNameAgreement(a: string, b: string): 0 | 1 | 2 | 3 {
  if (a === b) return 3
  const [g, h] = a.length <= b.length ? [a, b] : [b, a]
  if (h.startsWith(g)) return 2
  if (shortForms[a] !== undefined && shortForms[a] === (shortForms[b] ?? b)) return 2
  if (shortForms[b] !== undefined && shortForms[b] === a) return 2
  return g.length > 3 && oneApart(g, h) ? 1 : 0
}

/**
 * How well two names agree as names of one person: 4 the same, 3 to 1 as their given names do, 1 where one is a family name
 * alone, 0 not at all. Case, marks, punctuation and honorifics are of no account.
 */
export function nameAgreement(a: string, b: string): number {
  const x = foldName(a)
  const y = foldName(b)
  if (x === y) return x === '' ? 0 : 4
  const xs = x.split(' ')
  const ys = y.split(' ')
  if (x === '' || y === '' || xs.at(-1) !== ys.at(-1)) return 0
  if (xs.length === 1 || ys.length === 1) return 1
  return givenNameAgreement(xs[0]!, ys[0]!)
}
