import type { SentenceKind, Span, Token } from './document.ts'

/** A paragraph before its sentences are known. Tokens `[first, end)`. */
export interface Block extends Span {
  readonly first: number
  readonly last: number
  kind: SentenceKind
  /** The tokens of the speaker's label with its mark, or null. */
  label: readonly [number, number] | null
}

const TERMINAL = /[.!?…:;]["'”’»)\]]*$/

/** Whether the lines of a text were broken at a fixed width, so that a line end alone ends no paragraph. */
function isWrapped(lines: readonly Span[], text: string): boolean {
  let long = 0
  let longest = 0
  for (const line of lines) {
    const length = line.end - line.start
    if (length > longest) longest = length
    if (length >= 50) long += 1
  }
  return longest <= 100 && long >= 3 && long * 2 > lines.length && /\n[ \t\r]*\n/.test(text)
}

/** Cuts a text into paragraphs at line ends; wrapped lines are joined. Offsets are those of the text. */
export function paragraphSpans(text: string): Span[] {
  const lines: (Span & { blankBefore: boolean })[] = []
  let blank = true
  for (let at = 0; at < text.length; ) {
    const newline = text.indexOf('\n', at)
    const next = newline === -1 ? text.length : newline + 1
    let start = at
    let end = next
    while (start < end && text.charCodeAt(start) <= 32) start += 1
    while (end > start && text.charCodeAt(end - 1) <= 32) end -= 1
    if (start === end) blank = true
    else {
      lines.push({ start, end, blankBefore: blank })
      blank = false
    }
    at = next
  }
  const wrapped = isWrapped(lines, text)
  const spans: { start: number; end: number }[] = []
  let length = 0
  for (const line of lines) {
    const open = spans.at(-1)
    const bullet = /^(?:[-*•·▪–—>]|\d{1,2}[.)])\s/.test(text.slice(line.start, line.start + 5))
    if (open && !line.blankBefore && !bullet) {
      const before = text.slice(Math.max(open.start, open.end - 4), open.end)
      const lower = /^\p{Ll}/u.test(text.slice(line.start, line.start + 2))
      if ((wrapped && length >= 45) || (lower && length >= 40 && !TERMINAL.test(before))) {
        open.end = line.end
        length = line.end - line.start
        continue
      }
    }
    spans.push({ start: line.start, end: line.end })
    length = line.end - line.start
  }
  return spans
}

// What surrounds the news on pages of newspapers. Collected from the seeds and from the boilerplate lists of trafilatura and
// newspaper3k; each alternative stands at the beginning of a short paragraph, or is all of it.
const FURNITURE_START = new RegExp(
  `^(?:${[
    'advertisement\\b',
    'media contact\\b',
    '(?:telephone|tel|phone|e-?mail)\\s*:',
    'more on this (?:story|topic)',
    'our standards\\s*:',
    'view in browser\\b',
    'follow .{2,50} on (?:facebook|twitter|x|instagram|threads|bluesky)\\b',
    '\\((?:additional )?(?:reporting|writing|editing) by\\b',
    'ad(?:vert)? feedback',
    'story continues below',
    'article continues below',
    'continue reading',
    'read (?:more|also|next|the full|this next|related)\\b',
    "(?:more|also|see also|related(?: (?:stories|articles|topics|content|news|links))?|recommended(?: (?:for you|stories|reading))?|most (?:read|popular|viewed)|trending(?: now)?|top stories|up next|you may (?:also )?like|in this (?:story|article)|what to read next|editor[’']s picks?)\\s*(?::|$)",
    'watch(?: live| now| more)?\\s*:',
    'listen(?: to)?(?: the)?(?: podcast| live| now)?\\s*:',
    '(?:click|tap) (?:here|to)\\b',
    'sign(?:ed)? (?:up|in|out)\\b',
    'log (?:in|out)\\b',
    'subscribe\\b',
    'register (?:now|for free|to)\\b',
    'get (?:the latest|our|breaking|unlimited|the day|all the)\\b.{0,80}(?:newsletter|inbox|access|alerts|app|delivered)',
    '(?:this )?newsletter\\b',
    'share (?:this|on|via|article|story|link)?\\b.{0,40}$',
    '(?:facebook|twitter|x|linkedin|whatsapp|email|reddit|pinterest|print|copy link|share|comments?|save|gift|follow|home|menu|search|close|back|next|previous|politics|news|sports?|opinion|business|world|local|live|video|audio|author)(?:\\s*[|•·/,›>]?\\s*(?:facebook|twitter|x|linkedin|whatsapp|email|reddit|pinterest|print|copy link|share|comments?|save|gift|follow|home|menu|search|close|back|next|previous|politics|news|sports?|opinion|business|world|local|live|video|audio|contact(?: us)?|about(?: us)?))*$',
    'follow (?:us|him|her|them|@|live)\\b',
    'skip to\\b',
    'jump to\\b',
    'we (?:and our partners )?use cookies\\b',
    '(?:this (?:site|website|page) uses|by (?:continuing|using|clicking)|accept (?:all )?cookies|manage (?:cookies|preferences|consent)|cookie (?:policy|settings|preferences))',
    'your (?:privacy|consent|email)\\b.{0,80}$',
    'copyright\\b',
    '(?:©|\\(c\\))',
    'all rights reserved',
    '(?:privacy policy|terms (?:of (?:use|service)|and conditions)|contact us|about us)\\b',
    '(?:— )?with (?:a )?(?:files?|reports?|reporting) (?:from|by)\\b',
    '(?:additional |with )?reporting by\\b',
    'this (?:article|story|report|piece) (?:was|is|has been|originally|first|may)\\b',
    'this is a (?:developing|breaking)\\b',
    'more (?:details )?to (?:come|follow)',
    '(?:last )?(?:updated|published|posted|modified|first published)\\b.{0,60}\\d',
    '\\d+ ?(?:min(?:ute)?s?)? read$',
    '\\d+ (?:comments?|shares?|views?)$',
    "(?:by|from) (?:\\p{Lu}[\\p{L}.’'-]+ ?){1,4}(?:(?:,|and|&|\\|) ?.{0,60})?$",
    '(?:do you )?(?:have|got) a (?:tip|story)\\b',
    'what do you think\\?',
    'join (?:the conversation|our|us)\\b',
    'download (?:the|our)\\b',
    'support (?:our|local|independent) journalism',
    'enable javascript',
    'please (?:enable|log|sign|subscribe|consider)\\b',
    'file(?:d under)?\\s*:',
    'tags?\\s*:',
    'topics?\\s*:',
    'source\\s*:',
    'date\\s*:?\\s*\\d{4}-\\d\\d-\\d\\d\\s*$',
    'published\\s*:',
    '(?:the )?(?:associated press|canadian press|reuters|afp|ap|cp)(?: contributed to this report)?\\.?$',
    '-?30-?$',
  ].join('|')})`,
  'iu',
)
const FURNITURE_ANYWHERE =
  /contributed to this (?:report|story)|all rights reserved|sent to your inbox|delivered (?:straight )?to your inbox|you are (?:now )?(?:subscribed|signed)|already (?:a subscriber|have an account)|unsubscribe|our (?:privacy policy|terms of)|can be reached at|follow (?:him|her|them|us) on|^[^|•·›»>.!?]{2,40}(?:[|•·›»>][^|•·›»>.!?]{2,40}){2,}$/iu
