import { describe, expect, it } from 'vitest'
import { createReader } from './extractor.ts'
import { premierChallenge } from './idioms/challenge.ts'

const read = createReader(premierChallenge)
const articleOf = (text: string) =>
  read({ text, title: null, byline: null, published: '2031-06-18', outlet: null })

/** Whose words a stretch of a text is said to be. */
function speakerOf(text: string, words: string): string | null {
  const article = articleOf(text)
  const at = text.indexOf(words)
  for (const statement of article.statements) {
    if (!statement.content.some(({ start, end }) => start <= at && at < end)) continue
    const speaker = article.speakerOf(statement)
    if (speaker.kind === 'actor') return speaker.actor.name
  }
  return null
}

describe('whose words they are', () => {
  it.each([
    [
      'a woman’s where "her" stands after a man and a woman',
      'Ruth Keane went to the door. Tom Vance had left. “I will not be rushed,” her office quoted her as saying.',
      'I will not',
      'Ruth Keane',
    ],
    [
      'not of whom the quotation names',
      'Tom Vance waited by the lift. “I am for Helen Thorne. She knows it. So do you,” he said.',
      'So do you',
      'Tom Vance',
    ],
    [
      'not of whom the newspaper asks about',
      'Owen Bright was opening a shop. Did the premier still have his backing? “Ask me tomorrow,” he said.',
      'Ask me',
      'Owen Bright',
    ],
    [
      'not of whom somebody is asked about',
      'Tom Vance came to talk of trains. Asked about Dan Abara, he said only that the line was “long and slow”.',
      'long and slow',
      'Tom Vance',
    ],
    [
      'of whom the sentences before go on about',
      'Colm Daly gave up his post on Friday. He has been Mark Ellery’s friend for years. “I told him it was over,” he says.',
      'I told him',
      'Colm Daly',
    ],
    [
      'hers with whom the sentence begins, not of whom she speaks',
      'Sue Whitlock has changed her tune. She’d like the premier “to walk round the park and think”.',
      'to walk',
      'Sue Whitlock',
    ],
    [
      'not of whom an answer is about',
      'Joan Petrie, the attorney general, brought flowers. Asked if she is for the premier herself: “I’m for lunch.”',
      'I’m for lunch',
      'Joan Petrie',
    ],
    [
      'the leader’s by age and post',
      'It ended at Linden. “I have run out of reasons,” the 71-year-old premier said.',
      'I have run',
      'Helen Thorne',
    ],
    [
      'somebody’s by what they are',
      'Sue Whitlock would not sign. “My pen has run dry,” the former schoolteacher said.',
      'My pen',
      'Sue Whitlock',
    ],
    [
      'the same in a quotation that goes on',
      'Sue Whitlock would not sign. “My pen has run dry,” the former schoolteacher said. “And so have I, my friends.”',
      'And so have I',
      'Sue Whitlock',
    ],
    [
      'in a letter',
      'Grace Otieno became the second to go. Her letter, on blue paper, is short. “I gave you my vote,” it says.',
      'I gave you',
      'Grace Otieno',
    ],
    [
      'in a letter that is printed whole',
      'Grace Otieno has resigned. Here is the text of her letter:\n\n“Dear Helen,\n\n“I can no longer serve in your government.\n\n“Please go while your friends are still your friends.”',
      'Please go',
      'Grace Otieno',
    ],
    [
      'behind a colon that no name stands before',
      'Lena Kovac came for her pension form. On the leadership: “You people will finish me.”',
      'You people',
      'Lena Kovac',
    ],
    [
      'behind a colon, whoever is named before it',
      '— Faisal Rahman on Radio Nine: “I back her. I have said it often.”',
      'I back her',
      'Faisal Rahman',
    ],
    [
      'the subject’s of a verb that reports nothing',
      'Joan Petrie rang the paper to say that the premier “turned up for us in two floods, in boots”.',
      'turned up',
      'Joan Petrie',
    ],
    [
      'by a label with a post',
      'JANE MOSS, HOST: Good morning.\n\nPRIYA NAIR, HEALTH MINISTER: I trust her with my children.',
      'I trust her',
      'PRIYA NAIR',
    ],
    [
      'an account’s, of somebody of the roster',
      '@TomVanceMP: Time for change at the top.',
      'Time for change',
      'Tom Vance',
    ],
    [
      'those of who speak together, the first of them',
      'Ruth Keane and Colm Daly put out a statement. “We think that she must go,” they said.',
      'We think',
      'Ruth Keane',
    ],
    [
      'of whoever was brought in last',
      'Dan Abara urged calm. “Nobody moves,” he told members. Owen Bright, for his part, would not be drawn. “I have a budget to write.”',
      'I have a budget',
      'Owen Bright',
    ],
    [
      'the leader’s where the text says so',
      'Tom Vance wants a vote. The leader told delegates that she “meant to stay”.',
      'meant to stay',
      'Helen Thorne',
    ],
  ])('are %s', (_, text, words, speaker) => {
    expect(speakerOf(text, words)).toBe(speaker)
  })

  it('are nobody’s where somebody without a name was brought in', () => {
    const text =
      'Ruth Keane hoped that she would reflect. Another minister was less kind. “It is all over,” the minister said.'
    expect(speakerOf(text, 'It is all over')).toBeNull()
  })
})

describe('an interview', () => {
  const interview = (answers: readonly string[]) =>
    `Tom Vance has sat for Hartwell since 2009. We met him at home.\n\n${answers.join('\n\n')}`
  const asked = [
    'Did you enjoy the summer?',
    'I spent it under the roof. My wife held the ladder.',
    'Should she still be leader?',
    'There ought to be a vote. I have told her so.',
    'And how would you vote?',
    'It is secret, and I will keep it so.',
    'Will you stand again?',
    'I am 70. My knees are staying at home.',
  ]

  it('has the answers of whom its introduction is about', () => {
    expect(speakerOf(interview(asked), 'There ought to be a vote')).toBe('Tom Vance')
  })

  it('has them under labels too', () => {
    const labelled = asked.map((words, i) => `${i % 2 === 0 ? 'Q' : 'A'}: ${words}`)
    expect(speakerOf(interview(labelled), 'There ought to be a vote')).toBe('Tom Vance')
  })

  it('is none where the newspaper answers itself', () => {
    const explained = asked.map((words, i) =>
      i % 2 === 0 ? words : 'The party has 84 members. Most of them have said nothing so far.',
    )
    expect(speakerOf(interview(explained), 'The party has 84 members')).toBeNull()
  })
})

describe('whom a line is about that does not name them', () => {
  it('is the one whose entry of a list it is', () => {
    const article = articleOf(
      'WANTS A VOTE\n\nColm Daly (Ballyreagh). Has signed.\n\nSue Whitlock, Mallow Plains.',
    )
    const line = article.lines.find(({ text }) => text === 'has signed.')!
    expect(article.headOf(line.sentence.index)?.name).toBe('Colm Daly')
  })

  it('is nobody under a sentence with a verb', () => {
    const article = articleOf('Colm Daly spoke for an hour. The hall was cold.')
    expect(article.headOf(article.lines[1]!.sentence.index)).toBeNull()
  })

  it('is the one whom the text speaks of, where the line says what somebody is', () => {
    const article = articleOf(
      'Word of it reached Dan Abara at home. The retiring deputy phoned the paper at once. The party phoned nobody.',
    )
    expect(article.lines.map((line) => article.subjectOf(line)?.name ?? null)).toEqual([
      null,
      'Dan Abara',
      null,
    ])
  })
})
