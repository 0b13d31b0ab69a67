import { type Needs, needsOf } from './prefilter.ts'
import { leaving } from './tables/leaving.ts'
import { meetings } from './tables/meetings.ts'
import { letters, people } from './tables/people.ts'
import { speech } from './tables/speech.ts'
import { staying } from './tables/staying.ts'
import { support } from './tables/support.ts'
import { trouble } from './tables/trouble.ts'
import { voting } from './tables/voting.ts'

/** The word classes that patterns name in braces, from the tables. */
const classes: Readonly<Record<string, readonly string[]>> = {
  ...people,
  ...letters,
  ...leaving,
  ...voting,
  ...support,
  ...speech,
  ...staying,
  ...trouble,
  ...meetings,
  /** Up to four words of whatever kind but a denial or a loss. */
  few: [
    "(?:(?!(?:not|never|no|nor|neither|lost|losing|loses?|little|less|fading|waning|without|dwindling|withdr\\w*)\\b|\\S*n't\\b)[^\\s.;,!?]+ ){0,4}?",
  ],
  /** A few words in between, within one clause. */
  gap: ["(?:(?!\\bnot\\b|n't|never|without|short of)[^,.;:!?]){0,45}?"],
  /** More words in between, within one sentence. */
  far: ["(?:(?!\\bnot\\b|n't|never|without|short of)[^.;!?]){0,90}?"],
}

const expanded = new Map<string, string>()

function classSource(name: string): string {
  const known = expanded.get(name)
  if (known !== undefined) return known
  const words = classes[name]
  if (!words)
    throw new Error(`There is no word class {${name}}; the tables have ${Object.keys(classes).join(', ')}.`)
  const source = `(?:${words.map((word) => expand(word)).join('|')})`
  expanded.set(name, source)
  return source
}

function expand(pattern: string): string {
  // "I would" and "I'd", "Vale is" and "Vale's": a contraction follows its subject without a space.
  return pattern
    .replaceAll('|they) (?:', "|they)(?: |(?='))(?:")
    .replaceAll(/\{(leader|chief|figure)\} \(\?:/g, "{$1}(?: |(?='))(?:")
    .replace(/\{([a-z]\w*)\}/gi, (_, name: string) => classSource(name))
}

/** The edges of a word. Latin letters and digits: classes of all scripts make an expression ten times slower. */
const edged = (source: string) => `(?<![\\wÀ-ɏ])(?:${source})(?![\\wÀ-ɏ])`

/**
 * One regular expression for a list of patterns over marked text. `{name}` stands for a word class of the tables; the rest is
 * regular expression syntax. A pattern begins and ends at the edge of a word.
 */
export function compile(patterns: readonly string[]): RegExp {
  return new RegExp(edged(sourceOf(patterns)), 'g')
}

/** Patterns that begin with the same class share it, so that a subject is read once for all that may follow it. */
function sourceOf(patterns: readonly string[]): string {
  const byHead = new Map<string, string[]>()
  for (const pattern of patterns) {
    const [, head = '', rest = ''] = /^(\{[a-z]\w*\})?(.*)$/is.exec(pattern)!
    const group = byHead.get(head)
    if (group) group.push(rest)
    else byHead.set(head, [rest])
  }
  return [...byHead]
    .map(([head, rests]) => `${expand(head)}(?:${rests.map((rest) => expand(rest)).join('|')})`)
    .join('|')
}

/** A pattern by itself, and what any match of it holds. */
export interface Pattern {
  readonly needs: Needs
  readonly expression: RegExp
}

/** Each pattern of a list by itself. Throws where one is no regular expression. */
export function compileEach(patterns: readonly string[]): Pattern[] {
  return patterns.map((pattern) => {
    const source = sourceOf([pattern])
    const expression = new RegExp(edged(source), 'g')
    return { needs: needsOf(source), expression }
  })
}
