import { defineRule } from '../rule.ts'
import { isFeared, isOthers, isTied } from './ties.ts'

const byKind = (kind: string) => ({ attrs: { kind, place: null }, weight: 1 })

export const trailsInPolls = defineRule({
  name: 'setback/trails-in-polls',
  emits: 'setback',
  because: 'Bad polls that the article ties to the leader’s trouble are a blow.',
  when: {
    reported: [
      '(?:lacklustre|sagging|slumping|dismal|plunging|plummeting|sinking|falling|poor|weak|terrible|abysmal|sliding|dire|grim|bad|dreadful|declining|tanking|cratering|woeful|low|disastrous|sustained|flagging|slipping|worsening|crumbling|bleak|record-low|gloomy) (?:\\S+ ){0,2}?(?:polls?|polling|approval|ratings?|numbers|opinion polls?|survey)',
      '(?:polls?|polling|surveys?|survey|approval rating|popularity)(?: numbers| figures| average| averages| this week| this morning| that)?[^.;]{0,60}? (?:trail(?:s|ing|ed)?|behind|down|drop(?:s|ped|ping)?|plung\\w+|slump\\w*|sink\\w*|sunk|collaps\\w+|low|lows|points (?:up|ahead|clear|behind|back)|third|slid|fall\\w*|fell|declin\\w+|nosediv\\w+|tank\\w*|crater\\w*|ahead|lead over|constantly going down|not leading)',
      '(?:trail(?:s|ing|ed)?|lag(?:s|ged|ging)?|behind)[^.;]{0,60}? (?:in (?:the )?(?:\\S+ ){0,4}?(?:polls?|polling|surveys?)|by (?:more than |about |as much as |nearly |roughly |around |some |at least |up to )?(?:\\d+|twenty|double)(?:[- ]odd)?(?: percentage)? ?points|by double digits)',
      '(?:\\d+|twenty(?:[- ]\\w+)?|thirty|double digits?)(?: percentage)? points (?:behind|adrift|back|down)',
      'points (?:up|ahead|clear)',
      '(?:polls?|polling|surveys?|numbers)[^.;]{0,40}? (?:heading|headed|on course|on track|facing|pointing)[^.;]{0,20} (?:for|to|towards?) (?:\\S+ )?(?:defeat|rout|wipe-?out|oblivion|annihilation|disaster|heavy|los\\w+|losses|drubbing|hammering)',
      '(?:languish\\w*|wallow\\w*|floundering|stuck|mired|adrift|tanking|cratering|sagging|slumping)[^.;]{0,30} (?:polls|polling|surveys|ratings)',
      '(?:slumped|fallen|sunk|slipped|dropped|slid|plunged|crashed) (?:in)?to (?:third|second|fourth|last|\\d+)[^.;]{0,40} (?:polls?|polling|surveys?|per ?cent|percent|support)',
      '(?:primary vote|vote share|two-party vote|support|popularity|share of the vote|voting intention)[^.;]{0,20} (?:has |have |had )?(?:collapsed|fallen|slumped|dropped|sunk|plunged|crashed|slid|halved|evaporated|cratered) (?:to|by|from)',
      '(?:lost|losing|trailed in|behind in) (?:\\w+ |\\d+ )(?:straight |consecutive |successive )?(?:news)?polls',
      '(?:deeply|historically|hugely|increasingly|wildly) unpopular',
      '(?:net )?(?:favou?rability|approval|satisfaction|popularity)(?: rating| ratings)?(?: \\S+){0,3} (?:at|of|to) (?:minus|negative|-) ?\\d+',
      "in the (?:public )?(?:opinion )?polls,? (?:we|they|the party|Y|he|she|L) (?:are|is|was|were) (?:not|n't|behind|trailing|down|losing)",
      '(?:down|trail(?:s|ing|ed)?|behind|losing)(?: by)? (?:a |an |some |about |nearly |roughly |more than |as many as |by )*(?:\\d+|\\w+teen|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|double digits)(?:[ -]\\w+)?(?: percentage)?(?: points?| nationally| in (?:the|a|every|all|three|four|five|six|seven|key|battleground|swing|our|internal)\\b)',
      '(?:poll|polls|polling|survey|surveys|numbers)(?: [^.;]{0,60})? (?:put|puts|had|have|has|show|shows|showed|showing|finds?|found|gave|gives|suggest\\w*|give)[^.;]{0,60} (?:down|behind|trail\\w*|losing|lost|underwater|third|adrift|lowest|worst|fewer|ahead|lead|leading|slump\\w*|drop\\w*|plung\\w*|per ?cent|percent|%)',
      '(?:approval|favou?rability|popularity|poll|polling)(?: rating| ratings| number| numbers)? (?:is |was |are |were |has |have |had |now |stands? |stood |at |in |to |a |its |their |his |her |hit |hits |fell |fallen |sunk |sank |slid |dropped |plunged |reached )+(?:\\d+|the (?:\\S+ )?(?:teens|twenties|thirties|gutter|basement|tank|toilet)|(?:all-time |record |new |historic )*lows?|free ?fall|underwater)',
      '(?:slump|slide|fall|drop|collapse|plunge|decline) in (?:the )?(?:polls|popularity|support|approval)',
    ],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) => (isTied(hit) && !isOthers(hit) && !isFeared(hit) ? byKind('polling') : null),
  fires: [
    {
      text: 'Rebels point to polls that have Vale’s party 20 points behind.',
      actor: null,
      attrs: { kind: 'polling', place: null },
    },
    {
      text: 'Dismal polling has fed calls for Vale to resign.',
      actor: null,
      attrs: { kind: 'polling', place: null },
    },
  ],
  staysSilent: [
    { text: 'A poll of voters found that few rebels like Vale.', because: 'Nobody trails.' },
    { text: 'The polls open at eight for the vote on Vale’s leadership.', because: 'Polling stations.' },
  ],
})

