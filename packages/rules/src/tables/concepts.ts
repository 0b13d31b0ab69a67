/**
 * What words and phrases mean for the stands that people take, whatever the sentence around them. `(a|b)` gives alternatives,
 * `HIS` any possessive, `THE` any possessive or article.
 * Sources: the codebook's rule 6; Safire's Political Dictionary (Oxford, 2008) and Brewer's Politics (Cassell, 1995) for the
 * metaphors; the style books of the Guardian, the Canadian Press and AP; Roget's Thesaurus (Penguin, 2002), heads 296 (departure),
 * 703 (aid), 753 (resignation), 485 (belief), 620 (avoidance); Levin, "English Verb Classes" (Chicago, 1993) for the verbs of
 * asking, judging and refusing; the parliamentary libraries of the United Kingdom, Canada and Australia for procedures.
 */

/** Verbs: each gives three concepts, the base form, `_ED` (third person, past, participle) and `_ING`. */
export const verbs = {
  /** To cease to lead. */
  LEAVE: `
    (put|place|consider) the (party|country|province|state) (before|ahead of) HIMSELF,
    be (pushed|carried out|dragged out|prised out), go (now|quickly|quietly|gracefully|today|with dignity),
    go on (monday|tuesday|wednesday|thursday|friday|saturday|sunday), put in HIS (papers|resignation),
    hand in HIS papers, send in HIS papers, off you go, on your bike,
    let go of the (stick|baton|wheel|reins|rope|torch), (hang|put) up (THE|) (boots|spurs|bat|gloves|armband|hat),
    hang up the (boots|spurs|gloves|bat), hand back the (baton|wheel|armband),
    hand over the (wheel|armband|captaincy|stick), declare the innings closed,
    leave the (field|pitch|table|dance floor|party|stage|arena), take the (exit|money and run), turn off the lights,
    get HIS coat, find (the|an) exit, fold HIS (cards|hand|tent), lay down HIS (tools|arms|cards), let us go,
    let the (party|country|rest of us) (go|breathe|move on|choose), say goodbye,
    put (it|this|us|HIM) out of (HIS|our) misery, end this, end it, go, resign,
    resign HIS (post|office|position|leadership|job), quit, leave, depart, exit, retire, abdicate, yield, demit,
    vacate, step (down|aside|back|away|off), step out of the (way|race), stand (down|aside|back), make (way|room),
    give way, bow out, move (on|aside|over|out), walk away, check out, clear out, ride off, back out, get out,
    get out of the (way|race), get off the (stage|ticket|ballot|pitch|bus), hand (over|on|off),
    hand (it|power|things|the job|the keys|the wheel|the reins|the baton|the torch|the leadership) (over|on|off|to),
    hand on the (baton|torch|reins|keys),
    hand over (the|to a|to someone|to somebody|to another|power|control) (reins|baton|torch|keys|leadership|leader|new leader|else|),
    hand back the (keys|seals|job), pass (the|on the|along the|HIS) (torch|baton|reins|mantle|gavel|leadership),
    turn (over|in) the (keys|reins|job|gavel),
    give up (THE|) (job|post|leadership|office|reins|throne|crown|seat|race|campaign|fight|ghost|nomination|candidacy|premiership|presidency),
    (relinquish|surrender|cede|vacate|lay down|abandon|release|yield|resign) (THE|) (job|post|leadership|party leadership|office|reins|throne|crown|burden|nomination|candidacy|premiership|presidency|helm|role|position|power|control|stage|delegates),
    pack (it in|HIS bags|HIS bag|up|HIS things|HIS trunk|HIS desk), throw in the towel,
    call it (a day|quits|a career), fall on HIS sword,
    hang (it up|up HIS boots|up HIS spurs|up HIS hat|up HIS gloves), wrap it up, clear HIS desk,
    clear the (way|field|path|decks), open the (way|door|field|race|convention), free (up |)(HIS|the) delegates,
    release (HIS|the) delegates,
    (end|suspend|abandon|stop|drop|fold|quit|halt) (THE|) (campaign|candidacy|run|bid|re-election bid|reelection bid|re-election campaign|reelection campaign|presidential campaign|leadership),
    (drop|pull|bow|get|back) out, (drop|pull|bow|get|back) out of (the|this) (race|contest|running|campaign|election),
    withdraw (from the race|HIS candidacy|HIS name|HIS nomination|from the ticket|as the nominee|as a candidate|as candidate|from contention),
    come off the (ticket|ballot), come home,
    do the (right|decent|honourable|honorable|noble|gracious|responsible|selfless) thing,
    (tender|submit|hand in|offer|announce|give|send in) HIS (resignation|notice|departure|retirement|exit),
    (set|name|give|fix|announce|agree|provide|lay out|set out|spell out|publish|draw up|offer) (a|the|HIS) (date|timetable|schedule|deadline|exit date|departure date|timeline|exit plan|departure timetable|departure plan|exit strategy|clear timetable|firm date),
    take (HIS leave|the hint|a walk in the snow|a bow|HIS bow|a final bow|one last bow|one for the team),
    see the writing on the wall, read the room,
    leave (office|politics|the stage|the field|the race|the job|the leadership|the post|the ticket|the building|quietly|gracefully|with dignity|number 10|downing street|the lodge|the top job|now),
    walk (out|off) (the stage|into the sunset|), (ride|sail|drift) off into the sunset, sling HIS hook,
    let (go|someone else|somebody else|another|others|a new leader|someone new|somebody new|new blood|fresh blood|the next generation|the party move on|us move on|a younger generation|a new generation),
    allow (someone else|somebody else|another|a new leader|new leadership|fresh leadership|a successor|the party to move on|us to move on|an orderly transition|a contest|a transition),
    start (packing|the succession|the transition), begin (a|the|an orderly|the orderly) transition,
    (put|place) the (country|party|province|state|nation) (first|before HIS|ahead of HIS|above HIS),
    bring (it|things|this) to (an end|a close), bring down the curtain, call time on HIS, draw a line, cut HIS losses,
    be (gone|off|history|finished|done|out|replaced|removed|ousted|toppled|dropped|dumped|dislodged|deposed|sacked|recalled|retired|succeeded|let go|shown the door|voted out|pensioned off|put out to pasture|moved on|moved aside|eased out|forced out|pushed out|kicked out|turfed out|thrown out|told to go),
    be on HIS way, give someone else, pass it on, sit this one out, stop digging in,
    accept (the inevitable|defeat|reality|that it is over|that its over|HIS time is up),
    face (the music|reality|facts|the inevitable),
    spare (us|the party|HIS party|the country|HIS country|the country more|the party more), take early retirement,
    go into (retirement|the sunset|opposition), head for the (exit|exits|door|hills), hit the road,
    exit (the|) (stage|race|stage left|contest|ticket|arena), vacate the (stage|chair|lodge|premises),
    find the (door|exit), be a one-term president, be the bridge, call an end to it,
    resign (now|immediately|today|at once|tomorrow),
    quit (now|while HIS|the race|the field|the stage|office|as leader),
    end HIS (leadership|premiership|presidency|tenure|time|reign|innings|run), begin packing, stop running,
    leave it to (someone|somebody) else, surrender
  `,
  RESIGN: `
    resign, quit, resign (now|immediately|today|at once|tomorrow)
  `,
  /** To go on leading. */
  STAY: `
    stay, stay (on|put|the course|in post|in office|in place|in the job|in the race|in charge|where HIS|as leader),
    remain (in (post|office|place|charge|the job|the race)|as leader|leader|our leader|party leader|premier|prime minister|president|the leader|at the helm|in the role|our nominee|the nominee),
    continue, continue (on|as leader|in office|in the job|in post|leading|to lead|in the role|as premier|to serve),
    carry on, go on, go on (leading|and on|as leader), soldier on, press on, plough on, hang on, cling on,
    cling (to|on to) (power|office|the job|HIS job), limp on, stagger on,
    keep (going|on|fighting|leading|the job|HIS job|at it|HIS seat), hold (on|the fort|office|the job), stick around,
    serve, serve (on|out|a full|another|as leader|in office|as premier|as president),
    see (it|this|things|the job) (through|out),
    finish (the job|what HIS|HIS term|HIS work|the work|the race|the term|it),
    get on with (it|the job|HIS job|the work|governing),
    complete (the job|HIS term|HIS work|HIS mandate|the term|the work), ride (it|this) out, tough it out, survive,
    weather (it|this|the storm), endure, cling to office, lead,
    lead (us|the party|Y|HIS party|the country|this party|them|the ticket|the charge|the way|the government|the province|the state|the nation|the team),
    lead (us|the party|Y|HIS party|the country|this party|them|the government|the team) (into|in|through|to) (the|another|an|HIS) (next |coming |)(election|campaign|vote|contest|polls|fight),
    take (us|the party|Y|HIS party|them|this party|the country) (into|to|through) (the|an|another) (next |coming |)(election|campaign|polls|contest),
    lead (into|in) the (next |coming |)(election|campaign), captain, govern,
    (fight|contest|run in|face) (the|another|an|this|HIS) (next |coming |general |)(election|campaign|race),
    fight (on|back|it|this|the next), run (again|for re-election|for reelection|for another term), stand again,
    seek (re-election|reelection|another term|a second term|a third term),
    be (leader|the leader|our leader|our nominee|the nominee|our candidate|the candidate|on the ticket|on the ballot|at the top of the ticket|the standard-bearer|prime minister|premier|president|in charge|in office|at the helm|at the wheel|there|here|around|allowed to stay|given time|given more time|given a chance|given the chance|given space|left alone|left to get on with it|given the space|re-elected|reelected|head of the ticket),
    head (the ticket|the party|Y|the government|HIS party|the list),
    be the (man|woman|leader) (to lead us|to take us|who leads us|who takes us|to lead|who leads|who takes),
    win (the next|another|again|this|it|in november|in the fall|the election|the next election), deliver
  `,
  /** To put the leader out. */
  OUST: `
    oust, remove, replace, dump, topple, depose, ditch, dethrone, unseat, dislodge, overthrow, get rid of, be rid of,
    boot, boot out, throw out, throw (overboard|under the bus), kick out, push out, force out, drive out, turf out,
    bring down, roll, knife, bench, jettison, defenestrate, swap, swap out, switch, change, expel, eject, suspend,
    strip, turn on, turn HIS back on, abandon, desert, betray, throw away, toss, toss (overboard|aside|out),
    push (aside|over the edge|off the ticket), drum out, hound out, undermine, destabilise, destabilize, plot against,
    challenge, move against, see off, write off, cut loose, cast aside, shove aside, get shot of, rid HIS party of,
    show the door, trade, trade in, force from office, pull down, stab in the back, elbow aside, recall, discard,
    disown, dispense with
  `,
  /** To support. */
  BACK: `
    come out (swinging|fighting|batting) for, go (in|out|) to bat for, stick HIS neck out for, fly the flag for,
    bang the drum for, stand foursquare behind, put HIS shoulder to the wheel for, back, support, endorse, defend,
    stand (by|behind|beside|with|alongside|up for|squarely behind|firmly behind|solidly behind|four-square behind|foursquare behind|shoulder to shoulder with|full square behind|right behind|fully behind|united behind|strongly behind),
    stick (by|with|up for), rally (behind|around|round|to), unite (behind|around), get (behind|round), line up behind,
    swing (behind|in behind), fall in behind, row in behind, close ranks (behind|around),
    circle the wagons (around|round), believe in, trust, have faith in, follow, vouch for, vote for, campaign for,
    root for, go to bat for, go to the wall for, go over the top for, fight for, speak up for, stump for, cheer on,
    champion, applaud, salute, laud, praise, hail, commend, back up, keep faith with, keep, retain, re-elect, reelect,
    be loyal to, remain loyal to, stay loyal to, stay (behind|with), remain (behind|with|supportive of|committed to),
    swear by, plump for, pledge allegiance to, throw HIS (weight|support|lot) behind,
    put HIS (weight|support|name|faith) behind, ride with, go with,
    come out (for|in support of|in favour of|in favor of|behind), come to the (defence|defense|aid|rescue) of,
    spring to the (defence|defense) of, rush to the (defence|defense) of, leap to the (defence|defense) of,
    speak (for|in defence of|in support of), shield, protect, admire, have THE back of,
    walk through (walls|fire|a wall) for, go through (walls|fire|a wall) for, run through (walls|a wall|fire) for,
    crawl over broken glass for, die in a ditch for, take a bullet for, march behind, lock arms with, link arms with,
    come down on the side of, renominate, re-nominate
  `,
  /** To withdraw support. */
  PULL: `
    pull, rescind, revoke, retract, drop, end, yank, take back, tear up, cancel, scrap, sever, cut
  `,
  /** To leave the field, or to take back support. */
  WITHDRAW: `
    withdraw
  `,
  /** To put support into words. */
  OFFER: `
    tweet, post, declare, state, express, voice, pledge, reaffirm, affirm, reiterate, offer, lend, throw, give,
    signal, underline, underscore, renew, announce, profess, extend, reassert, swear, vow, promise, stress, restate,
    proclaim, emphasise, emphasize, register, confirm, repeat
  `,
  /** To have no longer. */
  LOSE: `
    lose, run out of, lose (all|any|every|what|whatever|the last of|HIS), forfeit, squander, exhaust
  `,
  /** To ask somebody to do something. */
  ASK: `
    call on, call upon, urge, ask, press, beg, implore, beseech, exhort, plead with, appeal to, invite, encourage,
    advise, counsel, tell, challenge, warn, instruct, order, command, lobby, petition, pressure, push, nudge, coax,
    enjoin, entreat, call (publicly|openly|again|directly|once more|explicitly|repeatedly) (on|upon), write to,
    send word to, remind, prevail on, prevail upon, pray
  `,
  /** To ask for something. */
  DEMAND: `
    demand, call for, call (publicly|openly|again|explicitly|repeatedly|out|once more|directly) for, push for,
    press for, ask for, argue for, advocate, advocate for, agitate for, clamour for, clamor for, plead for, lobby for,
    petition for, appeal for, seek, request, propose, move, table, recommend, insist on, favour, favor,
    be in favour of, be in favor of, trigger, initiate, second, welcome, force, petition, cry out for, be calling for
  `,
  WANT: `
    wait for, want, want to see, wish, hope, hope that, prefer, expect, like, like to see, prefer to see, love to see,
    pray that, wish for, hope for, long for, need to see, look forward to, desire, trust that, look for
  `,
  NEED: `
    earn the (right|chance), earn, have every right, have a right, be entitled, need, deserve, require, cry out for,
    crave, be ready for, merit, be crying out for, be owed
  `,
  /** To join others. */
  JOIN: `
    add HIMSELF to, join the (ranks|list|chorus|ranks of|list of|chorus of), swell the (ranks|chorus), join,
    join (in|with), echo, add HIS (voice|weight) to, lend HIS (voice|name|weight) to, swell, amplify, back up,
    bolster, second
  `,
  /** To think again. */
  REFLECT: `
    take the (weekend|week|break|summer|holidays|night), talk to HIS (family|husband|wife|friends|colleagues),
    talk with HIS (family|husband|wife|friends), have a long talk with HIS (family|husband|wife|friends),
    come back with a decision, listen to HIS (heart|conscience|colleagues),
    ask HIMSELF (an honest question|a hard question|some questions|some hard questions|hard questions|the question|what|who|honestly),
    look (at HIMSELF|deep inside|honestly at HIMSELF),
    use the (break|weekend|recess|summer|holiday|time) to (reflect|think), do some soul searching, reflect,
    reflect (on|upon|about|deeply|carefully|hard), think again, think twice,
    think (hard|long|carefully|seriously|deeply|very hard|very carefully|very seriously|long and hard|hard and long|again|it over|through),
    think (hard|long|carefully|seriously|deeply|very hard|very carefully|very seriously|long and hard) about,
    take stock, search HIS (soul|conscience|heart),
    do some (soul-searching|soul searching|thinking|hard thinking|reflecting|reflection),
    have (a|another) (look|think|good think|hard think|long think|long hard look|hard look|good look|good hard look|rethink),
    look (in the mirror|into HIS heart|deep|carefully|again) (at|),
    look (hard|long|closely|honestly|carefully|again) at, examine HIS (conscience|position|heart),
    ask (himself|herself|yourself) (whether|if|honestly|hard), take (some|a little|a bit of|the) time, sleep on it,
    take counsel
  `,
  /** To think over; only what is thought over tells of whom. */
  CONSIDER: `
    consider, consider (carefully|seriously|again|very carefully|hard|deeply), reconsider, rethink, re-think, ponder,
    contemplate, weigh, weigh (up|again), mull, mull over, re-examine, reassess, re-assess, re-evaluate, revisit,
    review
  `,
  /** To leave a leader's side. */
  DESERT: `
    desert, abandon, turn on, turn against, turn HIS back on, break with, split with, split from, disown, walk out on,
    peel away from, part company with, part ways with, ditch, dump, give up on, bail on, defect from, cut loose,
    lose (patience|faith|confidence) with, break from, cut ties with
  `,
  /** To put the matter to a vote or a choice. */
  DECIDE: `
    vote, decide, choose, settle, have (a|THE) (say|vote|voice|chance to vote), have the final say, judge, determine
  `,
  /** To refuse to accept. */
  REJECT: `
    reject, dismiss, rubbish, pooh-pooh, ridicule, deride, mock, scoff at, laugh off, brush (off|aside), shrug off,
    wave (off|away|aside), bat away, pour (cold water|scorn) on, hit (back|out) at, hit back against, denounce,
    condemn, decry, slam, blast, lambast, lambaste, lash, lash out at, savage, rebuke, criticise, criticize, attack,
    resist, oppose, repudiate, rebuff, tear into, round on, turn HIS fire on, take aim at, scold, berate, chide,
    reprimand, rip, take a swipe at, swat away, knock down, shoot down, push back (on|against|at), scotch, quash,
    play down, downplay, swat down, fend off, castigate, deplore, accuse, tick off, upbraid
  `,
  DENY: `
    deny, refute, dispute, disavow
  `,
  REFUSE: `
    refuse, decline, fail, forbear, hesitate, neglect, omit
  `,
  AVOID: `
    avoid, stop short of, shy away from, refrain from, hold back from, steer clear of, steer away from, shrink from,
    rule out, abstain from, hold off, resist
  `,
  /** To evade a question. */
  DODGE: `
    dodge, duck, sidestep, side-step, deflect, evade, skirt, skirt around, parry, swerve, body-swerve, fend off,
    fudge, stonewall, bat away, brush (off|aside|past), wave (off|away), dance around, tiptoe around, bypass, ignore,
    fob off, hedge, equivocate, waffle, stall, demur, prevaricate, obfuscate, waver, vacillate, temporise, pass on,
    hurry past, walk past, sit on the fence, straddle the fence, hedge HIS bets, change the subject, bat aside,
    laugh off, shrug off, avoid, give a wide berth to,
    give (a non-answer|a non-committal answer|nothing away|no answer|no view|little away)
  `,
  /** Verbs of saying where one stands. */
  DECLARE: `
    reveal, express (a|an|any) (view|opinion|preference), confirm (whether|if), say, answer, comment, comment on,
    discuss, be drawn, be drawn (on|into|out), speculate, speculate (on|about), disclose, elaborate, weigh in,
    weigh in on, take (a|any) (position|side|stand|view), take sides, pick (a side|sides|one),
    choose (a side|sides|between), commit, commit (himself|herself|themselves) (to|on|), address, engage, engage with,
    be pinned down, be pinned down on, respond, respond to, reply, be interviewed, explain, share, get into, go into,
    give (a|HIS|an|any) (view|opinion|answer|straight answer|direct answer|position|yes or no|clear answer|endorsement|backing),
    offer (a|an|any|HIS) (view|opinion|endorsement|answer|support|backing),
    say (anything|more|much|publicly|yes or no|either way|one way or the other|where HIS|what HIS), show HIS hand,
    answer (directly|the question|a question|questions), directly answer, throw HIS (weight|support) behind, predict,
    entertain, touch
  `,
  /** To leave a post or a party. */
  WIN: `
    come out of (this|it), outlast, prove (them|people|everybody|everyone|the doubters) wrong, be vindicated,
    have the last laugh, confound HIS critics, see (off|them off), defy the odds, get through this, win, beat,
    prevail, triumph, turn (it|this|things) (around|round), come through, come back, bounce back, pull through,
    recover, survive
  `,
  /** To be quiet, said of critics. */
  SHUTUP: `
    put (down|away) (the|HIS) (knives|daggers), sheathe HIS knives, lie down, go and lie down,
    lie down in a dark room, grow a (spine|pair|backbone), count me out, find something better to do,
    have HIS heads examined, have a word with themselves, think of the (party|country), shut up, put up or shut up,
    pipe down, back off, knock it off, cut it out, grow up, get a grip, get a life, calm down, settle down,
    fall into line, fall in line, get in line, get on board, get with the program, wind HIS necks in,
    take a cold shower, be ashamed, hang HIS heads, apologise, apologize, put a sock in it, pull together,
    stop (plotting|briefing|sniping|undermining|leaking|whispering|moaning|whingeing|bedwetting|navel-gazing|the infighting|the plotting|fighting|bickering|this nonsense|it|the nonsense|playing games|the sniping),
    pull HIS (heads|head) in, pull HIS socks up, hold HIS nerve, stay calm, keep calm
  `,
  /** To dismiss from a post. */
  SACK: `
    sack, fire, axe, boot out, purge, shuffle out, cull, relieve, demote, show the door,
    give (the sack|the boot|the push|the chop|the axe|HIS marching orders)
  `,
} as const

