-- The whip count of each day from the first on which anybody took a position: what the whip count says when asked about that day.
create function projection.whip_count_days(in_challenge text, in_known timestamptz default null)
returns table (challenge text, day date, against integer, wavering integer, "for" integer, unknown integer, total integer)
language sql stable as $$
  with declared as (
    select * from projection.current_declarations() d where d.challenge = in_challenge
  ),
  seats as (
    select m.* from projection.members m join declared d using (declaration) where m.sits and not m.leader
  ),
  live as materialized (
    select m.who, m.body, m.day, m.earlier, m.commitment from projection.moves_as_of(in_challenge, null, in_known) m
  ),
  moves as (
    select l.who, l.day, l.earlier, max(l.commitment) as commitment
    from live l
    where l.commitment is not null
    group by l.who, l.day, l.earlier
  ),
  -- Claims older than their articles' news stand, the most committed of those told by then, until the first of the others.
  steps as (
    select m.who, m.day, m.earlier,
           case when m.earlier then max(m.commitment) over (partition by m.who, m.earlier order by m.day)
                else m.commitment end as commitment,
           min(m.day) filter (where not m.earlier) over (partition by m.who) as first_own
    from moves m
  ),
  stretches as (
    select s.who, s.day, s.commitment, lead(s.day, 1, 'infinity') over (partition by s.who order by s.day) as until
    from steps s
    where not s.earlier or s.first_own is null or s.day < s.first_own
  ),
  days as (
    select g::date as day
    from generate_series(
      (select greatest(min(day), (select window_from from declared)) from stretches),
      projection.count_day(in_challenge, null, in_known), interval '1 day') g
  ),
  counted as (
    select n.day, m.person
    from days n
    join seats m on (m.member_from is null or m.member_from <= n.day) and (m.member_to is null or n.day <= m.member_to)
    union all
    select n.day, p.person
    from days n
    join (select l.who as person, min(l.day) as named from live l where not l.body group by l.who) p on p.named <= n.day
    where not exists (select from seats)
  )
  select in_challenge, n.day,
         (count(*) filter (where s.commitment = 3))::integer,
         (count(*) filter (where s.commitment = 1))::integer,
         (count(*) filter (where s.commitment = 2))::integer,
         (count(*) filter (where c.person is not null and s.commitment is null))::integer,
         count(c.person)::integer
  from days n
  left join counted c on c.day = n.day
  left join stretches s on s.who = c.person and s.day <= c.day and c.day < s.until
  group by n.day
$$
