/** A sentence, and of one statement in it the source (or null), the cue (or null) and the content, in parts where it is broken. */
export type QuoteExample = readonly [
  text: string,
  source: string | null,
  cue: string | null,
  ...content: string[],
]

/** The ways in which American papers report what people say, think and want. Written for this test; the people are invented. */
export const EXAMPLES: readonly QuoteExample[] = [
  // A verb and its clause.
  [
    'Senator Ruth Calloway, battling a slide in the polls, on Tuesday accused her rival of “peddling fear.”',
    'Senator Ruth Calloway',
    'accused',
    'her rival of “peddling fear.”',
  ],
  ['DAYTON, Ohio — Victor Dunn said he would fight on.', 'Victor Dunn', 'said', 'he would fight on'],
  [
    'The poll also found 48 percent support for her plan.',
    'The poll',
    'found',
    '48 percent support for her plan',
  ],
  ['He supports a ban on steel imports, and he has the votes.', 'He', 'supports', 'a ban on steel imports'],
  [
    'Senator Ruth Calloway said Thursday that the deal would cost Ohio jobs.',
    'Senator Ruth Calloway',
    'said',
    'that the deal would cost Ohio jobs',
  ],
  ['Calloway told reporters the bill was dead.', 'Calloway', 'told', 'the bill was dead'],
  ['The White House argues that the order is legal.', 'The White House', 'argues', 'that the order is legal'],
  [
    'Aides acknowledged they had misread the mood in Iowa.',
    'Aides',
    'acknowledged',
    'they had misread the mood in Iowa',
  ],
  [
    'Rep. Dan Orr, a Democrat from Maine who sits on the panel, told CNN that he would vote no.',
    'Rep. Dan Orr',
    'told',
    'that he would vote no',
  ],
  ['Critics say the plan would hurt the poor.', 'Critics', 'say', 'the plan would hurt the poor'],
  [
    'The campaign did not say how much it had raised.',
    'The campaign',
    'did not say',
    'how much it had raised',
  ],
  [
    'Officials in both parties concede that turnout will be low.',
    'Officials in both parties',
    'concede',
    'that turnout will be low',
  ],
  ['Orr tweeted that the vote was a sham.', 'Orr', 'tweeted', 'that the vote was a sham'],
  [
    'A new report by the budget office found that the tax cut would add $2 trillion to the deficit.',
    'A new report',
    'found',
    'that the tax cut would add $2 trillion to the deficit',
  ],
  [
    'A poll released Monday showed Calloway leading by six points.',
    'A poll',
    'showed',
    'Calloway leading by six points',
  ],
  [
    'Mr. Orr has repeatedly insisted that he never met the donor.',
    'Mr. Orr',
    'has repeatedly insisted',
    'that he never met the donor',
  ],
  [
    'She later clarified that she opposed only the amendment.',
    'She',
    'clarified',
    'that she opposed only the amendment',
  ],
  [
    'The senator noted that the state had twice voted Republican.',
    'The senator',
    'noted',
    'that the state had twice voted Republican',
  ],
  ['Prosecutors alleged that Dunn hid the payments.', 'Prosecutors', 'alleged', 'that Dunn hid the payments'],
  // Cues in the middle, at the end, inverted.
  ['The wall will never be built, Calloway said.', 'Calloway', 'said', 'The wall will never be built'],
  ['The numbers, Orr said, do not add up.', 'Orr', 'said', 'The numbers', 'do not add up'],
  [
    'The bill is dead, said Marcy Dunn, a spokeswoman for the speaker.',
    'Marcy Dunn',
    'said',
    'The bill is dead',
  ],
  [
    '"We will win," Calloway said in a statement, "and we will win big."',
    'Calloway',
    'said',
    'We will win,',
    'and we will win big.',
  ],
  [
    '"This is a disgrace," said Rep. Dan Orr, the Maine Democrat.',
    'Rep. Dan Orr',
    'said',
    'This is a disgrace,',
  ],
  ['"Lock him up!" the crowd chanted.', 'the crowd', 'chanted', 'Lock him up!'],
  ['“I am not a crook,” she tweeted Monday.', 'she', 'tweeted', 'I am not a crook,'],
  ['"It’s over," a senior aide told The Post.', 'a senior aide', 'told', 'It’s over,'],
  // According to and its kin.
  [
    'Turnout fell by half, according to a report from the secretary of state.',
    'a report',
    'according to',
    'Turnout fell by half',
  ],
  [
    'According to two people familiar with the talks, the offer was rejected.',
    'two people familiar',
    'According to',
    'the offer was rejected',
  ],
  ['As Orr explained, the vote was never close.', 'Orr', 'explained', 'the vote was never close'],
  [
    'In the view of Republicans, the rule goes too far.',
    'Republicans',
    'In the view of',
    'the rule goes too far',
  ],
  // Colons.
  ['Calloway put it bluntly: "We lost."', 'Calloway', ':', 'We lost.'],
  ['His message was simple: "Vote."', 'His message', ':', 'Vote.'],
  ['Orr: The bill is dead.', 'Orr', ':', 'The bill is dead'],
  // Infinitives.
  [
    'Calloway vowed to repeal the law on her first day.',
    'Calloway',
    'vowed',
    'to repeal the law on her first day',
  ],
  ['Orr promised to release his tax returns.', 'Orr', 'promised', 'to release his tax returns'],
  ['Democrats urged the governor to veto the bill.', 'Democrats', 'urged', 'the governor to veto the bill'],
  ['The group called on Congress to act.', 'The group', 'called on', 'Congress to act'],
  ['Orr asked supporters to stay calm.', 'Orr', 'asked', 'supporters to stay calm'],
  ['Dunn threatened to sue the paper.', 'Dunn', 'threatened', 'to sue the paper'],
  ['Mr. Dunn offered to debate her in Ohio.', 'Mr. Dunn', 'offered', 'to debate her in Ohio'],
  ['The senator declined to comment.', 'The senator', 'declined', 'to comment'],
  ['Orr claims to have read the whole bill.', 'Orr', 'claims', 'to have read the whole bill'],
  ['Calloway demanded that Dunn apologize.', 'Calloway', 'demanded', 'that Dunn apologize'],
  [
    'The union called for a recount in three counties.',
    'The union',
    'called for',
    'a recount in three counties',
  ],
  // Attitudes.
  ['Voters want to see results.', 'Voters', 'want', 'to see results'],
  [
    'Many Republicans believe that the election was close.',
    'Many Republicans',
    'believe',
    'that the election was close',
  ],
  ['Advisers hope the speech will calm donors.', 'Advisers', 'hope', 'the speech will calm donors'],
  [
    'Democrats fear that the court will strike down the law.',
    'Democrats',
    'fear',
    'that the court will strike down the law',
  ],
  ['Mrs. Calloway plans to visit Iowa next week.', 'Mrs. Calloway', 'plans', 'to visit Iowa next week'],
  ['He decided to skip the debate.', 'He', 'decided', 'to skip the debate'],
  ['Most Americans oppose the deal.', 'Most Americans', 'oppose', 'the deal'],
  ['Dunn intends to run again.', 'Dunn', 'intends', 'to run again'],
  [
    'Republicans are worried that he will drag down the ticket.',
    'Republicans',
    'are worried',
    'that he will drag down the ticket',
  ],
  ['Orr is convinced that the race is winnable.', 'Orr', 'is convinced', 'that the race is winnable'],
  ['I think she is telling the truth.', 'I', 'think', 'she is telling the truth'],
  ['She considers the charge absurd.', 'She', 'considers', 'the charge absurd'],
  ['Voters see him as a bully.', 'Voters', 'see', 'him as a bully'],
  // Speech about somebody.
  [
    'Dunn accused Calloway of lying about the server.',
    'Dunn',
    'accused',
    'Calloway of lying about the server',
  ],
  ['Orr called the plan "a disaster."', 'Orr', 'called', 'the plan "a disaster."'],
  ['Calloway criticized Dunn for skipping the vote.', 'Calloway', 'criticized', 'Dunn for skipping the vote'],
  ['Dunn dismissed the report as "fake."', 'Dunn', 'dismissed', 'the report as "fake."'],
  ['He described the talks as productive.', 'He', 'described', 'the talks as productive'],
  ['Orr blamed the governor for the delay.', 'Orr', 'blamed', 'the governor for the delay'],
  ['Dunn has been accused of hiding the payments.', null, 'has been accused', 'of hiding the payments'],
  [
    'Calloway praised the officers for their restraint.',
    'Calloway',
    'praised',
    'the officers for their restraint',
  ],
  ['The senator denied the charge.', 'The senator', 'denied', 'the charge'],
  ['Dunn apologized for the remark.', 'Dunn', 'apologized', 'for the remark'],
  ['He referred to the judge as "a hater."', 'He', 'referred', 'to the judge as "a hater."'],
  // Nouns.
  ['Dunn’s claim that the vote was rigged has no basis.', 'Dunn', 'claim', 'that the vote was rigged'],
  ['His promise to build a wall drew cheers.', 'His', 'promise', 'to build a wall'],
  [
    'Calloway repeated her call for a special session.',
    'Calloway',
    'repeated',
    'her call for a special session',
  ],
  [
    'There is growing concern among Democrats that the race is slipping away.',
    'Democrats',
    'concern',
    'that the race is slipping away',
  ],
  // Partial quotations.
  [
    'Orr said the plan was "dead on arrival" in the Senate.',
    'Orr',
    'said',
    'the plan was "dead on arrival" in the Senate',
  ],
  ['Calloway, who was in Ohio, spoke of "a great sadness."', 'Calloway', 'spoke', 'a great sadness.'],
  // Further verbs of the same speaker.
  ['Orr said he was tired and added that he would sleep.', 'Orr', 'said', 'he was tired'],
  ['Orr said he was tired and added that he would sleep.', 'Orr', 'added', 'that he would sleep'],
  ['Dunn won the county, saying that the voters had spoken.', 'Dunn', 'saying', 'that the voters had spoken'],
  ['Asked if he would run, Dunn said he had not decided.', null, 'Asked', 'if he would run'],
  // Passives and impersonals.
  [
    'It is widely believed that the vote will be close.',
    null,
    'is widely believed',
    'that the vote will be close',
  ],
  ['Orr was quoted as saying the fix was in.', 'Orr', 'was quoted as saying', 'the fix was in'],
  ['Dunn reportedly left the meeting early.', null, 'reportedly', 'Dunn', 'left the meeting early'],
]

/** Sentences in which nobody reports anything. */
export const NEAR_MISSES: readonly string[] = [
  'The bill passed the House in June.',
  'Calloway walked to the podium and waved.',
  'The state has 20 electoral votes.',
  'Orr ran for governor in 2010 and lost.',
  'The report is 400 pages long.',
  'Dunn returned the call on Friday.',
]

/** What is not found as it should be; the day one is, the test asks for its promotion. */
export const KNOWN_MISSES: readonly QuoteExample[] = [
  ['The economy, as Calloway put it, is "on fire."', 'Calloway', 'put', 'The economy', 'is "on fire."'],
  ['The allegation that he lied has followed him for years.', null, 'allegation', 'that he lied'],
  [
    'She rejected the notion that she had changed her mind.',
    'She',
    'rejected',
    'the notion that she had changed her mind',
  ],
]
