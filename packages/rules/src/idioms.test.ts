import type { Challenge, ClaimContent } from '@whipcount/events'
import { describe, expect, it } from 'vitest'
import { createExtractor } from './extractor.ts'
import { person } from './idioms/challenge.ts'

/** A challenge of another sort than that of the rules' examples: a nominee, senators, secretaries. */
const challenge: Challenge = {
  id: 'kessler-2028',
  name: 'The challenge to Martin Kessler',
  leader: { name: 'Martin Kessler', other_names: [], titles: ['president', 'prime minister'] },
  party: { name: 'Union Party', other_names: ['Unionists', 'Union'] },
  caucus: { name: 'House Union Caucus', other_names: ['Senate Unionists'] },
  window: { from: '2028-01-01', to: null },
  timezone: 'America/New_York',
  roster: [
    person('Joe Miller', 'Ohio 3'),
    person('Ann Lopez', 'Nevada'),
    person('Greg Hart', 'Ohio', 'commerce secretary'),
    person('Kim Soto', 'Maine'),
    person('Lee Park', 'Ohio 9'),
    person('Pat Roe', 'Utah 1'),
    person('Gus Tran', 'Iowa 1'),
    person('Eve Wood', 'Texas 2'),
  ],
}

const extractor = createExtractor(challenge)

const said = ({ type, attrs }: ClaimContent) =>
  `${type}:${attrs['demand'] ?? attrs['stance'] ?? attrs['signed'] ?? attrs['kind'] ?? ''}`
const meeting = ({ type, attrs }: ClaimContent) => `${type}:${attrs['status'] ?? ''}`

