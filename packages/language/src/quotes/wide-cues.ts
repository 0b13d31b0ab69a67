import { CUES, type Cue } from '../cues.ts'
import type { CueKind } from '../document.ts'

/** How the content of a cue may begin: `Calloway plans to run`, `sees him as a bully`, `criticized Dunn for it`. */
export type Opening = 'that' | 'clause' | 'to' | 'wh' | 'noun' | 'as' | 'quote' | 'finding'

interface WideCue extends Cue {
  /** Null where any will do. */
  readonly openings: ReadonlySet<Opening> | null
}

// Sources: VerbNet 3.4 (say-37.7, judgment-33, want-32, wish-62, intend-61.2, promise-37.13, appoint-29.1, characterize-29.2, consider-29.9,
// discover-84, see-30.1, order-60.1, resolve-110.1); Levin 1993 (31.2, 31.3, 33, 37); the attribution verbs of Krestel et al. 2008.
// What the rules of claims do not count as speech (intention, judgment, findings) counts as an attribution in PolNeAR (Newell et al. 2018).
const TABLE: readonly [CueKind, string, boolean, string, string][] = [
  // Speech that the rules have no use for.
  [
    'say',
    'that bare',
    false,
    'that clause quote wh',
    'reason theorize surmise posit posture profess attest vouch intone enthuse gush marvel bristle bellow chant cry scream roar',
  ],
  [
    'say',
    'that bare',
    false,
    'that clause quote',
    'tease crow brag gloat scoff sneer chide scold chuckle smile shrug recite read sum conjecture caption headline blog retweet editorialize exclaim utter croon quote',
  ],
  [
    'say',
    'that bare noun',
    false,
    'that clause quote noun',
    'charge underscore highlight illustrate outline detail cite invoke echo hail tout trumpet',
  ],
  [
    'say',
    'that bare noun',
    false,
    'that clause wh finding',
    'find show discover learn determine calculate conclude demonstrate forecast project rule hold prove indicate',
  ],
  // Judgments of others, with their object.
  [
    'say',
    'noun',
    false,
    'noun as quote that',
    'criticize criticise praise blame accuse blast slam condemn denounce mock ridicule assail deride lambaste scold chastise rebuke applaud commend laud congratulate decry bash excoriate skewer berate disparage castigate fault',
  ],
  [
    'say',
    'noun',
    false,
    'as quote',
    'describe characterize characterise portray depict paint cast label brand dub frame regard view see declare liken compare dismiss refer',
  ],
  ['believe', 'noun', false, 'noun as quote', 'consider deem pronounce'],
  ['say', 'noun', false, 'noun quote that', 'apologize apologise complain boast brag joke warn'],
  // Commitment and intention.
  [
    'believe',
    'to that bare',
    false,
    'to that',
    'vow pledge promise swear threaten offer agree plan intend decide choose resolve aim propose aspire seek refuse decline claim commit consent elect prefer profess',
  ],
  [
    'urge',
    'to that noun',
    true,
    'to that quote noun',
    'urge ask tell order instruct direct encourage implore beg press beseech exhort advise remind command persuade warn dare',
  ],
  [
    'urge',
    'to that noun',
    false,
    'to that noun quote',
    'demand propose recommend request plead advocate lobby',
  ],
  ['believe', 'to noun', false, 'to noun', 'want wish'],
  // Belief and feeling.
  [
    'believe',
    'that bare',
    false,
    'that clause wh to quote',
    'think believe expect hope feel suspect fear guess assume doubt reckon worry know understand imagine anticipate realize realise recognize recognise remember forget dream bet figure presume sense trust',
  ],
  [
    'believe',
    'noun',
    false,
    'noun',
    'oppose favor favour support back endorse reject dislike hate love admire respect resent trust prefer',
  ],
]

const KEPT = [...CUES].map(([verb, cue]): [string, WideCue] => [verb, { ...cue, openings: null }])

/** Every verb of speech, thought, judgment and intention by its lemma; what is in `CUES` keeps the frames that it has there. */
export const WIDE_CUES: ReadonlyMap<string, WideCue> = (() => {
  const wide = new Map(KEPT)
  for (const [kind, frames, takesAddressee, openings, verbs] of TABLE)
    for (const verb of verbs.split(' ')) {
      const before = wide.get(verb)
      const own = before && CUES.has(verb) ? before : null
      wide.set(verb, {
        kind: own?.kind ?? before?.kind ?? kind,
        takesAddressee: (before?.takesAddressee ?? false) || takesAddressee,
        frames: [...new Set([...(before?.frames ?? []), ...(frames.split(' ') as Cue['frames'])])],
        openings: own ? null : new Set([...(before?.openings ?? []), ...(openings.split(' ') as Opening[])]),
      })
    }
  for (const verb of ['refuse', 'decline'])
    wide.set(verb, {
      kind: 'other',
      takesAddressee: false,
      frames: ['to'],
      openings: new Set<Opening>(['to']),
    })
  const want = wide.get('want')
  if (want) wide.set('want', { ...want, kind: 'believe' })
  return wide
})()

/** Verbs that judge somebody: what is said begins with their object, `accused | Dunn of "peddling fear"`. */
export const JUDGING: ReadonlySet<string> = new Set(
  (
    'accuse blame blast slam condemn denounce mock ridicule criticize criticise praise describe characterize characterise portray depict label brand dub ' +
    'regard view see dismiss refer compare liken call decry declare'
  ).split(' '),
)

/** The forms that a tagger takes for nouns or adjectives, to their lemma: `fear`, `alleged`, `plans`. */
export const FORMS: ReadonlyMap<string, string> = new Map(
  [...WIDE_CUES.keys()].flatMap((verb): [string, string][] => {
    const stem = verb.endsWith('e') ? verb.slice(0, -1) : verb
    const y = /[^aeiou]y$/.test(verb)
    return [
      [verb, verb],
      [y ? `${verb.slice(0, -1)}ies` : /(?:s|sh|ch|x)$/.test(verb) ? `${verb}es` : `${verb}s`, verb],
      [y ? `${verb.slice(0, -1)}ied` : `${stem}ed`, verb],
      [`${stem}ing`, verb],
    ]
  }),
)
