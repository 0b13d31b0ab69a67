-- Each person's position on each day on which they took one, with the claim that decides it and the position before.
--
-- A claim that is older than its article's news orders before all others of that person. On a tie the more committed wins:
-- against, then for, then wavering (codebook).
create function projection.position_slots(in_challenge text, in_on date, in_known timestamptz)
returns table (
  who text, slot date, day date, "position" text, before text, claim uuid, person text, actor text, undated boolean)
language sql stable as $$
  with moves as (
    select m.*, case when m.earlier then '-infinity'::date else m.day end as slot
    from projection.moves_as_of(in_challenge, in_on, in_known) m
    where m.commitment is not null
  ),
  slots as (
    select distinct on (m.who collate "C", m.slot) m.who, m.slot, m.day, m.claim, m.form, m.body, m.key,
           (array['wavering', 'for', 'against'])[m.commitment] as "position"
    from moves m
    order by m.who collate "C", m.slot, m.key collate "C"
  )
  select s.who, s.slot, s.day, s."position",
         coalesce(lag(s."position") over (partition by s.who collate "C" order by s.slot), 'unknown'),
         s.claim, case when not s.body then s.who end, substr(s.form, 6), substr(s.key, 9, 1) = '1'
  from slots s
$$
