import { join } from 'node:path'
import { type Rates, readAnnotatedFolder, type Share, score } from '@whipcount/evaluation'
import { claimTypes } from '@whipcount/events'
import { describe, expect, it } from 'vitest'
import { root } from '../house/command.ts'
import { spoilt } from './spoilt.ts'

/**
 * What another scorer of annotations prints for the spoilt claims: an implementation apart, which is not part of this
 * repository. Percentages but for the numbers of annotated claims.
 */
const recorded = {
  avalia: `
    type                      gold     P      R      F1
    caucus-meeting              16   78.6   68.8   73.3
    public-call                 24   64.0   66.7   65.3
    ministerial-support         15   73.3   73.3   73.3
    member-support               6   75.0   50.0   60.0
    noncommittal                16   80.0   75.0   77.4
    signature                   19   77.8   73.7   75.7
    signature-count             13   69.2   69.2   69.2
    leader-response             10  100.0   50.0   66.7
    departure                    8   75.0   75.0   75.0
    setback                     17   76.5   76.5   76.5
    all (micro)                144   74.6   69.4   71.9
    all (macro F1)                                 71.2
    who stands where            75   88.3   70.7   78.5
    on matches: date            63   79.4
    on matches: attribution    100   82.0
    on matches: evidence       100   73.0
    on matches: quote           41   87.8
    evidence at its span       141   76.6
    dates where the annotation has none: 0
    articles with no event: 1 of 2 left empty; articles not predicted: 2
    micro F1 0.719 · positions F1 0.785 · macro F1 0.712
`,
  norhaven: `
    type                      gold     P      R      F1
    caucus-meeting               9   66.7   66.7   66.7
    public-call                 19   76.2   84.2   80.0
    ministerial-support         13   64.3   69.2   66.7
    member-support               8   71.4   62.5   66.7
    noncommittal                 7   60.0   85.7   70.6
    signature                    7   66.7   57.1   61.5
    signature-count              8   85.7   75.0   80.0
    leader-response              8   83.3   62.5   71.4
    departure                   12   75.0   75.0   75.0
    setback                     11   75.0   81.8   78.3
    all (micro)                102   72.1   73.5   72.8
    all (macro F1)                                 71.7
    who stands where            48   83.7   75.0   79.1
    on matches: date            55   76.4
    on matches: attribution     75   81.3
    on matches: evidence        75   77.3
    on matches: quote           31   71.0
    evidence at its span       109   78.9
    dates where the annotation has none: 0
    articles with no event: 1 of 2 left empty; articles not predicted: 1
    micro F1 0.728 · positions F1 0.791 · macro F1 0.717
`,
} as const

const percent = (value: number): string => (100 * value).toFixed(1)
const line = (what: string, { right, missed, precision, recall, f1 }: Rates): string =>
  [what, right + missed, percent(precision), percent(recall), percent(f1)].join(' ')
const shared = (what: string, { right, of }: Share): string => [what, of, percent(right / of)].join(' ')

describe('the scoring of annotated folders', () => {
  it.each(['avalia', 'norhaven'] as const)('comes to the figures of the scorer for %s', (folder) => {
    const articles = readAnnotatedFolder(join(root, 'tests', 'corpus', folder))
    const found = score(articles, spoilt(articles))
    expect([
      'type gold P R F1',
      ...claimTypes.map((type) => line(type, found.byType[type])),
      line('all (micro)', found.micro),
      `all (macro F1) ${percent(found.macroF1)}`,
      line('who stands where', found.positions),
      shared('on matches: date', found.dates),
      shared('on matches: attribution', found.attributions),
      shared('on matches: evidence', found.evidence),
      shared('on matches: quote', found.quotes),
      shared('evidence at its span', found.spans),
      `dates where the annotation has none: ${found.inventedDates}`,
      `articles with no event: ${found.empty.right} of ${found.empty.of} left empty; articles not predicted: ${found.unread}`,
      `micro F1 ${found.micro.f1.toFixed(3)} · positions F1 ${found.positions.f1.toFixed(3)} · macro F1 ${found.macroF1.toFixed(3)}`,
    ]).toEqual(
      recorded[folder]
        .trim()
        .split('\n')
        .map((text) => text.trim().replace(/ +/g, ' ')),
    )
    expect(found.misses).toHaveLength(found.micro.missed)
    expect(found.extras).toHaveLength(found.micro.extra)
  })

  it('finds nothing to say against claims that are what the annotators found', () => {
    const articles = readAnnotatedFolder(join(root, 'tests', 'corpus', 'avalia'))
    const perfect = articles.map(({ article, text, claims }) => {
      const made = claims.map((claim) => {
        const start = text.indexOf(claim.evidence)
        return { ...claim, span: [start, start + claim.evidence.length] as const }
      })
      return [article, made] as const
    })
    const { micro, macroF1, positions, differing, spans } = score(articles, new Map(perfect))
    expect([micro.f1, macroF1, positions.f1, spans.right / spans.of]).toEqual([1, 1, 1, 1])
    expect([micro.extra, differing]).toEqual([0, []])
  })
})