export const agreementEnded = defineRule({
  name: 'setback/agreement-ended',
  emits: 'setback',
  because: 'The end of the pact that kept a government in office is a blow.',
  when: {
    reported: [
      '(?:pulled|withdrew|withdrawn|withdrawing|ended|cut off|yanked|removed|stripped) (?:its|their|all|the)(?: \\S+)? (?:support|backing) (?:for|from|of)',
      '{ended} (?:of |from |out of |up |on |away from |its |their |the |a |an |with )*(?:\\S+ ){0,2}?{pact}(?! on (?:trade|ferries|fish))',
      "(?:coalition|junior|governing) (?:partner|ally|party)s? (?:\\S+ ){0,2}?(?:quit|left|walked out of|pulled out of|abandoned|withdrew from) (?:the |L's |his |her )?(?:government|coalition|cabinet|alliance)",
      '{pact} (?:\\S+ ){0,4}?(?:was |has been |had been |were )?(?:torn up|ended|collapsed|scrapped|terminated|ripped up|fell apart|abandoned|broke down|unravel\\w+)',
    ],
  },
  unless: ['negated', 'hypothetical', 'question'],
  claim: (hit) =>
    isTied(hit) &&
    /\b(?:government|parliament|supply|governing|coalition|minority|working accord|accord|votes?|party|ndp|league|opposition|alliance)/.test(
      hit.stretch,
    ) &&
    !/\b(?:trade|climate|peace|free[- ]trade|hostage|nuclear|labou?r) (?:agreement|deal|accord|pact)/.test(
      hit.match[0],
    )
      ? byKind('agreement-ended')
      : null,
  fires: [
    {
      text: 'The end of the supply-and-confidence agreement with the Meadow Party weakened Vale, whom rebels want to oust.',
      actor: null,
      attrs: { kind: 'agreement-ended', place: null },
    },
    {
      text: 'Rebels against Vale date it to the day the Meadow Party tore up its accord with the government.',
      actor: null,
      attrs: { kind: 'agreement-ended', place: null },
    },
  ],
  staysSilent: [
    { text: 'Vale, under pressure to resign, signed a trade agreement.', because: 'Nothing ended.' },
    { text: 'Vale, whom rebels want to oust, ended a trade deal with Norland.', because: 'A trade deal.' },
  ],
})

