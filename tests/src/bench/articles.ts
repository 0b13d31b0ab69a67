import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../house/command.ts'

/** Random numbers of [0, 1) that come again for the same seed (mulberry32, public domain, Tommy Ettinger). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** One line of `ingest`'s JSON lines. */
export interface MadeArticle {
  readonly id: string
  readonly outlet: string
  readonly published: string
  readonly text: string
}

/** Words of each made article: that of a common news story. */
const WORDS = 500

/** The challenge whose articles are made. */
export const benchChallenge = join(root, 'tests', 'corpus', 'avalia')

/**
 * Articles of about 500 words, always the same for a seed. Of those that are relevant the paragraphs come from the annotated
 * articles of an invented challenge, drawn anew for each; the others are local news, full of names, that the leader and the party are not in.
 *
 * @param relevantShare of [0, 1].
 */
export function* makeArticles(count: number, relevantShare: number, seed = 1): Generator<MadeArticle> {
  const random = createRandom(seed)
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!
  const paragraphs = readParagraphs()
  for (let n = 0; n < count; n++) {
    const relevant = random() < relevantShare
    const lines: string[] = []
    for (let words = 0; words < WORDS; ) {
      const line = relevant ? pick(paragraphs) : localParagraph(pick, random)
      lines.push(line)
      words += line.split(' ').length
    }
    yield {
      id: `made-${seed}-${n}`,
      outlet: `Outlet ${n % 40}`,
      published: `2031-05-${String(1 + (n % 28)).padStart(2, '0')}`,
      text: lines.join('\n\n'),
    }
  }
}

function readParagraphs(): string[] {
  return readdirSync(benchChallenge)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => readFileSync(join(benchChallenge, name), 'utf8').split(/\n\s*\n/))
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph.split(' ').length > 8)
}

const given = [
  'Anna',
  'Tomas',
  'Ruth',
  'Idris',
  'Mei',
  'Paul',
  'Oona',
  'Karim',
  'Lucy',
  'Stefan',
  'Nora',
  'Hugh',
]
const family = [
  'Barlow',
  'Okoye',
  'Lindqvist',
  'Marsh',
  'Devlin',
  'Sato',
  'Pereira',
  'Quinn',
  'Hobbs',
  'Yilmaz',
]
const posts = ['Mayor', 'Coach', 'Dr.', 'Inspector', 'Councillor', 'Professor', 'Chief']
const places = ['Eastwick', 'Port Ellis', 'Hollow Creek', 'Saint-Anselm', 'Bramley', 'Thornbury', 'Lakeside']
const bodies = [
  'council',
  'school board',
  'rowing club',
  'hospital trust',
  'fire service',
  'library',
  'ferry company',
]
const deeds = [
  'approved',
  'put off',
  'defended',
  'opened',
  'argued over',
  'paid for',
  'closed',
  'reviewed',
  'praised',
]
const things = [
  'the new bridge over the river',
  'a plan for cheaper bus tickets',
  'the repair of the ice rink',
  'a budget of $4.2 million',
  'the sale of the old mill',
  'its rules on short rentals',
  'the winter timetable',
  'a report on the flood of last spring',
]
const days = [
  'on Monday',
  'on Tuesday evening',
  'last week',
  'at the weekend',
  'on Oct. 12',
  'two days earlier',
]
const verbs = ['said', 'told reporters', 'wrote in a statement', 'added', 'warned']
const remarks = [
  'we have waited long enough for this',
  'nobody should have to drive forty minutes for it',
  'the numbers speak for themselves',
  'it is time to move on to the next stage',
  'families deserve a clear answer before the season starts',
]

function localParagraph(pick: <Item>(items: readonly Item[]) => Item, random: () => number): string {
  const sentences: string[] = []
  for (let n = 2 + Math.floor(random() * 3); n > 0; n--) {
    const who = `${random() < 0.4 ? `${pick(posts)} ` : ''}${pick(given)} ${pick(family)}`
    const body = `the ${pick(places)} ${pick(bodies)}`
    sentences.push(
      random() < 0.5
        ? `${capital(body)} ${pick(deeds)} ${pick(things)} ${pick(days)}, after ${who} had asked for ${1 + Math.floor(random() * 30)} more days.`
        : `“${capital(pick(remarks))},” ${who} of ${body} ${pick(verbs)} ${pick(days)}, and ${pick(remarks)}.`,
    )
  }
  return sentences.join(' ')
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
