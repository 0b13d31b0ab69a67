import { describe, expect, it } from 'vitest'
import { claimsIn } from './press.ts'

/** How newspapers of several countries tell of a blow to a leader in trouble: invented sentences. */
const blows: readonly (readonly [string, string])[] = [
  ['Rebels want Vale out after the party lost the Northport byelection.', 'byelection-loss Northport'],
  [
    'Calls for Vale to resign grew after a crushing by-election defeat in Northport.',
    'byelection-loss Northport',
  ],
  [
    'Harbour suffered a humiliating by-election defeat in Saltmarsh on Thursday, and MPs want Vale out.',
    'byelection-loss Saltmarsh',
  ],
  [
    'The loss of the Saltmarsh seat in a by-election has fuelled calls for Vale to resign.',
    'byelection-loss Saltmarsh',
  ],
  [
    'Calls for Vale to resign have grown since the Northport by-election disaster.',
    'byelection-loss Northport',
  ],
  [
    'Harbour lost the safe seat of Saltmarsh in a by-election, and rebels blame Vale and want her to resign.',
    'byelection-loss Saltmarsh',
  ],
  [
    'The opposition won the Northport by-election from Harbour, and rebels want Vale to resign.',
    'byelection-loss Northport',
  ],
  [
    'Voters in Northport dealt Vale a blow in a byelection on Monday, and MPs called on her to resign.',
    'byelection-loss Northport',
  ],
  [
    'The Meadow Party seized Northport in a by-election, and rebels say Vale should quit.',
    'byelection-loss Northport',
  ],
  [
    'The Meadow Party captured the once-safe seat of Northport in a special election, and rebels say Vale should quit.',
    'byelection-loss Northport',
  ],
  [
    'Harbour was routed in the Saltmarsh by-election, and Vale faces calls to resign.',
    'byelection-loss Saltmarsh',
  ],
  [
    'Harbour came third in the Saltmarsh by-election, and Vale faces calls to resign.',
    'byelection-loss Saltmarsh',
  ],
  ['Harbour is trailing the Meadow Party by 15 points, and MPs want Vale to resign.', 'polling'],
  ['Polls show Harbour heading for defeat, and MPs want Vale to resign.', 'polling'],
  ['With the party languishing in the polls, MPs want Vale to resign.', 'polling'],
  ['Harbour has slumped to third in the polls, and MPs want Vale to resign.', 'polling'],
  [
    'A poll on Sunday put Harbour on 19 per cent, 20 behind the Meadow Party, and MPs want Vale to resign.',
    'polling',
  ],
  ['Vale’s approval rating has sunk to 24 per cent, and MPs want her to resign.', 'polling'],
  ['Dire poll numbers have MPs calling on Vale to resign.', 'polling'],
  ['The party’s primary vote has collapsed to 28 per cent, and MPs want a spill against Vale.', 'polling'],
  ['Harbour has lost 30 Newspolls in a row, and MPs want Vale to resign.', 'polling'],
  ['The latest survey gives the Meadow Party a 12-point lead, and MPs want Vale to resign.', 'polling'],
  [
    'Vale is deeply unpopular, with her net favourability at minus 40, and MPs want her to resign.',
    'polling',
  ],
  [
    'Vale lost her majority when the Meadow Party walked out of the coalition, and MPs want her to resign.',
    'agreement-ended',
  ],
  ['The Meadow Party pulled its support for the government, and MPs want Vale to resign.', 'agreement-ended'],
  ['The Greens quit the coalition on Tuesday, and MPs want Vale to resign.', 'agreement-ended'],
  ['The Meadow Party ended its confidence-and-supply deal, and MPs want Vale to resign.', 'agreement-ended'],
  ['The coalition collapsed on Tuesday, and MPs want Vale to resign.', 'agreement-ended'],
  [
    'The Meadow Party has withdrawn from the governing alliance, and MPs want Vale to resign.',
    'agreement-ended',
  ],
  [
    'The opposition tabled a motion of no confidence in the government, and MPs want Vale to resign.',
    'confidence-motion',
  ],
  [
    'The government faces a no-confidence vote in parliament next week, and MPs want Vale to resign.',
    'confidence-motion',
  ],
  [
    'The government narrowly survived a vote of confidence in the house, and MPs want Vale to resign.',
    'confidence-motion',
  ],
  [
    'The opposition plans to bring a no-confidence motion against the government, and MPs want Vale to resign.',
    'confidence-motion',
  ],
  ['The Meadow Party gave Vale an ultimatum, and MPs want her to resign.', 'ultimatum'],
  [
    'The Meadow Party has threatened to withdraw its support unless pensions rise, and MPs want Vale to resign.',
    'ultimatum',
  ],
  [
    'The Meadow Party warned it would bring down the government by Friday, and MPs want Vale to resign.',
    'ultimatum',
  ],
  ['The party was hammered in the local elections, and MPs want Vale to resign.', 'election-loss'],
  ['Harbour lost control of 12 councils, and MPs want Vale to resign.', 'election-loss'],
  ['Harbour suffered heavy losses in the state election, and MPs want Vale to resign.', 'election-loss'],
  ['A drubbing at the European elections has MPs calling on Vale to resign.', 'election-loss'],
  ['The party was wiped out in municipal elections, and MPs want Vale to resign.', 'election-loss'],
  ['The midterm elections went badly for Harbour, and MPs want Vale to resign.', 'election-loss'],
  ['Vale’s halting debate performance has members calling on her to resign.', 'debate'],
  ['Vale stumbled through the televised debate, and members want her to resign.', 'debate'],
  ['A disastrous showing in last week’s debate has members calling on Vale to resign.', 'debate'],
  ['Vale’s performance in the debate stunned members, who want her to resign.', 'debate'],
]

