export { clauseStatusAt } from './clause-status.ts'
export { dayOfText } from './day-of-text.ts'
export { daysIn } from './days.ts'
export type {
  ClauseStatus,
  CueKind,
  DayMention,
  Document,
  Paragraph,
  Quantity,
  Quotation,
  Sentence,
  SentenceKind,
  Span,
  Statement,
  Token,
} from './document.ts'
export { findHeader, type Header } from './header.ts'
export { quantitiesIn } from './numbers.ts'
export { type Quote, type QuoteOptions, quotesOf } from './quotes-of.ts'
export { readDocument } from './read-document.ts'
export { createScanner } from './scanner.ts'
