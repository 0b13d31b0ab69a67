-- Where everybody stands: every member of that day, and everybody else with a claim that could move them.
create function projection.positions_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, person text, who text, name text, "position" text, since date, undated boolean, member boolean,
  counted boolean, area text, claim uuid, contradicting uuid[], unconfirmed uuid[], claims integer, outlets integer)
language sql stable as $$
  with live as materialized (
    select * from projection.live_claims(in_challenge, in_known) c where in_on is null or c.day <= in_on
  ),
  declared as (
    select d.declaration,
           coalesce(in_on, greatest(d.window_from, least(d.window_to, (select max(l.day) from live l)))) as day
    from projection.current_declarations() d where d.challenge = in_challenge
  ),
  roster as (
    select m.person, m.name, m.area, m.leader, m.sits,
           m.sits and (m.member_from is null or m.member_from <= d.day)
                  and (m.member_to is null or d.day <= m.member_to) as member
    from projection.members m join declared d using (declaration)
  ),
  -- A roster that says who sits is one on a day of which nobody sits yet, too: then nobody is counted.
  sitting as (select exists (select from roster r where r.sits and not r.leader) as known),
  slots as materialized (select * from projection.position_slots(in_challenge, in_on, in_known)),
  present as (
    select distinct on (s.who) s.* from slots s order by s.who, s.slot desc
  ),
  -- Looked up and not joined: the planner takes the claims for one row, and would go through everybody for each of them.
  stands as materialized (
    select coalesce(jsonb_object_agg(p.who, p."position"), '{}') as now from present p
  ),
  stretches as (
    select p.who,
           (select min(nullif(s.slot, '-infinity')) from slots s
            where s.who = p.who
              and s.slot >= (select max(b.slot) from slots b where b.who = p.who and b.before <> b."position")) as since
    from present p
  ),
  named as (
    select l.who, min(l.person collate "C") as person,
           (array_agg(l.actor order by length(l.actor) desc, l.actor collate "C"))[1] as name,
           array_agg(l.claim order by l.day desc, l.claim) filter (
             where l."position" <> s.now ->> l.who) as contradicting,
           array_agg(l.claim order by l.day desc, l.claim) filter (
             where l.type = 'signature' and l.attrs ->> 'signed' = 'true' and l.attribution = 'anonymous') as unconfirmed,
           count(*) filter (where l."position" = s.now ->> l.who) as claims,
           count(distinct l.outlet) filter (where l."position" = s.now ->> l.who) as outlets
    from live l cross join stands s
    where l.who is not null and not l.leader and (l."position" is not null or l.type = 'signature')
    group by l.who
  ),
  everybody as (
    select n.who, n.person from named n
    union
    select r.person, r.person from roster r where r.member and not r.leader
  )
  select in_challenge, e.person, e.who, coalesce(r.name, n.name), coalesce(p."position", 'unknown'), s.since,
         coalesce(p.undated, false),
         coalesce(r.member, false),
         case when (select known from sitting) then coalesce(r.member, false) else e.person is not null end,
         r.area, p.claim, coalesce(n.contradicting, '{}'), coalesce(n.unconfirmed, '{}'),
         coalesce(n.claims, 0)::integer, coalesce(n.outlets, 0)::integer
  from everybody e
  left join roster r on r.person = e.person
  left join named n on n.who = e.who
  left join present p on p.who = e.who
  left join stretches s on s.who = e.who
$$
