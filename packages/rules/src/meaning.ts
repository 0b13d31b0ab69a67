import { codeOf } from './lexicon.ts'

/** A pattern over glosses, compiled. */
export interface Meaning {
  /** The character without which it cannot match. */
  readonly keys: string
  readonly pattern: RegExp
}

const ENDS = '.;?!'
const set = (...concepts: string[]): string => concepts.map(codeOf).join('')

/** What may stand between two items at no cost: words that the lexicon does not know, and those without weight of their own. */
const LIGHT = () =>
  `_${set('TO', 'THAT', 'BE', 'APOS', 'HAVE', 'DO', 'WILL', 'OF', 'IN', 'FOR', 'WITH', 'BY', 'YES', 'INTO', 'TOO', 'PAPER', 'VENUE', 'AGAIN', 'MY', 'HIS', 'HER', 'THEIR', 'ME', 'THEM')}YC`

/** What ends a clause or turns it about: no gap may hold it. */
const BLOCKS = () =>
  `${ENDS}LPXB${set('NOT', 'NO', 'NOLONGER', 'IF', 'DENY', 'DENY_ED', 'DENY_ING', 'SIGN', 'REJECT', 'REJECT_ED', 'REJECT_ING', 'REFUSE', 'REFUSE_ED', 'AVOID', 'AVOID_ED', 'ONCE', 'THOSE', 'CONSIDER', 'CONSIDER_ED', 'CONSIDER_ING', 'REFLECT', 'REFLECT_ED', 'PULL', 'PULL_ED', 'WITHDRAW_ED')}`

/** Classes of concepts that patterns name together. */
const UNIONS: Readonly<Record<string, readonly string[]>> = {
  LEADER: ['L', 'BOSS', 'HE', 'SHE', 'HIM', 'HER'],
  LEADERS: ['L', 'BOSS', 'HIS', 'HER'],
  SELF: ['SELF', 'HE', 'SHE', 'THEY'],
  /** The speaker in reported speech. */
  THIRD: ['HE', 'SHE', 'THEY'],
  MY: ['MY', 'HIS', 'HER', 'THEIR', 'ME'],
  NEG: ['NOT', 'NOLONGER', 'NO'],
  IS: ['BE', 'APOS', 'REMAIN'],
  BE: ['BE', 'REMAIN'],
  HAVE: ['HAVE', 'APOS'],
  BACK: ['BACK', 'SUPPORT'],
  BACKED: ['BACK', 'BACK_ED', 'SUPPORT', 'DEMAND_ED'],
  BACKING: ['BACK_ING', 'BACK'],
  CONF: ['CONF', 'SUPPORT', 'VOTE'],
  CAMP: ['CAMP', 'AID', 'ALLY'],
  LEAVE: ['LEAVE', 'RETIRE', 'LEAVE_ING', 'WITHDRAW', 'WITHDRAW_ING', 'RESIGN', 'RESIGN_ING'],
  GO: ['LEAVE', 'WITHDRAW', 'RESIGN', 'RETIRE'],
  WENT: ['LEAVE_ED', 'RESIGN_ED', 'RESIGN', 'WITHDRAW_ED', 'GONE'],
  LEAVING: ['LEAVE_ING', 'RESIGN_ING', 'WITHDRAW_ING'],
  RESIGNED: ['RESIGN', 'RESIGN_ED'],
  STAY: ['STAY', 'STAY_ING', 'REMAIN', 'RUNAGAIN'],
  OUST: ['OUST', 'OUST_ING', 'CHANGE', 'DESERT', 'DESERT_ING'],
  ASK: ['ASK', 'ASK_ED', 'ASK_ING', 'ASKED'],
  ASK_ED: ['ASK_ED', 'ASKED'],
  DEMAND: ['DEMAND', 'DEMAND_ED', 'DEMAND_ING', 'SUPPORT', 'BACK', 'BACK_ED', 'BACK_ING'],
  WANT: ['WANT', 'WANT_ED', 'WANT_ING'],
  NEED: ['NEED', 'NEED_ED', 'NEED_ING', 'MUST'],
  OFFER: ['OFFER', 'OFFER_ED', 'OFFER_ING'],
  REJECT: ['REJECT', 'REJECT_ED', 'REJECT_ING'],
  LOST: ['LOSE', 'LOSE_ED', 'LOSE_ING'],
  PULLED: ['PULL', 'PULL_ED', 'PULL_ING', 'WITHDRAW', 'WITHDRAW_ED', 'WITHDRAW_ING'],
  REFLECT: ['REFLECT', 'REFLECT_ED', 'REFLECT_ING'],
  CONSIDER: ['CONSIDER', 'THINK', 'CONSIDER_ED', 'CONSIDER_ING'],
  DECIDE: ['DECIDE', 'DECIDE_ED', 'DECIDE_ING', 'VOTE'],
  DODGED: ['DODGE_ED', 'DODGE', 'DODGE_ING'],
  AVOIDED: ['AVOID_ED', 'AVOID', 'AVOID_ING'],
  REFUSED: ['REFUSE_ED', 'REFUSE', 'REFUSE_ING'],
  DECLARE: ['DECLARE', 'DECLARE_ING', 'DECLARE_ED'],
  DESERT: ['DESERT_ED', 'DESERT_ING', 'DESERT'],
  JOINED: ['JOIN_ED', 'JOIN', 'JOIN_ING'],
  SACKED: ['SACK_ED', 'OUST_ED', 'PULL_ED'],
  WIN: ['WIN', 'WIN_ING', 'STAY'],
  SHUTUP: ['SHUTUP', 'SHUTUP_ED', 'SHUTUP_ING'],
  PERSON: ['P', 'B', 'X'],
  WITH: ['WITH', 'BEHIND', 'IN', 'FOR'],
  /** What a question about the leadership is about. */
  TOPIC: [
    'L',
    'BOSS',
    'HIM',
    'HER',
    'POSITION',
    'STAY',
    'STAY_ING',
    'LEAVE',
    'LEAVE_ING',
    'LEAVE_ED',
    'BACK',
    'BACK_ED',
    'BACK_ING',
    'SUPPORT',
    'CONF',
    'RIGHT',
    'CHANGE',
    'VOTEN',
    'PLOT',
  ],
  NOTSAY: ['OFFER', 'DECLARE', 'ASK', 'BACK', 'SUPPORT', 'CONF', 'LET'],
}

