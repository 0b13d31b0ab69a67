-- Everybody whom a challenge knows: the roster's people, and those named in claims whom it does not list.
create view projection.people as
  select d.challenge, m.person, m.name, true as matched, m.leader, m.sits, m.area, m.member_from, m.member_to, m.roles
  from projection.current_declarations() d join projection.members m using (declaration)
  union all
  select d.challenge, c.person, (array_agg(c.actor order by length(c.actor) desc, c.actor collate "C"))[1],
         false, false, false, null, null, null, '[]'::jsonb
  from projection.current_declarations() d
  cross join lateral projection.live_claims(d.challenge, null) c
  where c.person is not null
    and not exists (select from projection.members m where m.declaration = d.declaration and m.person = c.person)
  group by d.challenge, c.person
