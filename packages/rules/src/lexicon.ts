import { phrases, verbs } from './tables/concepts.ts'

/** A node of the tree of phrases: what the words so far mean, and what may follow. */
export interface PhraseNode {
  code: string | null
  next: Map<string, PhraseNode> | null
}

/** Words that stand for themselves in a gloss. */
const MARKS = ['L', 'P', 'X', 'B', 'Y', 'C', ',', ';', ':', '.', '?', '!', '—', '(', ')']

/** Words that a phrase of the lexicon may hold any one of, by the name that stands for them there. */
const POSSESSIVE = ['his', 'her', 'their', 'your', 'my', 'our', 'its']
export const wildcards: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ...POSSESSIVE.map((word) => [word, ['HIS', 'THE']] as const),
  ...['the', 'a', 'an'].map((word) => [word, ['THE']] as const),
])

/** Forms of verbs that do not follow the rule: third person, past, participle, -ing. */
const IRREGULAR: Readonly<Record<string, readonly [string, string, string, string]>> = {
  be: ['is', 'was', 'been', 'being'],
  have: ['has', 'had', 'had', 'having'],
  do: ['does', 'did', 'done', 'doing'],
  go: ['goes', 'went', 'gone', 'going'],
  get: ['gets', 'got', 'gotten', 'getting'],
  give: ['gives', 'gave', 'given', 'giving'],
  make: ['makes', 'made', 'made', 'making'],
  take: ['takes', 'took', 'taken', 'taking'],
  leave: ['leaves', 'left', 'left', 'leaving'],
  stand: ['stands', 'stood', 'stood', 'standing'],
  step: ['steps', 'stepped', 'stepped', 'stepping'],
  quit: ['quits', 'quit', 'quitted', 'quitting'],
  fall: ['falls', 'fell', 'fallen', 'falling'],
  throw: ['throws', 'threw', 'thrown', 'throwing'],
  withdraw: ['withdraws', 'withdrew', 'withdrawn', 'withdrawing'],
  hang: ['hangs', 'hung', 'hung', 'hanging'],
  drop: ['drops', 'dropped', 'dropped', 'dropping'],
  wrap: ['wraps', 'wrapped', 'wrapped', 'wrapping'],
  bring: ['brings', 'brought', 'brought', 'bringing'],
  cut: ['cuts', 'cut', 'cut', 'cutting'],
  set: ['sets', 'set', 'set', 'setting'],
  let: ['lets', 'let', 'let', 'letting'],
  see: ['sees', 'saw', 'seen', 'seeing'],
  stop: ['stops', 'stopped', 'stopped', 'stopping'],
  find: ['finds', 'found', 'found', 'finding'],
  run: ['runs', 'ran', 'run', 'running'],
  win: ['wins', 'won', 'won', 'winning'],
  beat: ['beats', 'beat', 'beaten', 'beating'],
  lead: ['leads', 'led', 'led', 'leading'],
  fight: ['fights', 'fought', 'fought', 'fighting'],
  hold: ['holds', 'held', 'held', 'holding'],
  keep: ['keeps', 'kept', 'kept', 'keeping'],
  stick: ['sticks', 'stuck', 'stuck', 'sticking'],
  tell: ['tells', 'told', 'told', 'telling'],
  beg: ['begs', 'begged', 'begged', 'begging'],
  lose: ['loses', 'lost', 'lost', 'losing'],
  think: ['thinks', 'thought', 'thought', 'thinking'],
  seek: ['seeks', 'sought', 'sought', 'seeking'],
  come: ['comes', 'came', 'come', 'coming'],
  put: ['puts', 'put', 'put', 'putting'],
  say: ['says', 'said', 'said', 'saying'],
  spring: ['springs', 'sprang', 'sprung', 'springing'],
  ride: ['rides', 'rode', 'ridden', 'riding'],
  bow: ['bows', 'bowed', 'bowed', 'bowing'],
  tear: ['tears', 'tore', 'torn', 'tearing'],
  break: ['breaks', 'broke', 'broken', 'breaking'],
  begin: ['begins', 'began', 'begun', 'beginning'],
  choose: ['chooses', 'chose', 'chosen', 'choosing'],
  know: ['knows', 'knew', 'known', 'knowing'],
  sit: ['sits', 'sat', 'sat', 'sitting'],
  swing: ['swings', 'swung', 'swung', 'swinging'],
  sling: ['slings', 'slung', 'slung', 'slinging'],
  lay: ['lays', 'laid', 'laid', 'laying'],
  rid: ['rids', 'rid', 'rid', 'ridding'],
  sack: ['sacks', 'sacked', 'sacked', 'sacking'],
  dump: ['dumps', 'dumped', 'dumped', 'dumping'],
  axe: ['axes', 'axed', 'axed', 'axing'],
  submit: ['submits', 'submitted', 'submitted', 'submitting'],
  commit: ['commits', 'committed', 'committed', 'committing'],
  duck: ['ducks', 'ducked', 'ducked', 'ducking'],
  scrap: ['scraps', 'scrapped', 'scrapped', 'scrapping'],
  swap: ['swaps', 'swapped', 'swapped', 'swapping'],
  rub: ['rubs', 'rubbed', 'rubbed', 'rubbing'],
  shut: ['shuts', 'shut', 'shut', 'shutting'],
  speak: ['speaks', 'spoke', 'spoken', 'speaking'],
  write: ['writes', 'wrote', 'written', 'writing'],
  swear: ['swears', 'swore', 'sworn', 'swearing'],
  lend: ['lends', 'lent', 'lent', 'lending'],
  mean: ['means', 'meant', 'meant', 'meaning'],
  back: ['backs', 'backed', 'backed', 'backing'],
  vouch: ['vouches', 'vouched', 'vouched', 'vouching'],
  die: ['dies', 'died', 'died', 'dying'],
  row: ['rows', 'rowed', 'rowed', 'rowing'],
  shy: ['shies', 'shied', 'shied', 'shying'],
  fend: ['fends', 'fended', 'fended', 'fending'],
  bat: ['bats', 'batted', 'batted', 'batting'],
  steer: ['steers', 'steered', 'steered', 'steering'],
  skip: ['skips', 'skipped', 'skipped', 'skipping'],
  rebut: ['rebuts', 'rebutted', 'rebutted', 'rebutting'],
  draw: ['draws', 'drew', 'drawn', 'drawing'],
  flee: ['flees', 'fled', 'fled', 'fleeing'],
  oust: ['ousts', 'ousted', 'ousted', 'ousting'],
  hook: ['hooks', 'hooked', 'hooked', 'hooking'],
  ax: ['axes', 'axed', 'axed', 'axing'],
  plan: ['plans', 'planned', 'planned', 'planning'],
  stay: ['stays', 'stayed', 'stayed', 'staying'],
  carry: ['carries', 'carried', 'carried', 'carrying'],
  rally: ['rallies', 'rallied', 'rallied', 'rallying'],
  vow: ['vows', 'vowed', 'vowed', 'vowing'],
  reject: ['rejects', 'rejected', 'rejected', 'rejecting'],
  pour: ['pours', 'poured', 'poured', 'pouring'],
  plough: ['ploughs', 'ploughed', 'ploughed', 'ploughing'],
  ditch: ['ditches', 'ditched', 'ditched', 'ditching'],
  hear: ['hears', 'heard', 'heard', 'hearing'],
  knife: ['knifes', 'knifed', 'knifed', 'knifing'],
  pin: ['pins', 'pinned', 'pinned', 'pinning'],
  swallow: ['swallows', 'swallowed', 'swallowed', 'swallowing'],
  slam: ['slams', 'slammed', 'slammed', 'slamming'],
  hit: ['hits', 'hit', 'hit', 'hitting'],
  sell: ['sells', 'sold', 'sold', 'selling'],
  send: ['sends', 'sent', 'sent', 'sending'],
  spell: ['spells', 'spelled', 'spelt', 'spelling'],
  regret: ['regrets', 'regretted', 'regretted', 'regretting'],
  prefer: ['prefers', 'preferred', 'preferred', 'preferring'],
  demur: ['demurs', 'demurred', 'demurred', 'demurring'],
  waver: ['wavers', 'wavered', 'wavered', 'wavering'],
}

