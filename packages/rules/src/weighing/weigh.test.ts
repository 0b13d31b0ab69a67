import { fnv1a } from '@whipcount/events'
import { describe, expect, it } from 'vitest'
import { createExtractor, createReader, matchesOf } from '../extractor.ts'
import { premierChallenge } from '../idioms/challenge.ts'
import { rules } from '../rules.ts'
import { candidatesOf } from './candidates.ts'
import { likelihoods } from './classifier.ts'
import { featuresOf } from './features.ts'
import { fittedClassifiers } from './fitted.ts'
import { rowOf, rowsOf } from './rows.ts'
import { weigherOf } from './weigher.ts'

const input = (text: string) => ({ text, title: null, byline: null, published: '2031-06-18', outlet: null })
const patterns = createExtractor(premierChallenge, rules, null)
const extractor = createExtractor(premierChallenge)
const read = createReader(premierChallenge)
const candidatesIn = (text: string) => {
  const article = read(input(text))
  return candidatesOf(article, fittedClassifiers.vectors, matchesOf(article, rules))
}
const peopleOf = (text: string) =>
  candidatesIn(text).stands.map(({ actor, statement }) => `${actor.name}${statement ? ' speaks' : ''}`)

describe('candidates', () => {
  it('are whoever a line names or quotes, the leader too', () => {
    expect(peopleOf('Dan Abara told Ruth Keane that Helen Thorne was in Westgate.').sort()).toEqual([
      'Dan Abara speaks',
      'Helen Thorne',
      'Ruth Keane',
    ])
  })

  it('are the speaker of each sentence of a quotation', () => {
    const text = '“Helen Thorne is in Westgate. The rain has stopped. I have an umbrella,” said Dan Abara.'
    expect(peopleOf(text).filter((who) => who === 'Dan Abara speaks')).toHaveLength(3)
  })

  it('are nobody where an article asks', () => {
    expect(peopleOf('Would Dan Abara back Thorne?')).toEqual([])
  })

  it('are the numbers of a line', () => {
    const { counts } = candidatesIn('Thorne said 20 of 31 members had come in.')
    expect(counts.map(({ quantity }) => quantity.low)).toEqual([20, 31])
  })
})

describe('weighing', () => {
  const figure = '“Helen Thorne has had a good innings, and the umpire’s finger is up,” said Dan Abara.'

  it('finds what no pattern says, under a name of its own, with evidence in the text', () => {
    const stand = (claims: ReturnType<typeof extractor.extract>) =>
      claims.filter(({ type }) => type === 'public-call')
    expect(stand(patterns.extract(input(figure)))).toEqual([])
    const [call] = stand(extractor.extract(input(figure)))
    expect(call).toMatchObject({ actor: 'Dan Abara', rule: 'public-call/weighed' })
    expect(figure.slice(call!.evidence.start, call!.evidence.end)).toBe(call!.evidence.text)
  })

  it.each([
    'Colm Daly dismissed calls for Thorne to go.',
    'Owen Bright laughed off suggestions that Thorne should resign.',
    'Dan Abara said he had confidence in Thorne.',
  ])('claims no call where a pattern found another stand or refused one: %s', (text) => {
    expect(extractor.extract(input(text)).filter(({ type }) => type === 'public-call')).toEqual([])
  })

  it('does not claim what a pattern found where the classifiers hold it for unlikely', () => {
    const { stands } = fittedClassifiers
    const size = stands.classes.length
    // Whatever stands in a line, it is `none`, the first of the classes.
    const deaf = {
      ...stands,
      rows: rowsOf(Uint32Array.of(fnv1a('always'))),
      weights: Int8Array.from({ length: size }, (_, c) => (c === 0 ? 127 : 0)),
      scale: 0.1,
      dense: new Float32Array(stands.dense.length),
    }
    const text =
      'Dan Abara said on Monday that Helen Thorne should resign. The caucus met on Tuesday to hear her.'
    const typesOf = (of: typeof extractor) => of.extract(input(text)).map(({ type }) => type)
    expect(typesOf(extractor)).toEqual(['public-call', 'caucus-meeting'])
    const unbelieving = createExtractor(premierChallenge, rules, { ...fittedClassifiers, stands: deaf })
    expect(typesOf(unbelieving)).toEqual(['caucus-meeting'])
  })

  it('gives each person one stand where another is much less likely', () => {
    const text =
      'Dan Abara said on Monday that Helen Thorne should resign. Dan Abara praised her for the hospital on Sunday.'
    const stands = extractor
      .extract(input(text))
      .filter(({ type }) => /^(?:public-call|member-support|ministerial-support|noncommittal)$/.test(type))
    expect(stands.map(({ type }) => type)).toEqual(['public-call'])
  })

  it('gives a blow a place, if only none', () => {
    const text =
      'Helen Thorne was mauled in the debate on Sunday night, and her members ask whether she can go on. The wheels came off her in ninety minutes of television.'
    const blows = extractor.extract(input(text)).filter(({ type }) => type === 'setback')
    expect(blows).not.toEqual([])
    for (const { attrs } of blows) expect(attrs).toHaveProperty('place')
  })

  it('gives the same claims each time, whoever was read in between', () => {
    const once = extractor.extract(input(figure))
    extractor.extract(input('Owen Bright backed Helen Thorne.'))
    expect(extractor.extract(input(figure))).toEqual(once)
  })
})

describe('a classifier', () => {
  it('knows the row of each of its hashes, and none of another', () => {
    const hashes = Uint32Array.from(Array.from({ length: 5000 }, (_, i) => fnv1a(`word ${i}`)))
    const rows = rowsOf(hashes)
    expect(Array.from(hashes, (hash) => rowOf(rows, hash))).toEqual(Array.from(hashes.keys()))
    for (let i = 5000; i < 20_000; i++) expect(rowOf(rows, fnv1a(`word ${i}`))).toBe(-1)
  })

  it('weighs word by word what it weighs all at once', () => {
    const { vectors, ...classifiers } = fittedClassifiers
    const candidates = candidatesIn(
      'Helen Thorne lost the vote on Monday. “She has had a good innings,” said Dan Abara. Some 20 members agree, Colm Daly said.',
    )
    for (const task of ['stands', 'happenings', 'counts'] as const) {
      expect(candidates[task].length).toBeGreaterThan(0)
      for (const candidate of candidates[task]) {
        const likely = likelihoods(classifiers[task], featuresOf(candidate, vectors))
        const weighed = weigherOf(classifiers[task], vectors)(candidate)
        for (let c = 0; c < likely.length; c++) expect(weighed[c]).toBeCloseTo(likely[c]!, 5)
      }
    }
  })

  it('adds the weights of what is there, and nothing for what it never saw', () => {
    const two = {
      classes: ['none', 'some'],
      rows: rowsOf(Uint32Array.of(fnv1a('a'), fnv1a('b'))),
      weights: Int8Array.of(0, 100, 0, -100),
      scale: 0.01,
      dense: new Float32Array(0),
    }
    const of = (...words: string[]) =>
      likelihoods(two, { hashes: Uint32Array.from(words, fnv1a), dense: new Float32Array(0) })[1]!
    expect(of('a')).toBeCloseTo(1 / (1 + Math.exp(-1)), 5)
    expect(of('a', 'b')).toBeCloseTo(0.5, 5)
    expect(of('never')).toBeCloseTo(0.5, 5)
  })
})
