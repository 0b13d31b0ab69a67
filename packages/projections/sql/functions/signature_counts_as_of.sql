-- How many have signed, are calling, are willing or are involved: one envelope for each, from the largest of (named,
-- confirmed people; the best low figure) to the largest high figure. Never an average.
create function projection.signature_counts_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, counted text, low integer, high integer, named integer, names text[], unconfirmed text[], figures uuid[])
language sql stable as $$
  with live as materialized (
    select * from projection.live_claims(in_challenge, in_known) c where in_on is null or c.day <= in_on
  ),
  figures as (
    select l.claim, l.day, l.attrs ->> 'counted' as counted,
           (l.attrs ->> 'low')::integer as low, (l.attrs ->> 'high')::integer as high
    from live l where l.type = 'signature-count'
  ),
  -- What each person last said, or is last said to have done; of one day, having signed.
  signers as (
    select distinct on (l.who) l.who, l.actor, l.attrs ->> 'signed' = 'true' as signed
    from live l
    where l.type = 'signature' and l.who is not null and l.attribution <> 'anonymous'
    order by l.who, l.earlier, l.day desc, l.attrs ->> 'signed' = 'true' desc, l.claim
  ),
  -- Who called and has moved since is not calling.
  present as (
    select distinct on (s.who) s.who, s."position"
    from projection.position_slots(in_challenge, in_on, in_known) s
    order by s.who, s.slot desc
  ),
  named as (
    select 'signed' as counted, s.who, s.actor from signers s where s.signed
    union
    select 'calling', l.who, min(l.actor collate "C")
    from live l
    join present p on p.who = l.who and p."position" = 'against'
    where l.type = 'public-call' and l."position" = 'against' and l.person is not null and not l.leader
    group by l.who
  ),
  people as (
    select n.counted, n.who, coalesce(m.name, n.actor) as name
    from named n
    left join projection.current_declarations() d on d.challenge = in_challenge
    left join projection.members m on m.declaration = d.declaration and m.person = n.who
  ),
  rumoured as (
    select distinct l.who, coalesce(m.name, l.actor) as name
    from live l
    left join projection.current_declarations() d on d.challenge = in_challenge
    left join projection.members m on m.declaration = d.declaration and m.person = l.who
    where l.type = 'signature' and l.attrs ->> 'signed' = 'true' and l.attribution = 'anonymous'
      and not exists (select from signers s where s.who = l.who and s.signed)
  ),
  envelopes as (
    select k.counted,
           (select count(*) from people p where p.counted = k.counted)::integer as named,
           (select array_agg(p.name order by p.name collate "C") from people p where p.counted = k.counted) as names,
           (select max(f.low) from figures f where f.counted = k.counted) as low,
           (select max(f.high) from figures f where f.counted = k.counted) as high,
           (select array_agg(f.claim order by f.day desc, f.claim) from figures f where f.counted = k.counted) as figures
    from (values ('signed'), ('calling'), ('willing'), ('involved')) k (counted)
  )
  select in_challenge, e.counted, nullif(greatest(e.named, coalesce(e.low, 0)), 0),
         case when e.high >= greatest(e.named, coalesce(e.low, 0)) then e.high end,
         e.named, coalesce(e.names, '{}'),
         case when e.counted = 'signed'
              then coalesce((select array_agg(r.name order by r.name collate "C") from rumoured r), '{}') else '{}' end,
         coalesce(e.figures, '{}')
  from envelopes e
  where e.named > 0 or e.figures is not null
     or (e.counted = 'signed' and exists (select from rumoured))
$$
