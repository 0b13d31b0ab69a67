import { describe, expect, it } from 'vitest'
import { createReader } from './extractor.ts'
import { premierChallenge } from './idioms/challenge.ts'

const read = createReader(premierChallenge)
/** Whose words the statement is that has some words of a text; null where none has them. */
function writerOf(text: string, words: string): string | null {
  const article = read({ text, title: null, byline: null, published: '2031-06-18', outlet: null })
  const place = text.indexOf(words)
  const has = article.statements.find(({ content }) =>
    content.some(({ start, end }) => start <= place && place < end),
  )
  const speaker = has && article.speakerOf(has)
  return speaker?.kind === 'actor' ? speaker.actor.name : null
}

const letters = `In full: Ruth Keane's resignation letter, and Helen Thorne's reply

Dear Helen,

I write to resign from your cabinet. I can defend you no longer.

It was a privilege.

Dear Ruth,

I read your letter with regret. I intend to go on.

Colm Daly, who was in the room, said that everybody wept and that nobody had expected it of her.`

describe('what is printed whole', () => {
  it.each([
    ['I can defend you no longer.', 'Ruth Keane'],
    ['It was a privilege.', 'Ruth Keane'],
    ['I intend to go on.', 'Helen Thorne'],
    ['nobody had expected it', 'Colm Daly'],
  ])('is the words of whom its head names, each letter of its own writer: %s', (words, writer) => {
    expect(writerOf(letters, words)).toBe(writer)
  })

  it.each([
    ['Statement by Dan Abara, member for Westgate', 'I have signed.', 'Dan Abara'],
    ['Dan Abara (@danabara), Sunday', 'Enough is enough.', 'Dan Abara'],
    ['Dan Abara spoke on Sunday', 'I have signed.', null],
    ['Statement by Dan Abara, member for Westgate', 'The bridge is shut.', null],
  ])('has a head that says so, and an "I" unless it is a post: %s: %s', (head, words, writer) => {
    expect(writerOf(`${head}\n\n${words}\n\nIt rained in Hartwell all of Sunday.`, words)).toBe(writer)
  })
})
