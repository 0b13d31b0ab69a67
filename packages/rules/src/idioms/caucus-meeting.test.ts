import { describe, expect, it } from 'vitest'
import { claimsIn } from './press.ts'

/** How newspapers of several countries say that a parliamentary party met, meets or is to meet: invented sentences. */
const meetings: readonly (readonly [string, string])[] = [
  ['Harbour MPs met on Tuesday night to discuss Vale’s future.', 'held national'],
  [
    'Harbour’s parliamentary party met for four hours on Wednesday, and several TDs asked Vale to go.',
    'held national',
  ],
  [
    'At a meeting of the parliamentary party on Wednesday night, Vale was urged to name a date.',
    'held national',
  ],
  [
    'The party room met in Canberra on Tuesday, and a motion to spill Vale’s leadership was moved.',
    'held national',
  ],
  ['A meeting of the Harbour party room broke up without a vote on Vale’s leadership.', 'held national'],
  [
    'MPs filed out of the caucus meeting on Wednesday without a word about Vale’s leadership.',
    'held national',
  ],
  ['MPs emerged from a three-hour caucus meeting still divided over Vale’s leadership.', 'held national'],
  [
    'House Harbour members huddled behind closed doors on Tuesday morning to talk about Vale’s candidacy.',
    'held national',
  ],
  ['Senators spent their weekly lunch on Tuesday debating whether Vale should go.', 'held national'],
  [
    'Vale addressed a packed meeting of the 1922 committee on Monday evening and was told to quit.',
    'held national',
  ],
  [
    'Vale faced her MPs at a stormy meeting on Monday night, at which three told her to resign.',
    'held national',
  ],
  [
    'An emergency meeting of the Harbour caucus was held on Sunday to discuss calls for Vale to resign.',
    'held national',
  ],
  [
    'The crisis meeting of Harbour MPs, called to discuss Vale’s leadership, ended after midnight.',
    'held national',
  ],
  ['Harbour lawmakers held a tense caucus on Thursday, where rebels confronted Vale.', 'held national'],
  [
    'The Harbour legislature party met at Vale’s residence on Monday amid calls for a change of leader.',
    'held national',
  ],
  ['After Wednesday’s caucus meeting, rebels said they would press on against Vale.', 'held national'],
  [
    'During a conference call on Sunday, House Harbour members told one another that Vale should leave the race.',
    'held national',
  ],
  ['A special caucus was convened on Monday at which Vale was asked to resign.', 'held national'],
  [
    'The parliamentary group gathered in private on Tuesday, and Vale was urged to stand aside.',
    'held national',
  ],
  [
    'Harbour MPs will hold an emergency meeting on Thursday to discuss Vale’s leadership.',
    'scheduled national',
  ],
  [
    'The Harbour caucus is due to meet on Wednesday, when rebels will call for Vale to go.',
    'scheduled national',
  ],
  ['An emergency caucus has been called for Friday to discuss Vale’s leadership.', 'scheduled national'],
  [
    'A special party room meeting has been scheduled for next Tuesday to deal with the challenge to Vale.',
    'scheduled national',
  ],
  ['Vale will face her parliamentary party on Wednesday evening amid calls to resign.', 'scheduled national'],
  [
    'Vale is to address a meeting of her MPs on Monday, when she will be urged to resign.',
    'scheduled national',
  ],
  [
    'Harbour whips have summoned MPs to a meeting on Sunday at which Vale’s future will be decided.',
    'scheduled national',
  ],
  ['Rebels plan to raise Vale’s leadership at next week’s caucus meeting.', 'scheduled national'],
  [
    'Harbour MPs return to the capital for their weekly caucus on Wednesday, where Vale’s future is on the agenda.',
    'scheduled national',
  ],
  [
    'A meeting of the parliamentary party to decide Vale’s fate will take place on Thursday.',
    'scheduled national',
  ],
  ['The caucus meets on Tuesday to consider a motion of no confidence in Vale.', 'scheduled national'],
  ['Harbour deputies are expected to gather tomorrow to decide whether Vale stays.', 'scheduled national'],
  [
    'House Harbour members are scheduled to meet in person on Tuesday for the first time since the debate that led to calls for Vale to quit.',
    'scheduled national',
  ],
  [
    'The next meeting of the caucus is on 22 May, and rebels will ask Vale to resign there.',
    'scheduled national',
  ],
  ['Harbour MPs are meeting behind closed doors to discuss calls for Vale to resign.', 'underway national'],
  ['The caucus meeting on Vale’s leadership is under way in the west block.', 'underway national'],
  [
    'As this edition went to press, Harbour MPs were still meeting to decide Vale’s fate.',
    'underway national',
  ],
  ['The meeting of the parliamentary party that will decide Vale’s future has begun.', 'underway national'],
  ['Atlantic MPs met on Monday and agreed to ask Vale to resign.', 'held regional'],
  ['The Northern caucus met on Monday night and called on Vale to go.', 'held regional'],
  ['Harbour’s Scottish MPs gathered on Tuesday to discuss whether Vale should resign.', 'held regional'],
  ['The Quebec caucus will meet on Thursday to discuss Vale’s leadership.', 'scheduled regional'],
  ['A dozen rebel MPs met secretly in a hotel on Sunday to plot Vale’s removal.', 'held informal'],
  ['Around 20 MPs gathered at a restaurant on Sunday night to plan how to oust Vale.', 'held informal'],
  ['Rebels held a clandestine dinner on Monday to discuss how to remove Vale.', 'held informal'],
  ['A group of dissident lawmakers met privately on Sunday to discuss replacing Vale.', 'held informal'],
  ['Plotters met over curry in a back room to settle on a date for Vale to go.', 'held informal'],
]