/** Words and phrases that mean one thing in whatever form they stand. `_` makes a phrase mean nothing. */
export const phrases = {
  SELF: `
    i, we, myself, ourselves, all of us, both of us, i personally
  `,
  ME: `
    me, us
  `,
  MY: `
    my, our, mine, ours
  `,
  HE: `
    he
  `,
  SHE: `
    she
  `,
  THEY: `
    they, both
  `,
  HIM: `
    him
  `,
  HER: `
    her, hers
  `,
  HIS: `
    his
  `,
  THEIR: `
    their, theirs
  `,
  THEM: `
    them
  `,
  YOU: `
    you, your, yours, yourself
  `,
  BOSS: `
    the leader, our leader, their leader, his leader, her leader, the party leader, the boss, our nominee,
    the nominee, the incumbent, the current leader, the present leader, the current leadership,
    the present leadership, the man in charge, the woman in charge, the top of the ticket
  `,
  NOT: `
    not, n't, never, hardly, cannot, nor, barely, scarcely
  `,
  NOLONGER: `
    no longer, not any longer, any longer, anymore, any more
  `,
  NO: `
    no, neither, nobody, no one, no-one, none, without, nothing, zero, little
  `,
  IF: `
    if, unless, whether, suppose, supposing, in case, in the event, were to, provided, should it
  `,
  WHO: `
    whoever, whomever, whichever, who, which, whose, whom
  `,
  AND: `
    and, or, as well as, along with, &, together with, alongside
  `,
  BUT: `
    but, although, though, yet, however, while, whereas, despite, because, since, after, before, until, when, as
  `,
  THAT: `
    that
  `,
  TO: `
    to
  `,
  BE: `
    is, was, are, were, be, been, being, am, 're, 'm, becomes, became, become, looks, looked, seems, seemed, feels,
    felt
  `,
  HAVE: `
    has, have, had, 've, having, enjoys, enjoyed, enjoy, retains, retained, retain, commands, commanded, command,
    holds, held, keeps, kept, gets, got, still has, still have
  `,
  WILL: `
    will, would, 'll, 'd, shall, going to, gonna, intends to, intend to, plans to, plan to
  `,
  CAN: `
    can, could, able to, manage to, fit to, capable of
  `,
  MAY: `
    may, might, perhaps, maybe
  `,
  DO: `
    do, does, did
  `,
  BY: `
    by, from
  `,
  WITH: `
    with, alongside
  `,
  FOR: `
    for
  `,
  IN: `
    in, under, at
  `,
  OF: `
    of
  `,
  MUST: `
    must, should, ought to, has to, have to, had to, having to, needs to, need to, needed to, has got to, have got to,
    's got to, 've got to, got to, gotta, had better, 'd better, better, would be wise to, would do well to,
    would be well advised to, is duty bound to, is duty-bound to, owes it to us to, owes it to the party to,
    owes it to the country to, owes it to her party to, owes it to his party to, owes it to everyone to,
    owes it to all of us to, owes it to voters to, owes it to members to, has a duty to, has an obligation to,
    has a responsibility to, is honour-bound to, has no choice but to, had no choice but to, has no option but to,
    had no option but to, has little choice but to, has no alternative but to, would have to, will have to,
    'll have to, will need to, should now, must now, be made to, be forced to, be told to, be asked to,
    be encouraged to, be persuaded to, be allowed to, is obliged to, was obliged to, would be better to
  `,
  /** Verb or noun. */
  SUPPORT: `
    support, back, trust, respect, endorsements
  `,
  SIGN: `
    signed, sign, signing, signatory, signatories, signature, signatures, added HIS name to, add HIS name to,
    put HIS name to, put pen to paper, co-signed, cosigned, submitted a letter, sent in a letter, handed in a letter,
    put in a letter, lodged a letter, written a letter, inked
  `,
  PAPER: `
    letter, petition, pledge, the letter, the petition, a letter, a petition, statement, a statement, open letter,
    an open letter, op-ed, an op-ed, post, video, message, email
  `,
  /** A possessive, or a contracted verb. */
  APOS: `
    's
  `,
  TIME: `
    time, high time, past time, the time, the moment, the hour, the day, about time, moment, the time has come,
    the moment has come, the hour has come, the time had come, the moment had come, the right time, the right moment
  `,
  /** That the leader is not about to go. */
  NOWHERE: `
    going nowhere, here to stay, not going anywhere, staying put
  `,
  NOVACANCY: `
    no vacancy, no contest, no challenge, not a vacancy, not vacant, no leadership contest, no leadership challenge,
    no appetite for, no need for a change, no case for
  `,
  DESCRIBE: `
    described, describes, describing, called, calls, calling, branded, hailed, pronounced, labelled, labeled,
    declared, dubbed, introduced, billed, cast
  `,
  TIMEUP: `
    (the|a) wrong (leader|person|man|woman|choice|candidate|captain|horse), no more chances, no second chances,
    no appetite for another, writing (is|was) on the wall, the writing on the wall, lame-duck,
    authority (is|was) (gone|shot|spent), days (are|were) numbered, numbered, not coming back from this,
    never coming back, not going to recover, music has stopped, bird has flown, ship has sailed, race is over,
    party is over, well is dry, well has run dry, tank is empty, clock has run (out|down), sun has set,
    chapter is closed, innings is over, innings are over, shelf-life has expired, stick a fork in HIM, worn thin,
    a goner, sunk, dead (politically|as leader), not working, washed up, burnt out, had it, had HIS (chips|fill),
    stopped working, stopped listening to HIM,
    no longer (up to it|the answer|an asset|fit to lead|the right fit|the future), part of the problem,
    the problem not the solution, the past, time is up, time 's up, time was up, time had come, time has come,
    time has passed, time had passed, time is over, time was over, time has run out, time had run out,
    days are numbered, race is run, race was run, run is over, moment has passed, moment had passed, game is up,
    game 's up, game was up, jig is up, jig 's up, jig was up, had HIS (day|time|chance|turn|shot|run|innings|moment),
    has had HIS (day|time|chance|turn|shot|run|innings|moment),
    run out of (road|steam|time|ideas|rope|runway|puff|gas|friends|lives|luck|petrol|answers|track|fuel|chances|excuses),
    reached the end of (the|HIS) (road|line|rope), at the end of (the|HIS) (road|line|rope),
    come to the end of (the|HIS) (road|line|rope), run HIS (race|course|leg of the relay|leg), outstayed HIS welcome,
    overstayed HIS welcome, worn out HIS welcome, past HIS (sell-by date|best|use-by date|prime|sell-by|shelf life),
    dead (man|woman) walking, dead in the water, a busted flush, a spent force, a lame duck, a dead duck, a liability,
    a drag on, an albatross, a millstone, a dead weight, toast, beyond (saving|rescue|repair|redemption|help),
    past it, yesterday 's (man|woman), a write-off, finished, done for, cooked, kaput, gone as leader,
    the end of the (road|line), become the (issue|problem|story|distraction|obstacle),
    has become the (issue|problem|story|distraction|obstacle), became the (issue|problem|story|distraction|obstacle),
    is the (issue|problem|obstacle), served HIS (purpose|time), done HIS (bit|dash|duty|time|part|best), no way back,
    no coming back, no path (forward|back|to victory), no route back
  `,
  OVER: `
    over, up, at an end, done, ended, behind us, run its course
  `,
  GONE: `
    out, gone, off the ticket, off the ballot, out of the way, out of office, out of the job, out of the race,
    history, replaced, removed, ousted, toppled, gone by, out by, out of the door, out the door, out of the lodge,
    out of there
  `,
  DEPARTURE: `
    resignation, departure, exit, ouster, ousting, removal, replacement, withdrawal, retirement, head, scalp, sacking,
    dismissal, toppling, recall, going, early exit, immediate resignation, immediate departure, early departure,
    stepping down, stepping aside, standing down, standing aside, end to, an end to, abdication, eviction
  `,
  CHANGE: `
    someone who can, somebody who can, a premier who, a prime minister who, a president who, a nominee who,
    a candidate who, a fresh start, new generation, the next generation, a new generation to lead,
    a new generation of leaders, new blood at the top,
    (a|the|an|) (change|immediate change) (of|in|at) (the |)(leader|leadership|top|helm|guard|captain|direction at the top|captaincy|premier|prime minister|face),
    change at the (top|helm), leadership change, regime change,
    (a|the|some|) (new|fresh|different|another|next) (leader|leadership|face|faces|captain|hand|hands|voice|voices|blood|standard-bearer|nominee|candidate|prime minister|premier|president|pm|person at the top|person at the helm|skipper|driver|generation|generation of leadership|generation of leaders|team at the top|pair of hands|start|beginning|chapter|direction|name at the top|start under a new leader|boss|coach|chief),
    (a|the|) (younger|better|stronger) (leader|candidate|generation|nominee|hand),
    someone (else|new|different|fresh|younger), somebody (else|new|different|fresh|younger), anyone else,
    anybody else, generational change,
    a (successor|replacement|leadership change|clean break|fresh start|clean slate|reset at the top),
    to turn the page, turn the page, fresh thinking at the top, new management,
    an orderly (transition|succession|handover), (a|) transition, other hands, renewal, a contest,
    an open (contest|race|convention|process), a coronation
  `,
  CONF: `
    confidence, faith, loyalty, backing, allegiance, endorsement, blessing, full support, total support,
    confidence and support, support and confidence, vote of confidence, admiration, solidarity, unwavering support,
    unqualified support, unequivocal support, wholehearted support, full confidence, full backing,
    complete confidence, total confidence, absolute confidence, every confidence, continued support,
    continuing support, strong support, unstinting support, undying support, patience
  `,
  UNTENABLE: `
    untenable, unsustainable, no longer tenable, no longer sustainable, not tenable, not sustainable, impossible,
    hopeless, irretrievable, irrecoverable, terminal, fatally weakened, fatally wounded, fatally damaged,
    beyond repair, unsalvageable, intolerable, indefensible, unviable, no longer viable
  `,
  POSITION: `
    position, leadership, future, premiership, presidency, candidacy, job, place, options, role, fate, standing,
    status, tenure, prospects, fitness, plans, run, bid, re-election bid, reelection bid, stewardship, performance,
    direction, record, authority, legacy, chances, viability, electability, conscience, suitability,
    decision to (run|stay|stand|carry on|remain), continued leadership, political future, survival, campaign
  `,
  VOTEN: `

    (a|the|) (vote|ballot|say) (on|in) (HIS leadership|the leadership|the leader|HIS future|HIS position|whether|who leads),
    the ballot, a free vote, a vote on whether, given a say, given a vote, have a say on, vote in secret,
    a secret vote, a ballot, a vote of all members,
    (a|the|an|) (secret|open|sealed|free|early|immediate|formal|full|proper|special|caucus|party-room|party room|membership|snap|) (ballot|leadership review|leadership vote|leadership ballot|leadership contest|leadership election|leadership spill|leadership race|leadership convention|confidence vote|confidence ballot|confidence motion|no-confidence vote|no-confidence motion|vote of confidence|vote of no confidence|vote of no-confidence|spill|spill motion|show of hands|open convention|mini-primary|special convention|special conference|review of the leadership|review of L|ballot of members|vote of members|vote of the caucus|vote of caucus|vote by secret ballot),
    secret ballots, leadership question, motion to spill, spill of the leadership
  `,
  RIGHT: `
    (the |HIS |our |)(party |party 's |country 's |)(best|only|brightest|greatest) (hope|asset|chance|bet|shot),
    doing what (he|she) was elected to do, no quitter, not a quitter, a fighter not a quitter, a class act,
    doing HIS job,
    a (rock|lion|giant|star|class act|tower of strength|national treasure|warrior|champion|hero|rock star|steady hand|safe bet),
    an (inspiration|asset|outstanding|exceptional|excellent|extraordinary|amazing|unbelievable) (to us all|leader|prime minister|premier|president|asset|),
    doing (a|an) (grand|cracking|sterling|stellar|solid|remarkable|super|bang-up|heck of a|hell of a|first-class|tremendous|decent) job,
    never let (us|me|the party|anybody|anyone) down, never been wrong, lucky to have HIM, blessed to have HIM,
    (the|our|) (right|best|only|strongest|finest|ablest|best possible|best placed|most qualified|best-qualified|best-placed) (person|man|woman|leader|one|choice|candidate|prime minister|premier|president|nominee|hope|bet|chance|option|captain|pair of hands|person for the job|person to lead),
    a (great|good|fine|strong|terrific|brilliant|superb|outstanding|formidable|first-class|first-rate|remarkable|wonderful|tremendous|proven|winning|fantastic|excellent|extraordinary|true|real|tough|steady|principled|decent|courageous) (leader|prime minister|premier|president|job|captain|candidate|nominee|boss|pair of hands|record|campaigner|fighter),
    (the|our|HIS) (party 's |country 's |nation 's |movement 's |)(greatest|biggest|best|strongest) (asset|weapon|campaigner|vote-winner),
    (the|a|) (person|man|woman|leader|one) (to lead us|to lead the party|to lead|to take us|who can lead us|who can win|who can lead|for the job|who takes us|who leads us|to take the party|to carry us|to beat),
    the person, great (leader|prime minister|premier|president|job), up to (the|this|that) (job|task),
    fit to (lead|govern|serve|be), a winner, a fighter, equal to the task, sharp as a tack, as sharp as ever,
    the only one who can, second to none, a proven winner, a safe pair of hands, the real deal, the one, safe,
    (best|finest|strongest|greatest|most effective|toughest) (campaigner|leader|asset|candidate|prime minister|premier|president|politician|vote-winner)( we have| we have got| in the country|),
    sharp in every meeting, never been (stronger|better|sharper), as good as they come,
    doing (a|an) (great|good|excellent|fine|brilliant|terrific|fantastic|outstanding|tremendous|superb|amazing) job
  `,
  BEHIND: `
    beside, alongside, right beside, by the side of, at the side of, behind, right behind, fully behind,
    squarely behind, solidly behind, firmly behind, four-square behind, foursquare behind, full-square behind,
    100 per cent behind, 100 percent behind, one hundred per cent behind, totally behind, completely behind,
    united behind, all behind, loyal to, supportive of, in lockstep with, in step with, shoulder to shoulder with,
    side by side with, committed to, devoted to, proud of, all in for, all in with, all in on, rock solid for,
    rock-solid behind, solid for, firmly with, squarely with, still with, on the side of, in the corner of,
    foursquare with, on board with, on team, in full support of, in support of, in favour of, in favor of,
    confident in, happy with, satisfied with, comfortable with, content with, a fan of, a supporter of,
    a strong supporter of, a backer of, a loyalist of, an ally of, a believer in, a big supporter of,
    in the trenches with, in the foxhole with, in this foxhole with, all for, happy to serve under, proud to serve,
    proud to serve under, proud to serve in, honoured to serve, honored to serve, proud to stand with,
    proud to support, proud to call, proud to back, proud to work with, dancing with, wedded to
  `,
  CAMP: `
    camp, team, column, trench, tent
  `,
  AID: `
    defence, defense, aid, rescue, side, corner
  `,
  ALLY: `
    leader, boss, friend, guy, girl, captain, choice, pick, candidate, nominee, man, woman, ally, champion, defender,
    supporter, loyalist, backer, staunch ally, loyal supporter, cheerleader, biggest fan, staunchest defender,
    staunchest ally, fiercest defender, closest ally, strongest supporter, most loyal supporter, allies, supporters,
    defenders, backers
  `,
  PLOT: `
    plot, plots, plotting, plotters, coup, rebellion, rebels, revolt, mutiny, mutineers, putsch, insurrection,
    conspiracy, conspirators, dissidents, malcontents, critics, detractors, doubters, naysayers, backstabbers,
    letter-writers, agitators, troublemakers, wreckers, bedwetters, bed-wetters, bed-wetting, bedwetting, whisperers,
    grumblers, moaners, sniping, hand-wringing, hand-wringers, circular firing squad, panic, disloyalty, treachery,
    chatter, speculation, leadership speculation, leadership talk, talk of a challenge, challengers, challenge,
    leadership challenge, challenge to, manoeuvring, maneuvering, infighting, navel-gazing, regicide,
    whispering campaign, those plotting, anyone plotting, people plotting, those agitating, colleagues plotting,
    anonymous colleagues, anonymous briefings, unnamed colleagues, disgruntled colleagues, fifth column,
    self-indulgence, self-indulgent, fainting couch, rumours, rumors
  `,
  CALLS: `
    calls, call, demands, pressure, pleas, suggestions, suggestion, speculation, talk, the idea, the notion, any talk,
    claims, reports, clamour, clamor, chorus, the chorus, growing calls, a growing chorus, idea, ranks, list, push,
    campaign, effort, efforts, attempt, attempts, moves, bid to, any suggestion, any suggestions
  `,
  MISTAKE: `
    a storm in a (teacup|tea cup|cup|small cup|glass of water), much ado about nothing, a fuss about nothing,
    a lot of noise, noise, tittle-tattle, gossip, moonshine, hooey, bunkum, tripe, a nothingburger, one voice,
    small beer, sour grapes, a tiny minority, a handful of malcontents, desperate, no time to, the wrong time,
    mistake, a mistake, madness, folly, insane, insanity, suicide, suicidal, crazy, lunacy, daft, mad, foolish,
    foolhardy, a disaster, disastrous, catastrophic, wrong, reckless, stupid, nonsense, a nonsense, ridiculous,
    absurd, a distraction, a sideshow, self-indulgent, self-defeating, bonkers, barmy, unthinkable, irresponsible,
    a gift, idle chatter, idle gossip, rubbish, garbage, hogwash, hot air, overblown, silly, fanciful, a fantasy,
    fantasy, pointless, unhelpful, treason, treachery, premature, unfair, shameful, disgraceful, outrageous
  `,
  BETTER: `
    a kindness, a favour, a favor, us a favour, us all a favour, us all a kindness, a great service, a service, best,
    better, better off, the best thing, best thing, the right thing, right thing, the best course, the kindest thing,
    kindest thing, the only way, only way, the best way, the best way forward, the only way forward, only option,
    the honourable thing, the decent thing, the honorable thing, the noble thing, the responsible thing,
    in the best interests, in the interests, in the best interest, in the interest, the right decision,
    the wise thing, wiser, kinder, happier, the greatest service, the best service, the best gift, the last service,
    stronger, healthier, inevitable, overdue, long overdue, necessary, essential, vital, imperative
  `,
  DOOMED: `
    wiped out, annihilated, slaughtered, crushed, clobbered, hammered, thrashed, routed, to defeat, to certain defeat,
    to oblivion, to a wipeout, over a cliff, off a cliff, into the wilderness, extinction, to ruin, into opposition,
    going down, sunk, a landslide defeat, obliterated, decimated, destroyed, a bloodbath
  `,
  QUESTION: `
    question, questions, a question, the question, query, queries, the issue, the subject, the topic, the matter,
    inquiries, enquiries, reporters, journalists, request for comment, requests for comment, an answer
  `,
  THINK: `
    think, think about, thinks, thinking about, thought, thinking
  `,
  /** The one asked stands before it, or behind its clause. */
  WHENASKED: `
    (when|whenever|if|after being|on being|when repeatedly|when again) (asked|pressed|questioned|challenged),
    when it was put to HIM, when reporters asked, in reply to a question, in response to a question,
    responding to a question, in answer to a question
  `,
  /** A leader of any sort, in figures of speech. */
  CHIEF: `

    (the|a|your|our|HIS) (captain|driver|pilot|skipper|coach|manager|quarterback|goalkeeper|general|horse|jockey|engine|conductor),
    a leader, captains, drivers, horses, leaders, pilots, skippers, generals, jockeys
  `,
  /** To work for a leader. */
  SERVE: `
    campaign, campaigning, campaigned, canvass, canvassing, knock on doors, knocking on doors, knock doors,
    knocking doors, carry the can, go into battle, carry water, make the case, ask people to vote,
    ask (voters|anyone|people|the public|the people|constituents) to, sell, stand on a platform, wear the rosette,
    carry the flag
  `,
  FEDUP: `
    (done|finished) (with|defending), (tired|sick|weary) of, fed up (with|of), had enough of, had it with,
    through with, stopped (defending|believing in|listening to|believing), out of patience with, lost patience with,
    given up on, ceased to have, ceased to believe, ceased to,
    run out of (things to say|excuses|patience|defences|reasons), nothing left to say
  `,
  /** The speaker too. */
  SODO: `
    agree with (every one of |all of |)them, i agree with, so (have|do|am|did|would) i, so (have|do) we, me too,
    agree with them, i agree
  `,
  NOBETTER: `
    (somebody|someone|anybody|anyone|nobody|no one) better, nobody else, no one else, not another
  `,
  /** To the last, and whatever comes. */
  GUARD: `
    proud to be on (the|HIS) (ticket|team), get past me, go through me, through me first, over my dead body,
    over HIS dead body, answer to me, the last (to leave|man standing|one out),
    to the (end|last|death|hilt|bitter end|last ballot|convention),
    till the (end|last|bell goes|cows come home|bitter end), until the (end|last|bell goes|cows come home|bitter end),
    come what may, through thick and thin, come hell or high water, rain or shine, no ifs, end of story,
    today and tomorrow
  `,
  PROUD: `
    proud, honoured, honored, privileged, glad, grateful, thankful
  `,
  INSULT: `
    cowards, traitors, fools, clowns, disloyal, a disgrace, gutless, spineless, pathetic, vultures, amateurs,
    nobodies, cowardly, idiots, fantasists, ingrates, quitters, rats, mischief-makers, mischief
  `,
  FOLLOWS: `
    what (he|she|L) ('s|is|was) doing, what (he|she) stands for, where (he|she|L) (goes|leads),
    wherever (he|she|L) (goes|leads), whatever (he|she|L) (needs|decides|asks)
  `,
  AGAIN: `
    again, a second time, a third time, another time
  `,
  NCMOTION: `
    motion of (no confidence|no-confidence), motions of (no confidence|no-confidence), no-confidence motion,
    a no-confidence motion
  `,
  /** Has lost those whom a leader needs. */
  LOSTALL: `

    lost (the|HIS|this) (room|dressing room|caucus|party|country|backbench|backbenches|public|crowd|party room|grassroots|members|people|voters)
  `,
  INTO: `
    into
  `,
  /** What is no longer so. */
  ONCE: `
    used to, formerly, previously, once a, once the, once an, was once, had once
  `,
  /** An answer that agrees. */
  YES: `
    very much so, to the hilt, all the way, of course he should, of course she should, yes, of course, absolutely,
    naturally, certainly, definitely, 100 per cent, one hundred per cent, 100 percent, one hundred percent,
    a hundred per cent, without question, without a doubt, without hesitation, totally, completely, always, you bet,
    you betcha, damn right, sure
  `,
  /** Somebody else. */
  THOSE: `
    those, others, some people
  `,
  MIND: `
    made up HIS mind, make up HIS mind, made HIS mind up
  `,
  /** To say no more than a little. */
  ONLYSAY: `
    (would|will|did) (only|merely) say, (would|will) say (only|merely|no more than), said only, only say, say only
  `,
  /** Shares the stand that was told before. */
  SAME: `
    (said|says) the same, (said|says) (much|exactly|almost|very much) the same, (said|says) the same thing,
    feels the same, felt the same, thinks the same, said (as much|so too|likewise), thought (so|the same) too, agrees,
    agreed, concurred, concurs, followed suit, did (the same|likewise), (was|is) of the same (mind|view|opinion),
    took the same (line|view|position), struck (a similar|the same) note, made the same (point|call|demand|case),
    repeated the (call|message|demand), was (even|) blunter, put it more (bluntly|gently|strongly|politely),
    echoed (him|her|them|that|those words|the sentiment|the call|the message), said the same thing in fewer words
  `,
  SOHAS: `
    so (has|have|had|did|does|do|is|was|will)
  `,
  TOO: `
    too, as well
  `,
  SAFE: `
    nothing to (worry about|fear), no (reason|need|cause) to (go|worry|resign|quit|step down|leave|stand down),
    not in (question|doubt|danger|jeopardy), not up for (discussion|debate), not under (threat|pressure), secure,
    beyond (question|doubt), perfectly safe, not at risk
  `,
  NOWAY: `
    zero chance, no chance of, no question of, no prospect of, not going to happen, not on my watch, fat chance,
    no plans to, no intention of, no appetite to, nobody wants to
  `,
  UNITED: `
    united, as one, of one mind, unanimous, rock solid, solid
  `,
  MINOR: `
    (tiny|small|vocal|noisy) (minority|group|band|clique), a handful, a few, the usual suspects, malcontents,
    noises off, a rump, a fringe, a sideshow, two men and a dog, five men and a dog, nobodies, a noisy few,
    the same people
  `,
  LASTTHING: `
    (the |)last thing, nobody wants, no one wants
  `,
  DOUBT: `
    doubt, doubted, doubts, question HIS, questioned, wavered, waver, hear a word against, speak against,
    spoken against, work against, stand against, move against, run against
  `,
  VOTE: `
    vote, votes
  `,
  FINISH: `
    called time on, calls time on, call time on, calling time on, washed HIS hands of, read the last rites to
  `,
  REMAIN: `
    remain, remains, remained, remaining
  `,
  AGAINST: `
    vote against, voted against, votes against, voting against
  `,
  ASKED: `
    asked, pressed, quizzed, questioned, challenged, pushed, grilled, prodded, repeatedly asked, asked repeatedly,
    asked twice, asked three times, asked directly, asked point-blank, asked point blank, asked again, buttonholed,
    cornered, invited
  `,
  UNDECIDED: `
    making up HIS mind, yet to make up HIS mind, not made up HIS mind, not made HIS mind up, undecided, uncommitted,
    on the fence, noncommittal, non-committal, neutral, torn, agnostic, coy, cagey, evasive, equivocal, ambivalent,
    conflicted, of two minds, in two minds, wavering, wobbling,
    keeping HIS (powder dry|options open|counsel|own counsel|head down|cards close|distance|views to|thoughts to),
    keep HIS (powder dry|options open|counsel|own counsel),
    kept HIS (powder dry|options open|counsel|own counsel|head down|distance), keeping an open mind, an open mind,
    weighing HIS options, reserving (judgment|judgement), reserved (judgment|judgement),
    yet to (decide|declare|say|make up|take a|reach), not (decided|made up|reached|committed|settled),
    sitting on the fence, sat on the fence, less than effusive, less than fulsome, lukewarm, tight-lipped, mum,
    staying out of it, staying neutral, silent, quiet, still thinking, still listening, still weighing,
    still deciding, still undecided, up in the air, a fence-sitter, on the sidelines, waiting to (see|hear),
    wait and see, a wait-and-see
  `,
  CONCERN: `
    concern, concerns, concerned, worry, worries, worried, unease, uneasy, misgivings, doubts, doubt, reservations,
    anxiety, anxious, frustration, frustrations, frustrated, disquiet, alarm, alarmed, dismay, dismayed, troubled,
    shaken, nervous, nervousness, fears, grave concerns, serious concerns, deep concerns, real concerns, disappointed,
    disappointment, hard questions, tough questions, unhappy, unhappiness, angst, qualms, rattled, queasy
  `,
  TALK: `
    conversation, conversations, discussion, discussions, debate, dialogue, reckoning, talk, a talk, chat,
    soul-searching, soul searching, reflection, a period of reflection, a family meeting, airing of views,
    consultation, introspection, post-mortem, autopsy
  `,
  MATTERFOR: `
    HIS (decision|choice), a matter for, a question for, a decision for, a conversation for, a discussion for,
    one for, the question for, up to, down to, matter for, question for, decision for, not for me to, not my place to,
    not my decision, not my call, above my (pay grade|pay scale),
    for the (party|caucus|members|membership|delegates|country|people|party room|voters|parliamentary party) to,
    a personal decision, a personal matter, in the hands of
  `,
  NOSAY: `
    hard thinking, (some|a lot of) thinking to do, want to (hear|listen|wait), (wait|waiting) (for|until),
    not the (time|place|moment) (to|for), before (deciding|making up|saying|declaring|taking),
    before (he|she|i) (decides|decide|makes|make|says|say), keeping that to, between me and, too early to (say|tell),
    too soon to (say|tell), both sides, a fair question, nothing to add, nothing more to add,
    i do n't do hypotheticals, no comment, next question, we 'll see, we shall see, we will see, time will tell,
    wait and see, let us see, let 's see, let us wait, let 's wait,
    ask me (later|again|tomorrow|next week|another time|after), all options, every option,
    all options are on the table, everything is on the table, nothing is off the table, not going there,
    not going to go there, not going to get into, not getting into, not get into, not going to comment,
    not going to speculate, not going to discuss, not here to talk about, not going to talk about, not going to say,
    not going to answer, not answer, not answering, not prejudge, not take sides, not taking sides, not pick sides,
    not going to play, focused on, focussed on, my focus is, concentrating on, getting on with my,
    here to (listen|talk about|work|do), going to listen, going in to listen, listen to, listening to, listening,
    hear from, hear what, wait to hear, going to wait, have more to say, have something to say, something to say when,
    more to say, say what i have to say, make my views known, make his views known, make her views known, views known,
    behind closed doors, in private, in caucus, inside caucus, inside the room, in the room, within the party,
    in the party room, nothing to say, nothing more to say, not today,
    ask the (premier|prime minister|president|leader|leadership), talk to my (constituents|family|members|colleagues),
    talking to my (constituents|family|members|colleagues), consult my, consulting my,
    consult HIS (constituents|members|association), consulting HIS (constituents|members|association),
    the jury is out, the jury is still out, watch this space, it depends, who knows, i do not know, i do n't know,
    not made up my mind, sleep on it, sleeping on it, pray on it, praying on it, not decided, let them speak,
    hear HIM out, hear L out, a difficult (time|week|day|decision), good question, you tell me, leave it there,
    leave it at that, leave that to, leave that for others, keep that to myself, keep my counsel, keep my own counsel,
    keep my thoughts, not a question i, hypotheticals, hypothetical
  `,
  LET: `
    let, allow, permit, leave it to, give
  `,
  /** Rooms and meetings, not posts. */
  VENUE: `

    (cabinet|caucus|government|ministerial|committee) (meeting|meetings|table|room|retreat|office|briefing|lunch|dinner|plane|building|papers),
    the meeting, the room, the chamber, the house, press conference
  `,
  POST: `
    cabinet, the cabinet, government, the government, front bench, frontbench, the front bench, the frontbench,
    shadow cabinet, post, portfolio, ministry, ministerial, minister, ministers, secretary, chancellor, treasurer,
    attorney general, attorney-general, solicitor general, envoy, whip, aide, pps, parliamentary secretary,
    junior minister, red box, administration, job, role, whips office, chief of staff, party chair, deputy leader,
    deputy premier, chair, chairman, chairwoman, committee chair, spokesman, spokeswoman, spokesperson,
    vice president, executive council
  `,
  RUNAGAIN: `

    (run|stand|running|standing) (again|for re-election|for reelection|for another term|for parliament again|in the next (federal |general |state |provincial |)election|at the next (federal |general |state |provincial |)election|next time|at the next poll|in the coming election|in the election),
    (seek|seeking|contest|contesting|pursue|pursuing) (re-election|reelection|another term|a further term|a (second|third|fourth|fifth|sixth|seventh|eighth|new|further) term|another mandate|HIS seat again|the next (federal |general |state |provincial |)election|the coming election|HIS seat|the seat),
    defend(ing|) HIS seat, (be|) a candidate (again|next time|in the next election|at the next election|in the next|),
    (be |)on the ballot( again| next time|), re-offer, reoffer, re-offering, reoffering, offer again, recontest,
    re-contest, recontesting, run( for| in|) HIS seat, offer HIMSELF again, another run, put HIS name forward again
  `,
  RETIRE: `

    (retire|retiring|retires|retirement) (from (politics|parliament|public life|congress|the house|the senate|the assembly|the dail)|at the (next|coming|end|election)|at the next election|when parliament|next year|at the end of (HIS|the|this) term),
    (leave|leaving|quit|quitting|exit|exiting|bow out of|bowing out of|depart|departing) (politics|parliament|public life|electoral politics|congress|the assembly)( at the next election| at the election|),
    (stand|standing|step|stepping) down (at|before|in|as an mp|as mp|as the mp|as member|from parliament|as a member) (the |)(next |coming |end |upcoming |)(election|general election|),
    HIS last (term|election|parliament|campaign|budget), hang up HIS (boots|spurs|rosette|hat|gloves|skates|cleats),
    hanging up HIS (boots|spurs|rosette|hat|gloves|skates|cleats), calling it a career, retire, retiring,
    calling time on HIS (career|political career), a final term, HIS final term
  `,
  FLOOR: `
    crossed the floor, crosses the floor, crossing the floor, cross the floor, sit as an independent,
    sitting as an independent, sits as an independent, sat as an independent, sit with the independents,
    become an independent, resigned the (party |)whip, resigning the (party |)whip, resigns the (party |)whip,
    gave up the whip, lost the whip, had the whip (removed|withdrawn|suspended), defected, defected to, defects to,
    defecting to, joined the (opposition|independents|crossbench|crossbenches), moved to the crossbench,
    moving to the crossbench, sit on the crossbench, sit on the crossbenches, joined the cross benches,
    left the party, quit the party, leaves the party, quits the party, leaving the party, quitting the party,
    tore up HIS (party card|membership card|membership), torn up HIS (party card|membership card|membership),
    walked across the floor
  `,
  _: `
    go home, change (course|tack|direction|HIS mind|HIS tune|HIS ways|how|the way|policy),
    left the party (early|late|at|with|after|before), quit the party (early|late), among (those|many|others),
    one of (those|many|the many|the few), the (latest|first|last) of those, joined (those|others|some|many),
    joining (those|others|some|many), joins (those|others), like (many|some|others), some (of|kind|sort|time|more),
    (and|with|or) others, so many, as many, how many, too many,
    go (to|on to|into|through|after|for|ahead|back|forward|further|along|beyond|with|beyond|as far|around|against|over),
    leave (it|no|the door|the decision|the matter|the country|the meeting|the room|the table|the question|the house|for|behind|open|undone|alone),
    leave room, backed (into|off|away|out), back (down|away|off|to|in|at|from|on|into|home), at the end of the day,
    make way for the, withdraw (from the|its|the|a|that), stand by for, support group, be able to, in the end,
    on (monday|tuesday|wednesday|thursday|friday|saturday|sunday), by the way,
    stay (at home|home|away|tuned|silent|quiet|out|up), step up, move on from, stand up to, lead to, lead singer,
    go figure, leave for, think tank, think that, trust fund, follow up, follow suit,
    keep (quiet|silent|away|out|from|mum|an), fight over, fire questions, challenge L to,
    time (and|after|again|off|on|line), last time, first time, next time, this time, some time, same time, any time,
    at the time, at a time, full time, long time, the last time, the first time, the next time, at the same time,
    every time, by the time, opposition leader, opposition leaders, head of, at the head, a number of,
    the opposition leader, the next leader, deputy leader, former leader, house leader, labour leader, end of story,
    to begin with
  `,
} as const