const MARK = /^[LPXBYC,;:.?!—()]$/

/** The characters of an item: a union, a concept, or several of either with `/` between them. */
function charsOf(names: string): string {
  let chars = ''
  for (const name of names.split('/')) {
    if (name.startsWith('=')) chars += codeOf(name.slice(1))
    else if (MARK.test(name)) chars += name
    else for (const one of UNIONS[name] ?? [name]) chars += MARK.test(one) ? one : codeOf(one)
  }
  return chars
}

const classOf = (chars: string) => `[${chars.replace(/[\]\\^-]/g, '\\$&')}]`

/** A figure or body of the party, or several in a list. */
function someOf(): string {
  return `[PB](?:[,;]?${codeOf('AND')}?_{0,3}[PB]){0,11}`
}

/**
 * The subject of a sentence: a figure or body of the party, or several in a list, with what a pair of commas or brackets says
 * of them; or a pronoun.
 */
function figure(): string {
  const list = `(?<who>${someOf()})(?!${codeOf('APOS')})`
  const aside = `(?:,[^${ENDS}]{1,30}?,|\\([^)]{0,8}\\),?)?`
  return `(?:${list}${aside}|(?<pronoun>${classOf(charsOf('HE/SHE/THEY'))}))`
}

/**
 * Compiles a pattern over glosses. Items stand in order, a few words of no weight may come between them:
 *
 *     FIGURE ASK LEADER GO            Finch yesterday urged the prime minister publicly to step aside
 *
 * An item is a concept or union of the lexicon, or several with `/` between them; `?` behind it makes it optional; `~` is a
 * longer stretch within the clause; `~~` may hold denials and conditions too; `+` joins the next item closely; `!A/B` refuses what follows; `^` and `$` are the ends of a clause; `FIGURE` is the
 * subject of a told sentence, `WHOM` somebody whom it speaks of; `=A` is concept A and not the union of that name. Gaps hold no negation, condition or other person.
 */
export function meaning(source: string): Meaning {
  const items = source.trim().split(/\s+/)
  const light = `[,—]?(?:${classOf(LIGHT())}[,—]?){0,5}`
  const wide = `[^${BLOCKS().replace(/[\]\\^-]/g, '\\$&')}]{0,22}`
  const wider = `[^${ENDS}PXB${set('NOLONGER', 'SIGN')}]{0,22}`
  let pattern = ''
  let keys = ''
  let fallback = ''
  let gap = ''
  let named = false
  let own = false
  for (const item of items) {
    if (item === '^') {
      pattern += `(?<=^|[${ENDS}:—])[_,]{0,2}`
      continue
    }
    if (item === '$') {
      pattern += `(?=[,_]{0,2}(?:[${ENDS}—]|$))`
      continue
    }
    if (item === '~') {
      gap = wide
      continue
    }
    if (item === '~~') {
      gap = wider
      continue
    }
    if (item === '+') {
      gap = '_{0,2}'
      continue
    }
    if (item.startsWith('!')) {
      pattern += `(?!_?${classOf(charsOf(item.slice(1)))})`
      continue
    }
    const optional = item.endsWith('?') && item.length > 1
    const name = optional ? item.slice(0, -1) : item
    let part: string
    if (name === 'FIGURE') {
      pattern += gap + figure()
      gap = `,?(?:${classOf(LIGHT().replace(codeOf('WILL'), '') + codeOf('AND') + codeOf('WHO'))},?){0,6}`
      continue
    }
    const chars = name === 'WHOM' ? 'PB' : charsOf(name)
    if (name === 'WHOM') part = `(?<who>${someOf()})`
    else if ((name === 'SELF' || name === 'THIRD') && !own) {
      own = true
      part = `(?<self>${classOf(chars)})`
    } else if (!named && /^LEADERS?$/.test(name)) {
      named = true
      part = `(?<leader>${classOf(chars)})`
    } else part = classOf(chars)
    if (/^LEADERS$/.test(name)) part += `${classOf(codeOf('APOS'))}?`
    pattern += optional ? `(?:${gap}${part})?` : gap + part
    gap = light
    if (!optional) fallback = chars
    // The rarest item decides whether the pattern is tried.
    if (
      !optional &&
      !/^(?:LEADERS?|WHOM|SELF|THIRD|IS|HAVE|MUST|WILL|CAN|NEG|NOT|NO|MY|TO|IN|WITH|FOR|BE|THAT|AND|IF|BY|P|L|B|OF|,|HE|SHE)$/.test(
        name,
      )
    )
      if (keys === '' || chars.length < keys.length) keys = chars
  }
  return { keys: keys || fallback, pattern: new RegExp(pattern, 'dg') }
}
