-- Each time somebody moved, with the claim that moved them. The first entry of a person is from `unknown`; where its claim is
-- older than its article's news, it has at the latest the day of the next one.
create function projection.position_changes_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (challenge text, person text, who text, name text, day date, "from" text, "to" text, claim uuid)
language sql stable as $$
  select in_challenge, s.person, s.who, coalesce(m.name, first_value(s.actor) over (
           partition by s.who order by length(s.actor) desc, s.actor collate "C"
           rows between unbounded preceding and unbounded following)),
         least(s.day, s.next), s.before, s."position", s.claim
  from (select p.*, lead(p.slot) over (partition by p.who order by p.slot) as next
        from projection.position_slots(in_challenge, in_on, in_known) p) s
  left join projection.current_declarations() d on d.challenge = in_challenge
  left join projection.members m on m.declaration = d.declaration and m.person = s.person
  where s.before <> s."position"
$$
