/** `[start, end)` in UTF-16 units of the text exactly as it was given. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A word or mark. */
export interface Token extends Span {
  readonly index: number
  /** As it stands in the repaired text. */
  readonly text: string
  /** Lower case, no accents, straight apostrophes and hyphens. */
  readonly lower: string
  /** The dictionary form, lower case: `said` is `say`, `MPs` is `mp`. */
  readonly lemma: string
  /** Universal part-of-speech tag: NOUN, PROPN, VERB, AUX, ADJ, ADV, PRON, DET, ADP, NUM, PART, CCONJ, SCONJ, PUNCT, ... */
  readonly pos: string
  readonly sentence: number
}

/** What a stretch of text is for. Only `body`, `headline`, `list` and `transcript` can carry news. */
export type SentenceKind =
  | 'body'
  | 'headline'
  | 'list'
  | 'transcript'
  | 'caption'
  | 'furniture'
  | 'letter'
  | 'duplicate'

export interface Sentence extends Span {
  readonly index: number
  readonly paragraph: number
  readonly kind: SentenceKind
  /** Tokens `[firstToken, endToken)` of the document. */
  readonly firstToken: number
  readonly endToken: number
  /** The speaker's label of a transcript line (`CASEY:`, `Q.`), or null. */
  readonly label: Span | null
}

export interface Paragraph extends Span {
  readonly index: number
  readonly kind: SentenceKind
  /** Sentences `[firstSentence, endSentence)` of the document. */
  readonly firstSentence: number
  readonly endSentence: number
}

/** A stretch inside quotation marks; one that runs over paragraphs, or is broken in two by the speaker, is one per stretch. */
export interface Quotation extends Span {
  readonly index: number
  /** Without the marks. */
  readonly inner: Span
  /** `"` or `'` or guillemets; nested ones have a depth above 0. */
  readonly depth: number
  readonly paragraph: number
  /** Whether the closing mark is there (a quotation that runs on into the next paragraph has none). */
  readonly closed: boolean
  /** A title, a nickname or a scare quote of a word or two rather than speech. */
  readonly scare: boolean
}

/** What kind of speech or thought a cue reports. */
export type CueKind =
  | 'say' //      said, told, according to, wrote, announced
  | 'deny' //     denied, rejected, dismissed (that)
  | 'refuse' //   refused, declined, would not (say)
  | 'ask' //      asked, wondered
  | 'urge' //     urged, called on, demanded, wants
  | 'believe' //  thinks, believes, expects, hopes
  | 'support' //  backed, defended, endorsed
  | 'other'

/** Somebody's attributed words or thought: direct, indirect or mixed. */
export interface Statement {
  readonly index: number
  /** The words that name the source, without its apposition: `Sean Casey` in `Sean Casey, a Liberal MP, said`; null where none does. */
  readonly source: Span | null
  /** The verb (or `according to`); null in a transcript and in a free-standing quotation. */
  readonly cue: Span | null
  readonly cueLemma: string | null
  readonly cueKind: CueKind
  /** To whom: `CTV News`, `reporters`; null where not said. */
  readonly addressee: Span | null
  /** What was said, in the order of the text; without quotation marks at the ends. */
  readonly content: readonly Span[]
  readonly kind: 'direct' | 'mixed' | 'indirect'
  /** `did not say`, `has never said`. */
  readonly negated: boolean
  /** Of the act of saying itself: `might say`, `if he says`, `asked whether`, `will say`. */
  readonly modality: 'asserted' | 'hypothetical' | 'question' | 'future'
  /** The statement that this one stands inside (`A said B had said ...`), or null. */
  readonly within: number | null
  readonly sentence: number
}

/** A text with its structure. Every span is true to the text as given. */
export interface Document {
  readonly text: string
  /** `YYYY-MM-DD` or null. */
  readonly published: string | null
  readonly paragraphs: readonly Paragraph[]
  readonly sentences: readonly Sentence[]
  readonly tokens: readonly Token[]
  readonly quotations: readonly Quotation[]
  readonly statements: readonly Statement[]
}

/** How a clause stands to the truth. `plain` is asserted as a fact. */
export type ClauseStatus = 'plain' | 'negated' | 'hypothetical' | 'question' | 'reported'

/** A number of things with its hedge. `more than 45` has low 45 and `at-least`; `fewer than 10` high 10 and `up-to`. */
export interface Quantity extends Span {
  readonly low: number | null
  readonly high: number | null
  readonly hedge: 'exact' | 'at-least' | 'up-to' | 'about' | 'range'
  /** The last token of the quantity: what is counted follows it. */
  readonly endToken: number
  readonly sentence: number
}

/** A day that the text names. */
export interface DayMention extends Span {
  /** `YYYY-MM-DD`; null where it cannot be known (no published day) or is not precise (`last week`). */
  readonly day: string | null
  /** Which way it points from the article's day, as far as the words or the tense of the clause say. */
  readonly direction: 'past' | 'present' | 'future'
  readonly sentence: number
}