/** The four inflected forms of a verb. */
function formsOf(verb: string): readonly [string, string, string, string] {
  const known = IRREGULAR[verb]
  if (known) return known
  const third = /(?:s|x|z|ch|sh|o)$/.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`
  const past = verb.endsWith('e')
    ? `${verb}d`
    : /[^aeiou]y$/.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : `${verb}ed`
  const ing = /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`
  return [third, past, past, ing]
}

/** Every reading of a phrase with `(a|b)` in it. */
function readings(phrase: string): string[] {
  const filled = phrase.replaceAll('HIMSELF', '(himself|herself)').replaceAll('HIM', '(him|her)')
  const open = /\(([^()]*)\)/.exec(filled)
  if (!open) return [filled.replace(/\s+/g, ' ').trim()]
  return open[1]!
    .split('|')
    .flatMap((one) => readings(filled.slice(0, open.index) + one + filled.slice(open.index + open[0].length)))
}

const entriesOf = (list: string): string[] =>
  list
    .split(',')
    .map((entry) => entry.trim().replace(/\s+/g, ' '))
    .filter((entry) => entry !== '')

const codes = new Map<string, string>()

/** The character that stands for a concept in glosses. */
export function codeOf(concept: string): string {
  const known = codes.get(concept)
  if (known !== undefined) return known
  throw new Error(`There is no concept ${concept}; the lexicon has ${[...codes.keys()].join(', ')}.`)
}