const silent: readonly string[] = [
  'Vale’s cabinet met on Tuesday to discuss calls for her to resign.',
  'The cabinet will meet on Wednesday as rebels urge Vale to go.',
  'Vale met the king on Tuesday as calls for her to resign grew.',
  'Vale met Robert Finch on Tuesday and he asked her to resign.',
  'Harbour MPs met the deadline for nominations to succeed Vale.',
  'Harbour MPs met with hostility when they defended Vale.',
  'Harbour MPs voted on Tuesday for a bill that rebels against Vale oppose.',
  'The opposition caucus met on Tuesday and called on Vale to resign.',
  'Parliament meets on Monday, and rebels will be waiting for Vale.',
  'The house sits on Tuesday for the first time since rebels told Vale to go.',
  'The central bank met on Wednesday, a distraction from calls for Vale to resign.',
  'Northport council met on Tuesday and heard calls for Vale to resign.',
  'The Harbour annual conference opens on Sunday with Vale under pressure to resign.',
  'Harbour members across the country will vote on Vale’s successor in June.',
  'Voters in Northport meet rebels every day who want Vale out.',
  'Vale will meet the president of Norland on Monday as rebels circle.',
  'Robert Finch met constituents on Saturday and told them Vale must go.',
  'Robert Finch said the caucus had lost patience with Vale.',
  'The caucus is divided over Vale’s leadership.',
  'Half the caucus wants Vale to resign.',
  'Robert Finch chairs the caucus and wants Vale to stay.',
  'Members of the caucus have signed a letter asking Vale to resign.',
  'Vale has the support of her caucus, her spokesman said, and will not resign.',
  'Rebels in the caucus say that Vale should go.',
  'Vale’s ministers met officials on Monday to discuss ferries while rebels plotted.',
  'The national executive meets on Friday to set rules for a contest to replace Vale.',
  'Union leaders met on Monday and called for Vale to quit.',
  'Donors held a conference call on Sunday and said Vale should quit.',
  'The government will meet its targets, said Vale, whom rebels want out.',
  'Rebels will meet resistance if they try to oust Vale.',
  'Harbour MPs have met none of Vale’s demands.',
  'The committee on fisheries met on Tuesday and rebels spoke of Vale’s future in the corridor.',
  'Robert Finch wants a meeting with Vale about her future.',
  'MPs gather signatures against Vale.',
  'Harbour MPs sit on the benches behind Vale and say nothing of her future.',
  'A rally of Harbour supporters was held on Sunday to demand that Vale stay.',
  'Vale held a meeting with her lawyers as rebels called on her to quit.',
  'G7 leaders gathered on Sunday, and Vale was asked about calls for her to resign.',
  'No caucus meeting is planned before June, Vale’s office said, despite calls for her to go.',
  'There is no plan for the caucus to meet before the summer, and Vale will stay.',
]

describe('meetings in the press', () => {
  it.each(meetings)('%s', (text, want) => expect(claimsIn(text, 'caucus-meeting')).toEqual([want]))
  it.each(silent)('nothing: %s', (text) => expect(claimsIn(text, 'caucus-meeting')).toEqual([]))
})
