import { defineRule } from '../rule.ts'

export const withdrawsSupport = defineRule({
  name: 'public-call/withdraws-support',
  emits: 'public-call',
  because: 'A sentence whose subject withdraws or refuses support reports that confidence is gone.',
  when: {
    by: 'figure',
    told: [
      '{figure} (?:has |have |had |also |now |publicly |formally )*(?:torn up|tore up|tears up|withdr\\w+|pull(?:ed|s)|rescinded|revoked|dropped|drops|ended|cut|severed|scrapped|rescinds|yanked|cancelled|retracted)(?: (?:his|her|their|its|an?|the|all|earlier|personal|own|public))* (?:support|backing|endorsement|nomination|confidence|ties|loyalty)',
      '{figure} (?:has |have |had |also |now )*(?:dropped|drops|ditched|ditches|dumped|dumps|disowns|abandons|deserts|turns on|broke with|breaks with|splits with|parted company with|parts ways with) {leader}(?! (?:from|off|at))',
      "{figure} (?:has |have |had |also |now |resolved |voted |declared |said |says )*(?:on \\w+ )?(?:that )?(?:it|he|she|they) (?:no longer (?:has|have|had)|(?:has|have|had) (?:no|lost)|(?:does|do|did)(?:n't| not) have) {few}(?:confidence|faith|trust)",
      '{figure}[^.;]{0,60} (?:revealing|saying|declaring|adding|admitting|announcing) (?:that )?(?:he|she|they|it)(?: himself| herself)? (?:had|has|have|no longer|could no longer|would no longer) (?:run out of|lost|has|have|had|support|back|trust)[^.;]{0,30}(?:trust|faith|confidence|{leader}|patience)',
      '{figure} (?:has |have |had |also |formally |today )*(?:tabled|moved|lodged|filed|put down|brought|seconded|introduced) (?:a |the )?(?:motion|resolution|vote) of no[- ]confidence (?:in|against) {leader}',
      '{figure} (?:has |have |had |was |is |also |now |formally |publicly |became |the (?:first|second|third|latest)[^,.;]{0,50}? to |said (?:that )?(?:he|she|they) (?:had |has |have |was |is )?)*(?:withdr(?:ew|awn|aw|aws|awing)|pull(?:ed|s|ing)?|rescind(?:ed|s|ing)?|revok(?:ed|es|ing|e)|retract(?:ed|s|ing)?) (?:his|her|their|its) (?:earlier |public |own |formal )*(?:support|endorsement|backing|confidence)',
      '{figure} (?:has |have |had |also |now |publicly |openly |formally )*(?:declared|expressed|voiced|announced|stated|said (?:he|she|they) (?:had|has|have)|moved|voted) (?:a |that |they |he |she |had |a lack of |its |their |his |her )*(?:no[- ]confidence|no confidence|loss of confidence|lack of confidence) (?:in|of|against)? ?{leader}',
      '{figure} (?:has |have |had |also |now )*(?:lost|no longer has|no longer have|no longer had) (?:all |any |his |her |their )*(?:confidence|faith|trust) in {leader}',
      '{figure} (?:has |have |had |also |now )*(?:turned (?:on|against|his back on|her back on)|deserted|abandoned|disowned|broken with|broke with) {leader}',
      '{figure} no longer (?:supports?|backs?|supported|backed) {leader}',
      '{figure} (?:announced|said|confirmed|declared) (?:that )?(?:he|she|they|it) (?:would|will) (?:not support|no longer support|vote against|not endorse) {leader}',
      '{figure} (?:refused|declined) to (?:endorse|back|support) {leader}',
    ],
  },
  unless: ['negated', 'hypothetical', 'question', 'about-others', 'second-hand'],
  claim: () => ({ attrs: { demand: 'no-confidence' }, weight: 2 }),
  fires: [
    { text: 'Robert Finch withdrew his support for Vale.', actor: 'Robert Finch' },
    { text: 'Robert Finch has turned against Vale.', actor: 'Robert Finch' },
  ],
  staysSilent: [
    { text: 'Robert Finch has not withdrawn his support for Vale.', because: 'negated' },
    {
      text: 'The Meadow Party withdrew its support for the budget.',
      because: 'Another party, another matter.',
    },
  ],
})
