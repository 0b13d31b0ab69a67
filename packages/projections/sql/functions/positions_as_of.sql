-- Where everybody stands: every member of that day, and everybody else with a claim that could move them.
--
-- Ten thousand claims are to take 5 ms. So they are gone through once and put into groups by hashing, which sorts nothing and keeps a
-- few hundred for the rest; only of those who have stood in two ways are the claims looked at day by day. In PL/pgSQL, which keeps its
-- plans: planning this anew took as long as answering it.
create function projection.positions_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, person text, who text, name text, "position" text, since date, undated boolean, member boolean,
  counted boolean, area text, claim uuid, contradicting uuid[], unconfirmed uuid[], claims integer, outlets integer,
  origins integer)
language plpgsql stable as $$
#variable_conflict use_column
declare
  declared uuid := (select d.declaration from projection.current_declarations() d where d.challenge = in_challenge);
  leaders text[] := array(select m.person from projection.members m where m.declaration = declared and m.leader);
  -- A roster that says who sits is one on a day of which nobody sits yet, too: then nobody is counted.
  sitting boolean := exists (select from projection.members m where m.declaration = declared and m.sits and not m.leader);
  asked date := projection.count_day(in_challenge, in_on, in_known);
  unsettled uuid[] := projection.unsettled(in_challenge);
begin
  return query
  with fresh as materialized (
    select * from projection.moves_of(in_challenge, unsettled) where unsettled <> '{}'
  ),
  -- Written out wherever it is named, so that each takes the index that it can.
  live as not materialized (
    select m.*
    from (
      select * from projection.moves t where t.challenge = in_challenge and t.article not in (select unnest(unsettled))
      union all
      select * from fresh) m
    where (m.known_until is null or m.known_until > in_known) and (in_known is null or m.known_from <= in_known)
      and (in_on is null or m.day <= in_on)
  ),
  printed as materialized (
    select m.who, m.commitment, m.outlet, bool_and(m.body) as body, count(*) as claims, min(m.key collate "C") as key,
           min(m.form collate "C") as form, min(m.day) filter (where not m.earlier) as since,
           bool_or(m.credited is null) as own
    from live m
    where m.who is not null
    group by m.who, m.commitment, m.outlet
  ),
  groups as materialized (
    select p.who, p.commitment, bool_and(p.body) as body, sum(p.claims) as claims, count(p.outlet) as outlets,
           count(p.outlet) filter (where p.own) as owned,
           min(p.key collate "C") as key, min(p.form collate "C") as form, min(p.since) as since
    from printed p
    group by p.who, p.commitment
  ),
  named as materialized (
    select g.who, case when not bool_and(g.body) then g.who end as person, min(g.key collate "C") as key,
           3 - substr(min(g.key collate "C"), 8, 1)::integer as commitment,
           substr(min(g.form collate "C"), 6) as name
    from groups g
    where g.body or g.who <> all (leaders)
    group by g.who
  ),
  -- Outlets that others credit, and that do not tell of it in words of their own.
  credited as (
    select c.who, c.commitment, count(*) as origins
    from (
      select distinct m.who, m.commitment, m.credited
      from live m
      where m.who is not null and m.credited is not null) c
    where not exists (select from printed p where p.own and p.who = c.who and p.commitment = c.commitment
                        and lower(p.outlet) = c.credited)
    group by c.who, c.commitment
  ),
  contested as materialized (
    select distinct n.who, n.commitment
    from groups g
    join named n on n.who = g.who and n.commitment <> g.commitment
  ),
  told as materialized (
    select m.who, m.commitment as said, m.claim, m.day, case when m.earlier then '-infinity'::date else m.day end as slot
    from live m
    where m.commitment is not null and m.who in (select c.who from contested c)
  ),
  -- On a tie the more committed wins.
  slots as (
    select t.who, t.slot, max(t.said) = c.commitment as same
    from told t
    join contested c on c.who = t.who
    group by t.who, t.slot, c.commitment
  ),
  elsewhere as (
    select s.who, max(s.slot) as slot from slots s where not s.same group by s.who
  ),
  stretches as (
    select s.who, min(nullif(s.slot, '-infinity')) as since
    from slots s
    left join elsewhere e on e.who = s.who
    where e.slot is null or s.slot > e.slot
    group by s.who
  ),
  contradicted as (
    select t.who, array_agg(t.claim order by t.day desc, t.claim) as contradicting
    from told t
    join contested c on c.who = t.who
    where t.said <> c.commitment
    group by t.who
  ),
  rumoured as (
    select m.who, array_agg(m.claim order by m.day desc, m.claim) as unconfirmed
    from live m
    where m.unconfirmed
    group by m.who
  ),
  roster as (
    select m.person, m.name, m.area, m.leader,
           m.sits and (m.member_from is null or m.member_from <= asked)
                  and (m.member_to is null or asked <= m.member_to) as member
    from projection.members m
    where m.declaration = declared
  ),
  everybody as (
    select n.who, n.person from named n
    union
    select r.person, r.person from roster r where r.member and not r.leader
  )
  select in_challenge, e.person, e.who, coalesce(r.name, n.name),
         coalesce((array['wavering', 'for', 'against'])[n.commitment], 'unknown'),
         case when c.who is null then a.since else s.since end,
         coalesce(substr(n.key, 9, 1) = '1', false),
         coalesce(r.member, false),
         case when sitting then coalesce(r.member, false) else e.person is not null end,
         r.area, substr(n.key, 31)::uuid, coalesce(c.contradicting, '{}'), coalesce(u.unconfirmed, '{}'),
         coalesce(a.claims, 0)::integer, coalesce(a.outlets, 0)::integer,
         (coalesce(a.owned, 0) + coalesce(o.origins, 0))::integer
  from everybody e
  left join roster r on r.person = e.person
  left join named n on n.who = e.who
  left join groups a on a.who = e.who and a.commitment = n.commitment
  left join credited o on o.who = e.who and o.commitment = n.commitment
  left join contradicted c on c.who = e.who
  left join stretches s on s.who = e.who
  left join rumoured u on u.who = e.who
  where declared is not null;
end $$
