import { describe, expect, it } from 'vitest'
import { readDocument } from './read-document.ts'

const quotations = (text: string): string[] =>
  readDocument(text, { published: null }).quotations.map(
    ({ inner, closed, depth, scare }) =>
      `${text.slice(inner.start, inner.end)}${closed ? '' : ' (open)'}${depth > 0 ? ` (${depth})` : ''}${scare ? ' (scare)' : ''}`,
  )

describe('quotations', () => {
  it.each<[string, string, string[]]>([
    ['straight', '"We lost badly," she said.', ['We lost badly,']],
    ['curly', '“We lost badly,” she said.', ['We lost badly,']],
    ['single', '‘We lost badly,’ she said.', ['We lost badly,']],
    ['guillemets', 'Elle dit « on a perdu hier soir ».', ['on a perdu hier soir']],
    [
      'nested',
      '“He told me ‘go away for good’ twice,” she said.',
      ['He told me ‘go away for good’ twice,', 'go away for good (1)'],
    ],
    ['broken in two', '"We lost," she said, "and badly."', ['We lost,', 'and badly.']],
    ['no apostrophes', 'The MPs’ leader didn’t say it’s Finch’s ’90s ’em.', []],
    ['apostrophes inside', '‘The MPs’ leader didn’t go,’ she said.', ['The MPs’ leader didn’t go,']],
    ['scare quotes', 'The "secret" caucus met.', ['secret (scare)']],
    ['running over paragraphs', '“We lost.\n\n“We are done,” she said.', ['We lost. (open)', 'We are done,']],
    ['without a closing mark', '“We lost badly, said Finch. He left.', ['We lost badly, (open)']],
  ])('%s', (_, text, expected) => expect(quotations(text)).toEqual(expected))
})
