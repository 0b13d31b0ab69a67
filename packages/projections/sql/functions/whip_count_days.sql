-- The whip count of each day from the first on which anybody took a position.
create function projection.whip_count_days(in_challenge text, in_known timestamptz default null)
returns table (challenge text, day date, against integer, wavering integer, "for" integer, unknown integer, total integer)
language sql stable as $$
  with declared as (
    select * from projection.current_declarations() d where d.challenge = in_challenge
  ),
  stretches as (
    select s.who, s.person, s."position", s.slot,
           lead(s.slot, 1, 'infinity') over (partition by s.who order by s.slot) as until
    from projection.position_slots(in_challenge, null, in_known) s
  ),
  days as (
    select g::date as day
    from generate_series(
      (select greatest(min(nullif(slot, '-infinity')), (select window_from from declared)) from stretches),
      projection.count_day(in_challenge, null, in_known), interval '1 day') g
  ),
  counted as (
    select n.day, m.person from days n
    join declared d on true
    join projection.members m on m.declaration = d.declaration and m.sits and not m.leader
      and (m.member_from is null or m.member_from <= n.day) and (m.member_to is null or n.day <= m.member_to)
    union all
    select n.day, p.person from days n
    cross join (select distinct s.person from stretches s where s.person is not null) p
    where not exists (
      select from projection.members m join declared d using (declaration)
      where m.sits and not m.leader)
  )
  select in_challenge, c.day,
         (count(*) filter (where s."position" = 'against'))::integer,
         (count(*) filter (where s."position" = 'wavering'))::integer,
         (count(*) filter (where s."position" = 'for'))::integer,
         (count(*) filter (where s."position" is null))::integer,
         count(*)::integer
  from counted c
  left join stretches s on s.person = c.person and s.slot <= c.day and c.day < s.until
  group by c.day
$$
