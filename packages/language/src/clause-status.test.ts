import { describe, expect, it } from 'vitest'
import { clauseStatusAt } from './clause-status.ts'
import { readDocument } from './read-document.ts'

describe('a clause', () => {
  it.each<[string, string]>([
    ['Finch said Vale should *resign*.', 'plain'],
    ['Finch denied that Vale should *resign*.', 'negated'],
    ['Finch did not say that Vale should *resign*.', 'negated'],
    ['Finch refused to say that Vale should *resign*.', 'negated'],
    ['Finch stopped short of asking Vale to *resign*.', 'negated'],
    ['Finch has no plans to *resign*.', 'negated'],
    ['Finch never asked Vale to *resign*.', 'negated'],
    ['Vale will not *resign*.', 'negated'],
    ["Vale won't *resign*.", 'negated'],
    ['If Vale does not win, she should *resign*.', 'hypothetical'],
    ['Finch, who did not attend the meeting, said Vale should *resign*.', 'plain'],
    ['Finch did not attend but said Vale should *resign*.', 'plain'],
    ['He is not happy and Vale must *resign*, he said.', 'plain'],
    ['Should Vale *resign*?', 'question'],
    ['Finch was asked whether Vale should *resign*.', 'hypothetical'],
    ['Unless Vale changes course, she must *resign*.', 'hypothetical'],
    ['Vale would *resign* if she lost.', 'hypothetical'],
    ['Vale must *resign*, even if it hurts.', 'plain'],
    ['If Vale were to *resign*, there would be a race.', 'hypothetical'],
    ['Finch is not only asking Vale to *resign*, he wants an election.', 'plain'],
    ['"Vale must *resign*," Finch denied saying.', 'reported'],
    ['Finch ruled out asking Vale to *resign*.', 'negated'],
    ['Nobody wants Vale to *resign*.', 'negated'],
    ['Finch cannot ask Vale to *resign*.', 'negated'],
    ['Finch no longer wants Vale to *resign*.', 'negated'],
    ['There is no doubt that Vale must *resign*.', 'plain'],
    ['Finch could not be reached, and Jones said Vale must *resign*.', 'plain'],
    ['Without a plan, Vale must *resign*, Finch said.', 'plain'],
    ['It is not clear whether Vale will *resign*.', 'negated'],
    ['Finch failed to persuade Vale to *resign*.', 'negated'],
    ['MPs who had not signed said Vale must *resign*.', 'plain'],
    ['Finch said he could not support Vale and she must *resign*.', 'plain'],
    ['The leader, Finch said, must *resign*.', 'plain'],
    ['“I did not come here to be quiet. Vale must *resign*,” said Finch.', 'plain'],
    ['Rather than ask Vale to *resign*, Finch left.', 'negated'],
    ['Finch says it is time for Vale to *resign* because she cannot win.', 'plain'],
    ['Neither Finch nor Jones asked Vale to *resign*.', 'negated'],
    ["I can't see how she doesn't *resign*.", 'negated'],
    ['Contrary to reports, Finch has not called for Vale to *resign*.', 'negated'],
    ['Finch dismissed the idea that Vale should *resign*.', 'negated'],
    ['Finch wondered if Vale should *resign*.', 'hypothetical'],
    ['Not everyone wants Vale to *resign*.', 'negated'],
    ['If she cared for the party, Vale would *resign*, Finch said.', 'hypothetical'],
  ])('%s is %s', (marked, expected) => {
    const start = marked.indexOf('*')
    const end = marked.lastIndexOf('*') - 1
    expect(clauseStatusAt(readDocument(marked.replaceAll('*', ''), { published: null }), start, end)).toBe(
      expected,
    )
  })
  it('beyond the text is plain', () =>
    expect(clauseStatusAt(readDocument('', { published: null }), 5, 9)).toBe('plain'))
})