export const facedConfidenceMotion = defineRule({
  name: 'setback/faced-confidence-motion',
  emits: 'setback',
  because: 'A motion of the opposition that the government survives narrowly, or is to face, is a blow.',
  when: {
    reported: [
      '(?:surviv\\w+|bring(?:s|ing)?|mov(?:e|ed|es|ing)|lodg\\w+|fil(?:ed|ing)|submit\\w*|introduc\\w+|table|tabling|faced?|facing|faces|lost|narrowly|beat|defeated|won|got through|weathered|failed by|failed|tabled|brought|lose)[^.;]{0,60}?(?:(?:non-?|no[- ])?confidence (?:motions?|votes?)|votes? of (?:no[- ])?confidence|motions? of (?:no[- ]confidence|non-?confidence)|opposition (?:motion|attempt)|attempt by the opposition|(?:attempt|motion)[^.;]{0,50} to (?:trigger|force) an? election)',
      '(?:(?:non-?|no[- ])confidence motions?|confidence motion)[^.;]{0,40} (?:failed|defeated|surviv\\w+|passed|fell)',
    ],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) =>
    isTied(hit) &&
    /\b(?:opposition|government|parliament|house|commons|motions?|election|conservative|parties|minority)\b/.test(
      hit.stretch,
    ) &&
    !/C|L's leadership|in L\b|\bletters\b|\bcaucus\b|\bmps\b|\bbackbench|\bwould\b/.test(hit.match[0]) &&
    !/^ in (?:L|the L|his|her)/.test(hit.after)
      ? byKind('confidence-motion')
      : null,
  fires: [
    {
      text: 'Vale, whom rebels want to oust, narrowly survived a confidence motion by the opposition.',
      actor: null,
      attrs: { kind: 'confidence-motion', place: null },
    },
    {
      text: 'The second non-confidence motion failed by only three, and pressure on Vale to resign grew.',
      actor: null,
      attrs: { kind: 'confidence-motion', place: null },
    },
  ],
  staysSilent: [
    { text: 'Rebels against Vale say 48 letters of no confidence are in.', because: 'The party’s own vote.' },
    {
      text: 'If the government lost a confidence motion, Vale would resign.',
      because: 'It hangs on a condition.',
    },
  ],
})

export const gotUltimatum = defineRule({
  name: 'setback/got-ultimatum',
  emits: 'setback',
  because: 'Another party’s threat to bring the government down unless it gets its way is an ultimatum.',
  when: {
    reported: [
      'ultimatum',
      '(?:threaten\\w*|vow\\w*|warn\\w*|served (?:notice|discover)|says?|said|promis\\w+|pledg\\w+|notice)[^.;]{0,80}?(?:topple|bring down|defeat|vote (?:against|down)|votes with|withdraw (?:its|their) (?:support|backing)|walk (?:out|away)|quit the|abandon|pull (?:its|their) support|join forces|force an election)[^.;]{0,90}?(?:unless|if|except|by (?:oct|nov|dec|jan|feb|mar|apr|may|june|july|aug|sept|wednesday|monday|tuesday|thursday|friday))',
      '(?:has|have|gave|given|gives) (?:\\S+ )?until [^.;]{0,60} (?:or|before) [^.;]{0,60}(?:votes?|topple|bring down|election|support)',
    ],
  },
  unless: ['question'],
  claim: (hit) =>
    isTied(hit) &&
    !/\b(?:mps|caucus|rebels|backbench\w*)[^.]{0,30}ultimatum/.test(hit.stretch) &&
    !/[P][^.]{0,40}ultimatum/.test(hit.stretch)
      ? byKind('ultimatum')
      : null,
  fires: [
    {
      text: 'Vale, under pressure to resign, faces an ultimatum from the Meadow Party over pensions.',
      actor: null,
      attrs: { kind: 'ultimatum', place: null },
    },
    {
      text: 'The Meadow Party threatened to bring down Vale, under pressure to resign, unless its bill is passed.',
      actor: null,
      attrs: { kind: 'ultimatum', place: null },
    },
  ],
  staysSilent: [
    { text: 'Robert Finch gave Vale an ultimatum: resign or lose.', because: 'It comes from within.' },
    { text: 'Rebels want Vale out by Wednesday.', because: 'No other party.' },
  ],
})

