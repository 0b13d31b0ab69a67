import type { CueKind } from './document.ts'

/** How a verb reports. */
export interface Cue {
  readonly kind: CueKind
  /** Whether a person told may follow at once: `told reporters that`. */
  readonly takesAddressee: boolean
  /** `that`: a clause with or without `that`; `to`: an infinitive; `whether`: a question; `about`: a noun phrase is content too. */
  readonly frames: readonly ('that' | 'bare' | 'to' | 'whether' | 'noun')[]
}

// Verbs of speech and thought. Sources: VerbNet 3.4 classes say-37.7, tell-37.2, transfer_mesg-37.1.1, manner_speaking-37.3, advise-37.9,
// conjecture-29.5, consider-29.9, want-32.1, order-60.1, urge-58.1, admit-65, complain-37.8; checked against the cues of PolNeAR
// (Newell et al. 2018, LREC) that occur ten times or more.
const TABLE: readonly [CueKind, string, boolean, string][] = [
  [
    'say',
    'that bare',
    false,
    'say add claim insist admit concede acknowledge confirm suggest argue contend maintain assert declare state note explain',
  ],
  [
    'say',
    'that bare',
    false,
    'reply respond answer predict warn announce reveal boast joke quip complain allege reiterate stress emphasize emphasise',
  ],
  [
    'say',
    'that',
    false,
    'write tweet post report comment remark observe recall recount mention conclude continue exclaim interject retort counter affirm repeat',
  ],
  [
    'say',
    'that',
    false,
    'vow pledge promise swear signal indicate testify disclose confide volunteer hint imply lament fume growl snap mutter whisper shout yell thunder sniff sigh laugh text',
  ],
  [
    'say',
    'that',
    false,
    'point_out caution proclaim elaborate estimate stipulate venture chime relay clarify opine rule speculate fret grumble bemoan decry denounce accuse',
  ],
  ['say', 'that bare', true, 'tell inform assure remind advise notify brief'],
  ['deny', 'that bare noun', false, 'deny dismiss reject dispute refute rebuff'],
  ['refuse', 'to', false, 'refuse decline'],
  ['ask', 'whether', true, 'ask question'],
  ['ask', 'whether', false, 'wonder inquire enquire'],
  ['urge', 'to that noun', true, 'urge implore beg press beseech exhort instruct order encourage'],
  ['urge', 'to that noun', false, 'demand call want propose recommend request plead'],
  [
    'believe',
    'that bare',
    false,
    'think believe expect hope feel suspect fear guess assume doubt reckon worry know understand agree imagine',
  ],
  ['support', 'noun', false, 'back support endorse defend'],
]

/** Every verb by its lemma. */
export const CUES: ReadonlyMap<string, Cue> = new Map(
  TABLE.flatMap(([kind, frames, takesAddressee, verbs]) =>
    verbs
      .split(' ')
      .map((verb): [string, Cue] => [
        verb,
        { kind, takesAddressee, frames: frames.split(' ') as Cue['frames'] },
      ]),
  ),
)
