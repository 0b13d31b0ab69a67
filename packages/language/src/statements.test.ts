import { describe, expect, it } from 'vitest'
import type { Span } from './document.ts'
import { readDocument } from './read-document.ts'

function told(text: string) {
  const words = (span: Span | null): string | null => (span ? text.slice(span.start, span.end) : null)
  return readDocument(text, { published: null }).statements.map((statement) => ({
    source: words(statement.source),
    cue: words(statement.cue),
    kind: statement.cueKind,
    to: words(statement.addressee),
    content: statement.content.map(words),
    negated: statement.negated,
    modality: statement.modality,
    within: statement.within,
    form: statement.kind,
  }))
}

describe('statements', () => {
  it.each<[string, Partial<ReturnType<typeof told>[number]>]>([
    [
      'Moss said the bridge must go.',
      { source: 'Moss', cue: 'said', content: ['the bridge must go'], form: 'indirect' },
    ],
    [
      'Jane Moss, a councillor, said on Tuesday that the bridge should go.',
      { source: 'Jane Moss', content: ['the bridge should go'] },
    ],
    ['Mr. Moss, 61, a farmer from St. Ives, said the bridge should go.', { source: 'Mr. Moss' }],
    [
      'Moss, who represents York, told CTV News he had signed.',
      { source: 'Moss', to: 'CTV News', content: ['he had signed'] },
    ],
    ['Moss told reporters Hale "must go".', { to: 'reporters', content: ['Hale "must go"'], form: 'mixed' }],
    ['"It must go," Moss said.', { source: 'Moss', content: ['It must go,'], form: 'direct' }],
    ['“It’s over,” said Maureen Tad, who lost.', { source: 'Maureen Tad', content: ['It’s over,'] }],
    ['"Go," said Moss, "and stay gone."', { content: ['Go,', 'and stay gone.'] }],
    ['"Never," she hooted.', { source: 'she', cue: 'hooted' }],
    [
      'According to two sources, the bridge is closed.',
      { source: 'two sources', content: ['the bridge is closed'] },
    ],
    ['Jane Moss: "It must go."', { source: 'Jane Moss', content: ['It must go.'] }],
    ['Moss has said he is going.', { cue: 'has said', content: ['he is going'] }],
    ['The bridge, Moss said, must go.', { content: ['The bridge', 'must go'] }],
    ['The bridge must go, Moss said.', { content: ['The bridge must go'] }],
    ['Moss was quoted as saying the bridge must go.', { source: 'Moss', content: ['the bridge must go'] }],
    ['Hale was told by Moss that it was over.', { source: 'Moss', to: 'Hale', content: ['it was over'] }],
    ['Moss did not say whether it was over.', { negated: true, modality: 'asserted' }],
    ['Moss would not say whether it was over.', { kind: 'refuse', negated: true }],
    ['Moss refused to say whether it was over.', { kind: 'refuse', cue: 'refused to say' }],
    ['Moss denied that it was over.', { kind: 'deny', content: ['it was over'] }],
    ['Moss might say that it was over.', { modality: 'hypothetical' }],
    ['If Moss says it is over, we leave.', { modality: 'hypothetical', content: ['it is over'] }],
    ['Moss will tell council that it is over.', { modality: 'future', to: 'council' }],
    ['Moss called on Hale to resign.', { kind: 'urge', to: 'Hale', content: ['to resign'] }],
    ['Moss asked Hale to resign.', { kind: 'urge', to: 'Hale', modality: 'asserted' }],
    ['Moss asked whether Hale would resign.', { kind: 'ask', modality: 'question' }],
    ['Nobody said it was over.', { negated: true }],
    ['Moss stopped short of calling for Hale to resign.', { negated: true }],
    [
      'On Monday, Moss told the CBC in an interview that it was over.',
      { source: 'Moss', to: 'the CBC', content: ['it was over'] },
    ],
    ['Moss met reporters and said it was over.', { source: 'Moss' }],
    ['Moss, in a voice he keeps for bad news, said it was over.', { source: 'Moss' }],
    ['MOSS: It is over.', { source: 'MOSS', cue: null, content: ['It is over.'], form: 'direct' }],
  ])('%s', (text, expected) => expect(told(text)[0]).toMatchObject(expected))

  it('stand inside one another', () => {
    expect(told('Moss said Hale had told him that it was over.')).toMatchObject([
      { source: 'Moss', within: null },
      { source: 'Hale', to: 'him', content: ['it was over'], within: 0 },
    ])
  })
  it('end where the speaker says more', () => {
    expect(told('Moss thinks it is over, adding that "it was good".')).toMatchObject([
      { content: ['it is over'] },
      { source: 'Moss', content: ['it was good'] },
    ])
  })
  it('take the one asked for no source', () => {
    expect(told('Asked whether it was over, Moss said: "Yes."')).toMatchObject([
      { source: null, kind: 'ask', content: ['whether it was over'] },
      { source: 'Moss', content: ['Yes.'] },
    ])
  })
  it('go on in quotations of their own', () => {
    expect(told('"We lost," Moss said. "We are done."\n\n"It is over."')).toMatchObject([
      { source: 'Moss', cue: 'said' },
      { source: 'Moss', cue: null, content: ['We are done.'] },
      { source: 'Moss', cue: null, content: ['It is over.'] },
    ])
  })
  it.each([
    "Moss's call for Hale to resign was ignored.",
    'The report was long.',
    'Read more: "It is over," Moss said.',
  ])('are none in %j', (text) => expect(told(text)).toEqual([]))
})
