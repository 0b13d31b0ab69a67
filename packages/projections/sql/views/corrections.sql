-- What editors decided, with who, when and why. `standing`: it counts. `superseded`: a later decision on the same field does. `orphaned`: it
-- would count, but its claim is no longer found.
create view projection.corrections as
  select k.challenge, k.correction, k.claim, k.type, k.who, k.article, k.field, k.value, k.reason, k.by, k.at,
         case when s.correction is null then 'superseded'
              when c.claim is null then 'orphaned'
              else 'standing' end as state,
         c.evidence
  from projection.current_declarations() d
  join projection.claim_corrections k on k.challenge = d.challenge
  left join lateral projection.standing_corrections(d.challenge) s
    on s.correction = k.correction and s.field = k.field
  left join lateral projection.found_claims(d.challenge, null) c on c.claim = k.claim
  where not exists (select from projection.erasures x where x.article = k.article)
  union all
  select m.challenge, m.merger, null, null, m.person, null, 'person', to_jsonb(m."into"), m.reason, m.by, m.at,
         case when m.merger = (select l.merger from projection.mergers l
                               where l.challenge = m.challenge and l.person = m.person
                               order by l.at desc, l.merger desc limit 1)
              then 'standing' else 'superseded' end,
         null
  from projection.mergers m
  join projection.current_declarations() d on d.challenge = m.challenge