function grow(): Map<string, PhraseNode> {
  const root = new Map<string, PhraseNode>()
  const put = (phrase: string, code: string, overwrite = true) => {
    let level = root
    let node: PhraseNode | undefined
    for (const word of phrase.split(' ')) {
      if (node) level = node.next ??= new Map()
      node = level.get(word)
      if (!node) {
        node = { code: null, next: null }
        level.set(word, node)
      }
    }
    if (overwrite || node!.code === null) node!.code = code
  }
  const code = (concept: string): string => {
    let known = codes.get(concept)
    if (known === undefined) {
      // From U+0100 on: no letter of a word, no mark, nothing that a regular expression reads in a way of its own.
      known = String.fromCharCode(0x2500 + codes.size)
      codes.set(concept, known)
    }
    return known
  }
  for (const mark of MARKS) put(mark, mark)
  codes.set('_', '_')
  for (const [concept, list] of Object.entries(verbs)) {
    const [base, past, ing] = [code(concept), code(`${concept}_ED`), code(`${concept}_ING`)]
    for (const entry of entriesOf(list))
      for (const phrase of readings(entry)) {
        const [verb, ...rest] = phrase.split(' ')
        const tail = rest.length > 0 ? ` ${rest.join(' ')}` : ''
        const [third, simple, participle, gerund] = formsOf(verb!)
        put(phrase, base)
        put(third + tail, past, third !== phrase)
        for (const form of [simple, participle]) if (form !== verb) put(form + tail, past)
        put(gerund + tail, ing)
      }
  }
  for (const [concept, list] of Object.entries(phrases))
    for (const entry of entriesOf(list))
      for (const phrase of readings(entry)) put(phrase, concept === '_' ? '_' : code(concept))
  return root
}

/** The tree of phrases, by their first words. */
export const lexicon: ReadonlyMap<string, PhraseNode> = grow()

/** The concepts by the characters that stand for them, for people who read glosses. */
export function codeNames(): ReadonlyMap<string, string> {
  return new Map([...codes].map(([concept, code]) => [code, concept]))
}
