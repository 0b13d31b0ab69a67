-- Each person's position on each day on which they took one, with the claim that decides it and the position before.
--
-- A claim that is older than its article's news orders before all others of that person. On a tie the more committed wins:
-- against, then for, then wavering (codebook).
create function projection.position_slots(in_challenge text, in_on date, in_known timestamptz)
returns table (
  who text, slot date, day date, "position" text, before text, claim uuid, person text, matched boolean, actor text,
  undated boolean)
language sql stable as $$
  with moves as (
    select c.*, case when c.earlier then '-infinity'::date else c.day end as slot,
           array_position(array['wavering', 'for', 'against'], c."position") as commitment
    from projection.live_claims(in_challenge, in_known) c
    where c."position" is not null and c.who is not null and not c.leader and (in_on is null or c.day <= in_on)
  ),
  slots as (
    select distinct on (m.who, m.slot) m.*
    from moves m
    order by m.who, m.slot, m.commitment desc, m.date is null,
             array_position(array['named', 'outlet', 'anonymous'], m.attribution), m.quote is null,
             m.outlet is null, m.captured_at, m.claim
  )
  select s.who, s.slot, s.day, s."position",
         coalesce(lag(s."position") over (partition by s.who order by s.slot), 'unknown'),
         s.claim, s.person, s.matched, s.actor, s.date is null
  from slots s
$$