export const lostElection = defineRule({
  name: 'setback/lost-election',
  emits: 'setback',
  because: 'Losses at local, regional or general elections are a blow.',
  when: {
    reported: [
      '(?:worst|dismal|disastrous|poor|bruising|terrible|catastrophic|crushing|heavy|brutal) [^.;]{0,40}?(?:{elections}|election)(?: results?| {loss})?',
      '{elections} (?:results? )?{loss}',
      '(?:hammered|thrashed|trounced|routed|wiped out|punished|battered|crushed|mauled|humiliated|annihilated|savaged|pummell?ed|thumped|walloped|decimated|shellacked)[^.;]{0,30} (?:in|at) (?:the |last \\S+ |\\S+ ){0,3}?{elections}',
      '{elections}[^.;]{0,30} (?:went badly|went wrong|was a disaster|were a disaster|proved disastrous|ended in disaster|were dire)',
      '{loss} (?:\\S+ ){0,3}?(?:in|at) (?:\\S+ ){0,2}?{elections}',
      '{lost} [^.;]{0,60}?(?:council seats?|{elections}|councils|councillors)',
      '(?:lost|losing|loss of) (?:control of |the |its |their |our |\\d+ |a (?:dozen|score) |dozens of )+(?:\\S+ )?(?:house|senate|majority|chamber|governorships?|statehouses?|seats?|assembly|parliament|councils?|mayoralt\\w+|states?|districts?)',
      '(?:midterm|local|state|regional|provincial|council|mayoral|gubernatorial)(?: elections?)? (?:wipe-?out|drubbing|rout|bloodbath|shellacking|losses|loss|defeats?|disaster|massacre|humiliation)',
      '(?:councillors|council seats) (?:gone|lost|down)',
      '(?:since|after|days (?:after|since)) the locals,',
    ],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) =>
    isTied(hit) &&
    !isOthers(hit) &&
    !isFeared(hit) &&
    !/by-?election|next (?:general )?election/.test(hit.match[0]) &&
    !(/^(?:lost|losing|loss of)/.test(hit.match[0]) && /by-?election|special election/.test(hit.stretch)) &&
    !/lost the (?:consent|confidence|trust|support|faith)/.test(hit.match[0]) &&
    !/by-?election|special election/.test(hit.stretch)
      ? byKind('election-loss')
      : null,
  fires: [
    {
      text: 'After disastrous local elections, rebels want to oust Vale.',
      actor: null,
      attrs: { kind: 'election-loss', place: null },
    },
    {
      text: 'The party lost 400 council seats, and Vale faces calls to resign.',
      actor: null,
      attrs: { kind: 'election-loss', place: null },
    },
  ],
  staysSilent: [
    { text: 'Vale, whom rebels want to oust, called local elections for May.', because: 'Nobody lost.' },
    { text: 'Rebels fear Vale would lose the next general election.', because: 'It has not happened.' },
  ],
})

export const poorDebate = defineRule({
  name: 'setback/poor-debate',
  emits: 'setback',
  because: 'A debate that went badly for the leader is a blow.',
  when: {
    reported: [
      '(?:poor|disastrous|halting|shaky|dismal|disappointing|faltering|weak|rambling|catastrophic|stumbling|terrible|calamitous|bad|woeful|dreadful|rough|meandering|abysmal|listless|feeble) [^.;]{0,30}?debates?(?: performance| showing| night| appearance)?',
      '(?:debate|debates)(?: on \\w+day| last \\w+| night| stage)*[^.;]{0,80}? (?:froze|frozen|lost (?:his|her) (?:train|way|thread|place)|stumbled|faltered|struggled|mumbled|rambled|trailed off|blanked|collapsed|flopped|bombed|imploded|fell apart|went (?:badly|wrong)|panic\\w*|alarm\\w*|shook|shaken|rattled|spooked|disaster|fiasco|debacle)',
      '(?:froze|stumbled|faltered|struggled|mumbled|rambled|blanked|collapsed|flopped|bombed|imploded|fell apart|lost (?:his|her) (?:train|way|thread|place))[^.;]{0,50} (?:debate|debates)',
      "(?:after|since|following|in the wake of|because of) (?:the |that |last \\w+'s |\\w+day's |his |her |L's )+(?:\\S+ )?(?:televised )?debate",
      'debate (?:debacle|disaster|performance|flop|fiasco|meltdown|stumbles?|failure|showing)',
      '(?:performance|showing|stumbles?|struggles) (?:in|at|during) (?:\\S+ ){0,3}?debate',
    ],
  },
  unless: ['hypothetical', 'question'],
  claim: (hit) =>
    isTied(hit) && !isOthers(hit) && !isFeared(hit) && !/ (?:of|by) X/.test(hit.stretch)
      ? byKind('debate')
      : null,
  fires: [
    {
      text: 'Vale’s disastrous debate performance brought calls for her to resign.',
      actor: null,
      attrs: { kind: 'debate', place: null },
    },
    {
      text: 'Rebels were shaken by Vale’s halting performance in the debate.',
      actor: null,
      attrs: { kind: 'debate', place: null },
    },
  ],
  staysSilent: [
    { text: 'Rebels want a debate about Vale’s leadership.', because: 'Another kind of debate.' },
    { text: 'Vale, under pressure to resign, will debate X on Monday.', because: 'It is still to come.' },
  ],
})