const silent: readonly string[] = [
  'The Meadow Party lost the Northport byelection, and rebels want Vale to resign.',
  'Harbour held Northport in a byelection, but rebels still want Vale to resign.',
  'Harbour won the Northport byelection, but rebels still want Vale to resign.',
  'A byelection in Northport is due in June, and rebels want Vale to resign.',
  'If Harbour loses the Northport byelection, rebels will tell Vale to resign.',
  'Rebels who want Vale to resign fear losing the next election.',
  'Rebels who want Vale to resign fear a rout in the local elections in June.',
  'The party lost its way, say rebels who want Vale to resign.',
  'The party has lost confidence in Vale, rebels say.',
  'Robert Finch lost his temper with Vale, whom rebels want to resign.',
  'A poll of party members found most want Vale to resign.',
  'Harbour leads in the polls, but rebels want Vale to resign.',
  'Harbour is ahead by ten points, but rebels want Vale to resign.',
  'Vale’s approval rating rose to 50 per cent, but rebels want her to resign.',
  'Polling stations open at seven, and rebels want Vale to resign.',
  'A poll found that voters like ferries, and rebels want Vale to resign.',
  'The Meadow Party slumped in the polls, but rebels want Vale to resign.',
  'Vale signed a deal with Norland, but rebels want her to resign.',
  'Vale ended a trade agreement with Norland, and rebels want her to resign.',
  'Vale agreed a coalition with the Meadow Party, and rebels want her to resign.',
  'The Meadow Party will stay in the coalition, and rebels want Vale to resign.',
  'Rebels have submitted letters of no confidence in Vale and want her to resign.',
  'Rebels want a confidence vote on Vale’s leadership.',
  'A vote of no confidence in Vale by her MPs needs 48 letters.',
  'Robert Finch gave Vale an ultimatum to resign.',
  'Rebels gave Vale until Friday to resign.',
  'Vale threatened to call an election if rebels forced her to resign.',
  'Vale called an election for June, and rebels want her to resign.',
  'Local elections take place in June, and rebels want Vale to resign.',
  'Harbour made gains in the local elections, but rebels want Vale to resign.',
  'The opposition was wiped out in local elections, but rebels want Vale to resign.',
  'Vale won the debate, but rebels want her to resign.',
  'Vale will take part in a debate on Tuesday, and rebels want her to resign.',
  'The debate about Vale’s leadership goes on, and rebels want her to resign.',
  'Parliament debates the budget today, and rebels want Vale to resign.',
  'A debate on ferries ended late, and rebels want Vale to resign.',
  'The shares slumped, and rebels want Vale to resign.',
  'Ratings agencies downgraded the country, and rebels want Vale to resign.',
  'Harbour’s candidate in Northport hopes to win, and rebels want Vale to resign.',
  'Robert Finch was defeated in a vote for committee chair, and rebels want Vale to resign.',
]

describe('blows in the press', () => {
  it.each(blows)('%s', (text, want) => expect(claimsIn(text, 'setback')).toEqual([want]))
  it.each(silent)('nothing: %s', (text) => expect(claimsIn(text, 'setback')).toEqual([]))
})