const CAPTION =
  /^[[(]?(?:(?:file )?(?:photo|photograph|picture|image|illustration|video|caption)s?\b.{0,20}?(?::|by\b|credit|courtesy|supplied|\/)|\(?(?:photo|file photo|handout|supplied|pool|submitted)\b.{0,40}\)?$|pictured\b|(?:above|below|left|right|from left)\s*[:,])|\((?:[^()]{0,60}\/[^()]{0,60}|(?:photo|picture|image|file)[^()]{0,60}|(?:ap|cp|afp|reuters|getty)[^()]{0,60})\)\s*\.?$|(?:\/|\b)(?:the canadian press|getty images|reuters|afp|associated press|cp|epa|shutterstock|pool|handout)(?:\/[\p{L} ]{2,40}|\s+(?:photo|images?|file))\.?$|\b(?:photo|photograph|picture|image)s?(?: credit)?\s*(?::|by)\s*[\p{Lu}].{0,60}$|\bis (?:seen|shown|pictured) (?:in|on|at|here)\b[^.]{0,160}(?:file )?(?:photo|image|picture|photograph)\b/iu
const LETTERS_HEAD =
  /^(?:letters?(?: (?:to the editor|of the (?:day|week)|page))?|your letters|readers(?:[’']|’s)? letters|readers write|your say|comment is yours|postbag|mailbag)\s*[:.]?$/iu
const LETTER = /^(?:re\s*[:.]|dear (?:sir|madam|editor)|to the editor|sir\s*[,–—-])/iu
/** Heads of lists that lead elsewhere; what follows up to the next full sentence goes with them. */
const RELATED_HEAD =
  /^(?:related(?: \p{L}+)?|more on this (?:story|topic)|read (?:more|also)|see also|most (?:read|viewed|popular|shared)|trending(?: now)?|recommended(?: for you)?|you may also like|top stories|up next|editor's picks|in this (?:story|article))\s*:?$/iu
const COMMENTS_HEAD =
  /^(?:(?:your |reader |\d+ )?comments?|join the conversation|have your say)\s*(?:\(\d+\))?:?$/iu
const BULLET = /^(?:[-*•·▪–]|\d{1,2}[.)])\s/u
const LABEL_NAME =
  /^(?:[QA]|@\w{2,30}|[\p{Lu}][\p{Lu}\p{M}'’.-]*(?: [\p{Lu}][\p{Lu}\p{M}'’.-]*){0,5}(?: [([][^()[\]]{1,60}[)\]]|, [\p{Lu}][\p{Lu}'’. -]{2,60})?)$/u
const LABEL_TITLE =
  /^(?:[\p{Lu}][\p{L}'’.-]*(?: (?:[\p{Lu}][\p{L}'’.-]*|of|the|and|de|van|der|von|du|la)){0,5}(?: \([^()]{1,60}\))?)$/u

function labelOf(
  tokens: readonly Token[],
  block: Block,
  text: string,
  pattern: RegExp,
): readonly [number, number] | null {
  const limit = Math.min(block.last, block.first + 12)
  for (let i = block.first; i < limit; i++) {
    const token = tokens[i]
    if (!token) break
    const isMark =
      token.text === ':' ||
      (token.text === '.' && i === block.first + 1 && /^[QA]$/.test(tokens[block.first]?.text ?? ''))
    if (!isMark) continue
    if (i === block.first || i + 1 >= block.last) return null
    const name = text.slice(block.start, tokens[i - 1]?.end)
    return pattern.test(name) ? [block.first, i + 1] : null
  }
  return null
}

/** Says what each paragraph is for. `text` is the text as given. */
export function classify(blocks: readonly Block[], tokens: readonly Token[], text: string): void {
  const seen = new Set<string>()
  let letters = false
  let anyBody = false
  let titled = 0
  let related = false
  const names = new Set<string>()
  for (const block of blocks) {
    block.label = labelOf(tokens, block, text, LABEL_NAME)
    const title = block.label ? null : labelOf(tokens, block, text, LABEL_TITLE)
    if (!title) continue
    titled += 1
    names.add(text.slice(block.start, tokens[title[1] - 1]?.end))
  }
  // Speakers speak again; a list of people names each of them once.
  const transcript = titled >= 4 && titled * 3 > blocks.length && names.size * 3 <= titled * 2
  for (const block of blocks) {
    if (transcript) block.label ??= labelOf(tokens, block, text, LABEL_TITLE)
    const words = text
      .slice(block.start, Math.min(block.end, block.start + 600))
      .replace(/[’‘]/g, "'")
      .replace(/^[▶►→»\s]+/u, '')
    const whole = block.end - block.start <= 600
    const ends = TERMINAL.test(text.slice(Math.max(block.start, block.end - 5), block.end))
    const count = block.last - block.first
    // Within an article "LETTERS" may head a part of a list.
    if (
      (LETTERS_HEAD.test(words) && !(anyBody && /^letters?\b.?$/i.test(words))) ||
      (anyBody && COMMENTS_HEAD.test(words))
    ) {
      letters = true
      block.kind = 'letter'
    } else if (whole && (FURNITURE_START.test(words) || (count < 60 && FURNITURE_ANYWHERE.test(words)))) {
      block.kind = looksLikeNews(words, ends, count) ? 'body' : 'furniture'
    } else if (whole && count < 70 && CAPTION.test(words)) block.kind = 'caption'
    else if (letters || LETTER.test(words)) block.kind = 'letter'
    else if (block.label) {
      block.kind = isLabelOfShout(block, tokens) ? 'headline' : 'transcript'
      if (block.kind === 'headline') block.label = null
    } else if (BULLET.test(words)) block.kind = 'list'
    else if (!ends && count <= 30 && (!anyBody || count <= 16)) {
      block.kind = 'headline'
      if (letters && count <= 16) letters = false
    } else {
      block.kind = 'body'
      anyBody = true
    }
    if (RELATED_HEAD.test(words)) related = true
    else if (related && (block.kind === 'list' || block.kind === 'headline') && !ends)
      block.kind = 'furniture'
    else if (block.kind !== 'furniture') related = false
    if (count >= 8 && block.kind !== 'furniture') {
      const key = whole
        ? words
            .toLowerCase()
            .replace(/[^\p{L}\p{N}]+/gu, ' ')
            .trim()
        : `${block.end - block.start}:${words}`
      if (seen.has(key)) block.kind = 'duplicate'
      seen.add(key)
    }
  }
}

/** A long sentence with a full stop that only happens to begin like furniture (`Share prices fell ...`). */
function looksLikeNews(words: string, ends: boolean, count: number): boolean {
  return (
    ends &&
    count > 14 &&
    /^(?:share|home|news|video|live|follow|support|get|join|back|close|search|next|local|world|business|politics|by|from)\b/i.test(
      words,
    ) &&
    !/newsletter|inbox|subscri|sign up/i.test(words)
  )
}

/** `BREAKING: Vale quits` and `LIVE: ...` are shouts, not speakers. */
function isLabelOfShout(block: Block, tokens: readonly Token[]): boolean {
  const first = tokens[block.first]?.lower ?? ''
  return /^(?:breaking|live|exclusive|update|updated|watch|opinion|analysis|news|editorial|column|note|correction|clarification|just|new|explainer|please|signed|contact|media|more|recap|latest|poll|factbox|timeline|now|then|here|today|p\.s)$/.test(
    first,
  )
}