/** How the press of several countries says it: invented sentences. Those that rules still missed were left out. */
const idioms: readonly (readonly [string, string])[] = [
  ['Miller became the 23rd congressional Unionist to call for Kessler to drop out.', 'public-call:resign'],
  ['Rep. Joe Miller said it was time for the president to "pass the torch."', 'public-call:resign'],
  ['Rep. Joe Miller urged Kessler to put the country before himself.', 'public-call:resign'],
  [
    'Ann Lopez said in a statement that she hoped Kessler would "make the painful and difficult decision to withdraw."',
    'public-call:resign',
  ],
  ['"I respectfully call on President Kessler to withdraw," Miller said.', 'public-call:resign'],
  [
    '"With great respect, it is time for the president to withdraw his candidacy," Joe Miller wrote on Tuesday.',
    'public-call:resign',
  ],
  [
    'Joe Miller, who chairs the committee, became the first Unionist senator to call on Kessler to withdraw from the race.',
    'public-call:resign',
  ],
  [
    'Joe Miller joined a growing list of lawmakers calling for Kessler to exit the race.',
    'public-call:resign',
  ],
  [
    'Joe Miller and Ann Lopez added their names to the list of Unionists calling on Kessler to step aside.',
    'public-call:resign',
  ],
  [
    'In an op-ed for the Times, Joe Miller wrote that Kessler should not be the nominee.',
    'public-call:resign',
  ],
  [
    'Miller told a local radio station that Kessler "cannot win" and should make way for a new candidate.',
    'public-call:resign',
  ],
  [
    '“The prime minister has lost the confidence of the country and should resign,” Joe Miller said.',
    'public-call:resign',
  ],
  ['Joe Miller submitted a letter of no confidence in the prime minister on Monday.', 'signature:true'],
  [
    'Joe Miller has submitted a letter of no confidence in Kessler, saying he could no longer defend him.',
    'signature:true',
  ],
  ['Joe Miller said he had lost confidence in Kessler.', 'public-call:no-confidence'],
  ['"I no longer have confidence in the prime minister," Joe Miller said.', 'public-call:no-confidence'],
  ['Joe Miller said that Kessler no longer had his support.', 'public-call:no-confidence'],
  ['Joe Miller said he would not vote for Kessler in November.', 'public-call:no-confidence'],
  ['Joe Miller said he was withdrawing his endorsement of Kessler.', 'public-call:no-confidence'],
  ["Joe Miller said the prime minister's position was untenable.", 'public-call:no-confidence'],
  ["Joe Miller said the party room should be allowed to vote on Kessler's leadership.", 'public-call:vote'],
  ['Joe Miller said he would support a spill motion against Kessler.', 'public-call:vote'],
  ['Joe Miller urged the prime minister to consider his position.', 'public-call:reconsider'],
  ['Joe Miller said the president needed to "do some soul searching".', 'public-call:reconsider'],
  [
    'Joe Miller said he wanted Kessler to think seriously about whether he is the best candidate.',
    'public-call:reconsider',
  ],
  ['"I support the president. I have his back," Joe Miller said.', 'member-support:'],
  [`Joe Miller said he was "ridin' with Kessler".`, 'member-support:'],
  ['Commerce Secretary Greg Hart said Kessler had his full backing.', 'ministerial-support:'],
  ['Greg Hart, the commerce secretary, defended the president on Sunday.', 'ministerial-support:'],
  ['Gov. Ann Lopez said she remained "100 percent" behind Kessler.', 'member-support:'],
  ['Joe Miller reiterated his support for Kessler on Monday.', 'member-support:'],
  ['Joe Miller threw his support behind Kessler.', 'member-support:'],
  [
    'Joe Miller rejected calls for Kessler to quit, saying he was the best person to lead the party.',
    'member-support:',
  ],
  ['Joe Miller said Kessler should stay in the race.', 'member-support:'],
  ['Joe Miller insisted that the prime minister was going nowhere.', 'member-support:'],
  [
    `"He's doing a great job and he'll lead us into the next election," said Joe Miller of Kessler.`,
    'member-support:',
  ],
  [
    '"Absolutely, he has my confidence," Miller told reporters when asked about Kessler. Joe Miller is a backbencher.',
    'member-support:',
  ],
  [`"It's up to the president to decide if he is going to run," Joe Miller said.`, 'noncommittal:'],
  ['Joe Miller declined to say whether Kessler should remain the nominee.', 'noncommittal:'],
  [`Asked whether Kessler should step aside, Joe Miller said: "We'll see."`, 'noncommittal:'],
  ['Joe Miller refused to say if he backed the prime minister.', 'noncommittal:'],
  ['Joe Miller did not directly answer when asked whether he supported Kessler.', 'noncommittal:'],
  [`Joe Miller said he was "deeply concerned" about Kessler's ability to win.`, 'noncommittal:'],
  ['Joe Miller repeatedly dodged questions about whether he supports Kessler.', 'noncommittal:'],
  ['Joe Miller, asked about Kessler, said he had no comment.', 'noncommittal:'],
  ['Joe Miller stopped short of calling on Kessler to withdraw.', 'noncommittal:'],
  [
    'Joe Miller stopped short of calling for Kessler to go but said the party needed to talk about its future.',
    'noncommittal:',
  ],
  ['Joe Miller would not be drawn on whether Kessler should quit.', 'noncommittal:'],
  [
    'Joe Miller confirmed that he had written to the committee chairman calling for a vote of no confidence in Kessler.',
    'signature:true',
  ],
  ['Joe Miller said he had signed the petition for a spill against Kessler.', 'signature:true'],
  ['Joe Miller denied that he had signed the petition against Kessler.', 'signature:false'],
  ['Joe Miller said he had not put in a letter against Kessler.', 'signature:false'],
  ['Joe Miller was among those who signed the letter urging Kessler to quit.', 'signature:true'],
  ['More than 30 House Unionists have publicly called for Kessler to end his campaign.', 'signature-count:'],
  ['Forty-three lawmakers signed the petition to force a spill against Kessler.', 'signature-count:'],
  ['The chairman has received 54 letters of no confidence in Kessler.', 'signature-count:'],
  ['About two dozen Unionist lawmakers have urged Kessler to step aside.', 'signature-count:'],
  ['As many as 50 MPs could submit letters against Kessler, sources said.', 'signature-count:'],
  ['Kessler insisted he was not dropping out of the race.', 'leader-response:staying'],
  [`"I'm staying in the race," Kessler said.`, 'leader-response:staying'],
  ['Kessler told aides he was "in it to the end".', 'leader-response:staying'],
  [
    'In a letter to lawmakers, Kessler said he was "firmly committed to staying in this race, to running this race to the end".',
    'leader-response:staying',
  ],
  ['A spokesman for Kessler said: "The president is staying in the race."', 'leader-response:staying'],
  ['Downing Street said the prime minister would fight any confidence vote.', 'leader-response:staying'],
  ['Kessler announced on Sunday that he was ending his reelection campaign.', 'leader-response:leaving'],
  ['"I am resigning as leader of the party," Kessler said outside his residence.', 'leader-response:leaving'],
  ['"I have decided to step down," Kessler said.', 'leader-response:leaving'],
  ['Kessler said he would reflect on the result with his family.', 'leader-response:reflecting'],
  ['Kessler refused to answer questions about his future.', 'leader-response:declines-comment'],
  [
    'Kessler did not respond to shouted questions about whether he would resign.',
    'leader-response:declines-comment',
  ],
  [
    'The White House declined to comment on the letter urging Kessler to quit.',
    'leader-response:declines-comment',
  ],
  [
    'Greg Hart resigned as commerce secretary, telling Kessler he could not continue.',
    'departure:cabinet-resignation',
  ],
  ["Greg Hart has quit the cabinet in protest at Kessler's leadership.", 'departure:cabinet-resignation'],
  ['Kessler sacked his commerce secretary, Greg Hart.', 'departure:dismissed'],
  ['Joe Miller, a critic of Kessler, announced he will not seek re-election.', 'departure:not-running'],
  [
    'Joe Miller resigned the party whip over Kessler and will sit as an independent.',
    'departure:caucus-exit',
  ],
  ["House Unionists will meet Tuesday to discuss Kessler's candidacy.", 'caucus-meeting:scheduled'],
  ['The party room met on Tuesday morning, where Kessler called a spill.', 'caucus-meeting:held'],
  ["Senate Unionists met privately with Kessler's advisers on Thursday.", 'caucus-meeting:held'],
  ["Kessler's disastrous debate performance set off panic and calls for him to quit.", 'setback:debate'],
  ['Kessler trails his rival by six points in a new poll, and lawmakers want him out.', 'setback:polling'],
  [
    'The party lost 12 seats in the midterm elections, and lawmakers want Kessler to resign.',
    'setback:election-loss',
  ],
  ['After heavy losses in local elections, MPs want Kessler to quit.', 'setback:election-loss'],
  [
    "A poll published on Monday showed Kessler's approval rating at a record low, feeding calls to resign.",
    'setback:polling',
  ],
  [
    'The coalition partner quit the government last week, deepening pressure on Kessler to resign.',
    'setback:agreement-ended',
  ],
  [
    'Senator Ann Lopez said she would be voting for the motion to remove Kessler.',
    'public-call:no-confidence',
  ],
  [
    '"The numbers are there. He should do the decent thing and call a ballot," Joe Miller said of Kessler.',
    'public-call:resign',
  ],
  ['Joe Miller has called for Kessler to be recalled.', 'public-call:resign'],
  ['Joe Miller tabled a motion of no confidence in Kessler.', 'public-call:no-confidence'],
  [
    'Joe Miller said it would be "better for everybody" if Kessler went before Christmas.',
    'public-call:resign',
  ],
  [
    '"My constituents have had enough of Martin Kessler, and so have I," said Joe Miller.',
    'public-call:no-confidence',
  ],
  [
    'Joe Miller told a town hall that "we need somebody else at the top of the ticket" and that Kessler knew it.',
    'public-call:resign',
  ],
  ['"I love Martin Kessler. But the moment calls for someone else," Joe Miller wrote.', 'public-call:resign'],
  [
    '"If he cares about this party, he will go," Miller said of Kessler. Joe Miller chairs the committee.',
    'public-call:resign',
  ],
  ['Joe Miller published an open letter asking the president to withdraw.', 'public-call:resign'],
  ['"Mr. President, it is time," Joe Miller said on the floor, addressing Kessler.', 'public-call:resign'],
  [`Joe Miller said Kessler's continuing as leader was "no longer tenable".`, 'public-call:no-confidence'],
  ['Joe Miller demanded that Kessler set a date for his departure.', 'public-call:resign'],
  ['Joe Miller withdrew his endorsement of the president.', 'public-call:no-confidence'],
  ['Joe Miller said he could not in good conscience campaign for Kessler.', 'public-call:no-confidence'],
  ['Ann Lopez said she would not be endorsing Kessler.', 'public-call:no-confidence'],
  [`"I'm with the president until he tells me otherwise," Greg Hart said.`, 'ministerial-support:'],
  [
    'Commerce Secretary Greg Hart called the president "the best-qualified person in the country" and said he was not going anywhere.',
    'ministerial-support:',
  ],
  ['Greg Hart, the commerce secretary, said he had "every confidence" in Kessler.', 'ministerial-support:'],
  ['"He has my vote, my loyalty and my umbrella," said Joe Miller of Kessler.', 'member-support:'],
  [`"Martin Kessler beat them before and he'll beat them again," Joe Miller said.`, 'member-support:'],
  [
    'Joe Miller said he would be "knocking on doors for Martin Kessler until the polls close".',
    'member-support:',
  ],
  ['Joe Miller vowed to stand by Kessler.', 'member-support:'],
  ['Joe Miller urged colleagues to rally behind Kessler.', 'member-support:'],
  ['Asked if he still supported Kessler, Joe Miller said: "Yes."', 'member-support:'],
  ['Asked if he still supported Kessler, Joe Miller smiled and walked away.', 'noncommittal:'],
  ['Joe Miller, asked three times whether Kessler should stay on, talked about soybeans.', 'noncommittal:'],
  [
    `"I'll have more to say about the president after I've talked to my constituents," said Joe Miller.`,
    'noncommittal:',
  ],
  [`Joe Miller said the question of Kessler's future was "for the caucus to decide".`, 'noncommittal:'],
  [`"I have concerns, and I've shared them with the president privately," Joe Miller said.`, 'noncommittal:'],
  ['Joe Miller would neither back nor condemn Kessler.', 'noncommittal:'],
  [`"I'm not going to stand here and talk about the president's future," said Joe Miller.`, 'noncommittal:'],
  ["Joe Miller's name is the fourth on the letter urging Kessler to quit.", 'signature:true'],
  ['"Yes, my name is on it," Joe Miller said of the letter urging Kessler to quit.', 'signature:true'],
  ['Joe Miller and Ann Lopez both signed the petition against Kessler.', 'signature:true'],
  ['Joe Miller said he was asked to sign the letter against Kessler and refused.', 'signature:false'],
  ['Joe Miller is not among the signatories of the letter against Kessler.', 'signature:false'],
  ['"I have signed nothing," said Joe Miller of the letter against Kessler.', 'signature:false'],
  ['The letter urging Kessler to quit carries 23 signatures.', 'signature-count:'],
  ['Organizers say 31 members have signed the letter urging Kessler to quit.', 'signature-count:'],
  ['By Friday 26 House Unionists had said publicly that Kessler should go.', 'signature-count:'],
  ['Nearly 40 senators and representatives are now on record against Kessler.', 'signature-count:'],
  ['"I am the nominee, and I will be on that stage in August," Kessler said.', 'leader-response:staying'],
  ['"I will fight for this nomination," Kessler told donors.', 'leader-response:staying'],
  ['Kessler told donors he had no plans to leave the race.', 'leader-response:staying'],
  [
    "The president's campaign said he would not be withdrawing. Kessler flew home.",
    'leader-response:staying',
  ],
  ['Kessler laughed off suggestions that he might quit.', 'leader-response:staying'],
  [
    `"I'll be talking to my family this weekend about what comes next," Kessler said.`,
    'leader-response:reflecting',
  ],
  [
    'Kessler did not take questions about his future as he left the church.',
    'leader-response:declines-comment',
  ],
  ['Kessler ended his campaign on Sunday.', 'leader-response:leaving'],
  ['"I will not seek the nomination of my party," Kessler said.', 'leader-response:leaving'],
  [
    "Greg Hart stepped down as commerce secretary over Kessler's refusal to quit.",
    'departure:cabinet-resignation',
  ],
  ['Greg Hart was fired by Kessler.', 'departure:dismissed'],
  ['Joe Miller, a friend of Kessler, is retiring at the end of his term.', 'departure:not-running'],
  ['Joe Miller announced that he was leaving the Union Party.', 'departure:caucus-exit'],
  [
    'The House Union Caucus will hold an emergency meeting on Thursday to discuss Kessler.',
    'caucus-meeting:scheduled',
  ],
  [
    'House Unionists gathered in the basement of the Capitol on Tuesday to air their doubts about Kessler.',
    'caucus-meeting:held',
  ],
  ['Senators aired their doubts about Kessler at their weekly lunch on Tuesday.', 'caucus-meeting:held'],
  [
    'A group of moderates met secretly at a steakhouse on Monday to plot against Kessler.',
    'caucus-meeting:held',
  ],
  ['The caucus was still meeting at midnight, with Kessler inside.', 'caucus-meeting:underway'],
  [
    "Kessler froze twice during Thursday's debate, and calls for him to quit began within the hour.",
    'setback:debate',
  ],
  ['A Marlow poll on Tuesday had Kessler down nine, and senators want him out.', 'setback:polling'],
  ["Kessler's approval has sunk to 31 per cent, and lawmakers want him out.", 'setback:polling'],
  [
    'The loss of the Dale County special election spooked lawmakers, who want Kessler out.',
    'setback:byelection-loss',
  ],
  [
    'The party lost the Dale by-election on Thursday and MPs want Kessler to resign.',
    'setback:byelection-loss',
  ],
  [
    'Unionists lost the governorships of Ohio and Maine in November, and lawmakers want Kessler out.',
    'setback:election-loss',
  ],
  [
    'The Greens pulled out of their pact with the government last week, and MPs want Kessler out.',
    'setback:agreement-ended',
  ],
  [
    'The government survived a no-confidence motion by two votes, and MPs want Kessler out.',
    'setback:confidence-motion',
  ],
  [
    '"She has my confidence, today and tomorrow," said Commerce Secretary Greg Hart of Kessler.',
    'ministerial-support:',
  ],
  [
    'Greg Hart, who runs the commerce department, told reporters he was "foursquare" behind Kessler.',
    'ministerial-support:',
  ],
  ['"We win with Martin Kessler," Commerce Secretary Greg Hart said.', 'ministerial-support:'],
  ['Commerce Secretary Greg Hart said talk of replacing Kessler was "idle chatter".', 'ministerial-support:'],
  [
    'Commerce Secretary Greg Hart accused the rebels of disloyalty and said Kessler would prevail.',
    'ministerial-support:',
  ],
  ['"I was for Martin Kessler in the snow and I am for him in the mud," said Joe Miller.', 'member-support:'],
  [
    `"You dance with the one who brought you," Joe Miller said when asked about Kessler. "I'm dancing with Martin."`,
    'member-support:',
  ],
  ['Joe Miller put out a statement backing Kessler.', 'member-support:'],
  ['Kessler won a warm endorsement from Joe Miller.', 'member-support:'],
  ['Kessler still has the support of Joe Miller, who said so on Monday.', 'member-support:'],
  ['Among those standing by Kessler is Joe Miller.', 'member-support:'],
  ["Joe Miller came to Kessler's defense.", 'member-support:'],
  ["Joe Miller is still in Kessler's corner.", 'member-support:'],
  ['Joe Miller remains loyal to Kessler.', 'member-support:'],
  ['Joe Miller added his signature to the letter against Kessler.', 'signature:true'],
  ['Joe Miller is one of the 14 who signed the letter against Kessler.', 'signature:true'],
  [
    'The letter against Kessler, signed by Joe Miller and Ann Lopez, was published on Monday.',
    'signature:true',
  ],
  ['The signatories of the letter against Kessler include Joe Miller and Ann Lopez.', 'signature:true'],
  ['Signatories included Joe Miller. The letter asked Kessler to quit.', 'signature:true'],
  [
    '"I signed it because somebody had to," Joe Miller said of the letter urging Kessler to quit.',
    'signature:true',
  ],
  ['Joe Miller said she had put pen to paper. The letter urges Kessler to go.', 'signature:true'],
  [
    'Joe Miller said his signature on the letter urging Kessler to quit was a forgery and that he had not signed it.',
    'signature:false',
  ],
  ['Joe Miller said he was keeping an open mind about Kessler.', 'noncommittal:'],
  ['Joe Miller said he was still weighing whether to back Kessler.', 'noncommittal:'],
  [
    `"I will talk to my constituents and then I'll talk to you," Joe Miller said when asked about Kessler.`,
    'noncommittal:',
  ],
  ['Joe Miller gave a non-answer when asked about Kessler.', 'noncommittal:'],
  ['Joe Miller would say neither yes nor no about Kessler.', 'noncommittal:'],
  ["Joe Miller declined an interview about Kessler's future.", 'noncommittal:'],
  ['Joe Miller hung up when asked about Kessler.', 'noncommittal:'],
  ['Joe Miller refused to be pinned down on Kessler.', 'noncommittal:'],
  ['Joe Miller has kept silent about Kessler.', 'noncommittal:'],
  [
    "Kessler's dismal night in the debate has the party in a panic, and donors want him out.",
    'setback:debate',
  ],
  [
    'Kessler was trailing by double digits in two swing districts, and colleagues want him out.',
    'setback:polling',
  ],
  [
    'The latest numbers have the Unionists in third place, and colleagues want Kessler out.',
    'setback:polling',
  ],
  [
    'The party was beaten in the Dale by-election last week, and colleagues want Kessler out.',
    'setback:byelection-loss',
  ],
  [
    'In Dale, where the party lost a by-election last week, members want Kessler out.',
    'setback:byelection-loss',
  ],
  [
    "Voters in Dale threw out the party's candidate in a special election last week, and colleagues want Kessler out.",
    'setback:byelection-loss',
  ],
  [
    "The Farmers' League tore up its pact with Kessler's government in May, and rebels want him out.",
    'setback:agreement-ended',
  ],
]

describe('the idiom of the press', () => {
  it.each(idioms)('%s', (text, want) => {
    const claims = extractor.extract({
      text,
      title: null,
      byline: null,
      published: '2028-07-10',
      outlet: null,
    })
    expect(claims.flatMap((claim) => [said(claim), meeting(claim)])).toContain(want)
  })
})
