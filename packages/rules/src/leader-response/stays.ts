import { defineRule } from '../rule.ts'

export const saysStaying = defineRule({
  name: 'leader-response/says-staying',
  emits: 'leader-response',
  because: 'A leader who says that they will go on, fight the election or not resign is staying.',
  when: {
    by: 'leader',
    said: [
      "(?:i'm|i am|he's|she's|i was) (?:\\S+ ){0,2}?(?:a fighter|no quitter|not (?:a|one) (?:quitter|for (?:quitting|turning)))",
      '(?:quitting|resigning|walking away|giving up|running away|surrender) (?:is|was|would be) (?:not|never|no|wrong|the wrong|a (?:betrayal|mistake|dereliction)|out of the question|the easy)',
      "(?:it )?(?:would|will|'d) be (?:wrong|irresponsible|a (?:mistake|betrayal|dereliction)|cowardly|self-indulgent|the height of)[^.;]{0,30} (?:to |for me to )?(?:walk|go|quit|resign|leave|step|run|abandon|plunge)",
      "(?:you|they|nobody|no one) (?:don't|do not|won't|will not|can't|cannot|will) (?:be able to )?(?:get|be getting|see|seen|push|drive) (?:rid of me|the (?:back|last) of me|me out)",
      "i(?: will|'ll)? (?:fight|beat|see off|take on|defeat|outlast) (?:them|him|her|it|this|all|every|any|the (?:rebels|plotters|challenge))",
      '(?:bring it on|put up or shut up|i am here to stay|i stand by my (?:post|record))',
      "i(?:'ve| have)? (?:got |have )?(?:every|full) (?:intention|confidence) (?:of|that|in)[^.;]{0,30}(?:stay|lead|continu|remain|serv|win|fight)\\w*",
      "(?:i'll|i will|i'm|i am|she|he|i) (?:not |won't )?(?:be )?(?:serving the term|serving out|contesting|hounded out|bullied|budging|shifting|stepping|standing firm|digging in|standing my ground|staying put|running and|winning|defending)",
      '(?:neither|no) (?:\\S+ )?(?:intention|inclination|desire|wish|reason|plan|appetite)(?: \\S+){0,4} (?:to|of|nor)',
      "(?:not|no|never|n't)[^.;]{0,20} (?:a chance|prayer|hell|way|hope|hounded|budge|budging|quit|resign|go\\b|leave|walk|run away|shift|bow to|doing (?:the|their))",
      '(?:she|he) stays\\b',
      "(?:i've|i have) seen off",
      '(?:has|have) a job to (?:do|finish)',
      '(?:elected|voted in|chosen|sent here|given a mandate)[^.;]{0,50} (?:and|so|to) (?:i|we|that)',
      'comfortable chair',
      "(?:i|he|she)(?:'m| am|'s| is|'ll| will)(?: still)? (?:the captain|in charge|your prime minister|at the wheel|your leader|leading)(?! until)",
      "(?:they'll|you'll|they will|you will|anyone who wants) [^.;]{0,40}(?:have to|need to|must) [^.;]{0,30}(?:beat|drag|carry|fight|vote|wait|come (?:and|for))",
      'fight(?:ing)? for (?:this|the|my|his|her) (?:nomination|job|leadership|party|seat|future)',
      "(?:i'm|i am|he's|he is|she's|she is|he was|she was) (?:in this race|in it to win|running|the nominee|still (?:here|running|standing|the)|here to stay|the candidate|your (?:nominee|candidate|leader)|not (?:done|finished|quitting|over|dead))",
      '(?:take|taking|carry|carrying) (?:this|it|the fight|my case) (?:all the way |right )?to the (?:convention|end|floor|members|country|people|voters|wire)',
      "(?:nobody|no one|nothing) (?:is|'s|will|can|could)? ?(?:going to )?(?:pushing|push|pushes|drive|driving|force|forcing|run|talk|talking|chase|drum) me (?:out|off)",
      '(?:have|has|got) (?:no|zero) (?:intention|plans?|reason|thought)[^.;]{0,10} (?:of|to) (?:{going}|quit|resign|leave|step|go\\b|drop|standing|giving)',
      "(?:you'll|they'll|they will|you will) have to (?:carry|drag|throw|vote|beat|prise) me",
      "(?:i|he|she)(?: |'(?:ll|d|m|s) ?)(?:will |would |shall |am |is |was )*(?:be )?(?:fighting on|staying on|carrying on|seeing this through|serving out|going on|pressing on|soldiering on|asking for|seeking (?:another|a \\w+) term|running (?:again|for re-?election)|at the (?:top|head)|on the ticket|the one)",
      '(?:firmly |fully |absolutely |totally )*committed to (?:staying|running|remaining|continuing|fighting|leading|seeing)',
      '(?:in it|in this(?: race)?) (?:to|till|until) the (?:end|finish)',
      "(?:is|am|'m|'s|was) (?:staying|remaining) in (?:the|this) (?:race|job|fight)",
      "(?:i|he|she|we|L)(?:'ll| will|'m| am| is|'s| was|'d| would|'re| shall| fully| still| absolutely| very much| certainly| also| remain| remains)* (?:be )?(?:(?:going|intend(?:s|ing)?|intended|plan(?:s|ning)?|planned|determined|committed|resolved|looking forward|hop(?:e|es|ing)|expect(?:s|ing)?|here|continuing|mean|means|vow(?:s|ed)?|ready|want(?:s|ed)?|excited|happy|focused on|proud) (?:to (?:be )?)?)?(?:fully |still |absolutely |certainly |definitely |also |continue to )*(?:intend to )?{stay}",
      "(?:i|he|she|L)(?: am|'m| is|'s| was| will be|'ll be) (?:staying|remaining|going nowhere|not (?:going anywhere|a quitter|resigning|quitting|leaving|stepping (?:down|aside)|done|finished|standing down|dropping out|withdrawing|backing (?:down|out)|giving up|walking away|going to (?:quit|resign|leave|step|stand (?:down|aside)|go\\b|walk|be forced|give up|drop out))|n't (?:going anywhere|resigning|quitting|leaving|stepping|a quitter|going to (?:quit|resign|leave|step|stand down|go\\b|walk))|running|in (?:it|this race|this) (?:to|for)|the (?:nominee|candidate|leader)\\b|up for|leading (?:the|this|our))",
      "(?:isn't|ain't|is not|not) going (?:anywhere|to (?:resign|quit|step (?:down|aside)|leave office))",
      '(?:no|any) (?:intention|plans?|desire|thought) (?:of|to) (?:{going}|quit|resign|leave|step (?:down|aside)|go\\b|drop out)',
      "(?:won't|will not|would not|wouldn't|shan't|shall not|never) (?:be )?(?:resign(?:ing)?|quit(?:ting)?|step(?:ping)? (?:down|aside)|stand(?:ing)? (?:down|aside)|leave office|walk(?:ing)? away|be (?:driven|forced|bullied|pushed|drummed) out|back down|give up the|drop(?:ping)? out|go quietly|bow out|be going anywhere)",
      "(?:i|we|he|she) (?:have|has|'ve|had|'d|got)(?: got)? (?:a|the|this|an important|much|more|lots|plenty|so much)(?: \\w+)? (?:job|mandate|work|programme|program|plan)(?: [^.;]{0,20})? ?(?:to (?:do|finish|deliver|complete|carry out)|and (?:i|we))",
      '(?:get|getting) on with (?:it|the job|delivering|governing|my job|our work|the work)',
      "(?:i am|i'm|he is|he's|she is|she's|she was|he was) (?:not )?(?:the )?(?:right|best|only) (?:person|man|woman|leader|one|candidate)",
      "(?:my|his|her|the) (?:leadership|job|position) (?:is(?:n't| not)|was(?:n't| not)) (?:in (?:danger|doubt|jeopardy|question)|at risk|under threat|over)",
      "(?:doesn't|does not|don't|do not) (?:think|believe) (?:his|her|my) (?:leadership|position) is",
      "(?:this is|that is) the team (?:i'm|i am|i'll be) (?:taking|leading)",
      "(?:if|when) i'm still here[^.;]{0,30} (?:then )?i'm here",
      "i'll take a majority of",
      '(?:work|job|task)[^.;]{0,60} no intention of leaving',
      '(?:see|seeing) (?:it|this|the \\w+) through',
      'finish (?:what (?:we|i|he|she) started|the job)',
      '(?:down tools|navel[- ]gaz\\w+|talking about (?:ourselves|yourselves))[^”]{0,60}',
    ],
    told: [
      "{office}[^.;]{0,140}? (?:L|he|she|the L)(?:'s| is| was| remains| remained|'ll| will| would)(?: still| very much| absolutely| fully| firmly)* (?:not going (?:anywhere|to)|n't going anywhere|going nowhere|in (?:this|the) race|in it to|in this to|focused on the job|focused on|getting on with|running|staying|be the (?:nominee|leader|candidate)|the (?:nominee|candidate|leader)|not for turning|not (?:quitting|resigning|stepping|leaving|dropping|withdrawing|standing))",
      "{office}[^.;]{0,140}? (?:isn't|is not|wasn't|was not) going anywhere",
      '{chief}[^.;]{0,40} (?:is|was|remain(?:s|ed)?) (?:still )?(?:fully |totally |absolutely |deeply |very much )*committed to (?:the job|the role|staying|leading|serving|continuing|remaining|running)',
      "{chief} (?:also |again |repeatedly |defiantly |on \\w+ )*(?:vow(?:ed|s)?|promis(?:ed|es)|pledg(?:ed|es)|insist(?:ed|s)|swore|sworn|declar(?:ed|es)|determined|intends|intended|plans|planned|is expected|maintain(?:ed|s)|announced|(?:has )?made (?:it )?clear|said|says|told [^,.;]{1,50}?|confirmed|repeated|reiterated|reaffirmed)(?: [^,.;]{1,40}?)?(?: (?:that|on \\w+day|again|\\w+day))* (?:to |(?:he|she)(?:'ll| will| would|'d| is| was| intends| intended| plans| planned| has| had| fully|'s)*(?: to| going to| determined to)? (?:be )?)(?:still )?{stay}",
      "{chief} (?:also |again |repeatedly |defiantly )*(?:insist(?:ed|s)|said|says|declar(?:ed|es)|vow(?:ed|s)|told [^,.;]{1,50}?)(?: [^,.;]{1,30}?)? (?:that )?(?:he|she)(?:'s| is| was| will|'ll| would|'d|wasn't|isn't|won't| not|n't)* (?:not )?(?:going anywhere|staying|remaining|resign|quit|step (?:down|aside)|going nowhere)",
      '{chief} (?:also |again |repeatedly |flatly |defiantly |publicly |has |had |so far |steadfastly |privately )*(?:ruled out|rules out|refus(?:ed|es)(?: to)?|reject(?:ed|s)(?: calls?(?: for (?:his|her|him|her))?(?: to)?)?|dismiss(?:ed|es)(?: calls?(?: for (?:his|her|him|her))?(?: to)?)?|resisted(?: calls?)?(?: for)?(?: (?:his|her|him|her))?(?: to)?|def(?:ied|ies)(?: calls?)?(?: for)?(?: (?:his|her|him|her))?(?: to)?|brush(?:ed|es) (?:off|aside)[^.;]{0,50}?(?: to)?|shrug(?:ged|s) off[^.;]{0,50}?|laugh(?:ed|s) off[^.;]{0,50}?|scoff(?:ed|s) at[^.;]{0,50}?|wav(?:ed|es) (?:off|away)[^.;]{0,50}?|bat(?:ted|s) away[^.;]{0,50}?) ?(?:any )?(?:{going}|resign(?:ation)?|quit|step (?:down|aside)|leave|go\\b|stand (?:down|aside)|drop out|demands|by-?election|to resign)',
      '{chief} (?:dug in|digs in|remained defiant|remains defiant|struck a defiant|vowed to fight(?=$|[.,;]| (?:on|back|any|the (?:challenge|vote|motion|rebels)|to (?:stay|keep|remain))\\b)|fought on|fights on|clung on)',
      "{office}[^.;]{0,50}?(?:said|says|insisted|sent|confirmed|told)[^.;]{0,50}? (?:L|he|she) (?:will|would|'ll|intends to|fully intends to|plans to|is going to) (?:be )?{stay}",
      "{office}[^.;]{0,50}?(?:said|says|insisted|confirmed)[^.;]{0,30} (?:L|he|she) (?:would|will|is|was|'s)(?: not|n't)+ (?:be )?(?:withdraw\\w*|resign\\w*|quit\\w*|go\\w*|step\\w*|drop\\w*|leav\\w*|stand\\w* down)",
      '{office}[^.;]{0,40}: L (?:will|intends to|is going to) {stay}',
    ],
  },
  unless: ['question'],
  claim: ({ before, match, after, statement }) =>
    statement &&
    /^\bwe\b/.test(match[0]) &&
    !/\bi\b/.test(match[0]) &&
    /\bget on\b/.test(match[0]) &&
    /tax|budget|bill/.test(after)
      ? null
      : /\b(?:promised all|had (?:been )?(?:promised|vowed|said))\b/.test(before + match[0])
        ? { attrs: { stance: 'staying' }, weight: 1 }
        : { attrs: { stance: 'staying' }, weight: statement ? 3 : 2 },
  fires: [
    {
      text: 'Vale said she would lead the party into the next election.',
      actor: 'Anna Vale',
      also: ['leader-response/tells-future'],
    },
    {
      text: '"I am not going anywhere," the prime minister said.',
      actor: 'Anna Vale',
      quote: 'I am not going anywhere,',
    },
    { text: 'Vale has ruled out resigning.', actor: 'Anna Vale', also: ['leader-response/tells-future'] },
  ],
  staysSilent: [
    {
      text: 'Robert Finch said Vale would lead the party into the next election.',
      because: 'Another speaks of her plans.',
    },
    { text: 'Vale said the bridge would stay open.', because: 'It is about a bridge.' },
  ],
})

export const answersNo = defineRule({
  name: 'leader-response/answers-no',
  emits: 'leader-response',
  because: 'A leader who is asked whether they will go, or are worried, and answers no is staying.',
  when: {
    by: 'leader',
    told: [
      'asked[^.;]{0,90}(?:worried|concerned|resign|step (?:down|aside)|consider\\w* (?:his|her)|leadership|future|fate|position|stay|quit|in danger)[^.;]{0,60}, {chief}[^.;]{0,60}? no\\b',
    ],
  },
  unless: [],
  claim: () => ({ attrs: { stance: 'staying' }, weight: 3 }),
  fires: [
    {
      text: 'Asked whether she was worried about her leadership, Vale replied: "No."',
      actor: 'Anna Vale',
      quote: 'No.',
    },
    {
      text: 'Asked on Tuesday whether she would resign, Vale offered a quick "no" and walked on.',
      actor: 'Anna Vale',
    },
  ],
  staysSilent: [
    { text: 'Asked whether taxes would rise, Vale replied: "No."', because: 'It is about taxes.' },
    { text: 'Asked whether Vale would resign, Robert Finch replied: "No."', because: 'Another answers.' },
  ],
})
