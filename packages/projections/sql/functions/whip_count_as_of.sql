-- The whip count: members by position, on a day, as known at a time; the leader is left out.
create function projection.whip_count_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, name text, day date, against integer, wavering integer, "for" integer, unknown integer,
  total integer, covers text, others integer, seats integer, threshold jsonb)
language sql stable as $$
  with positions as materialized (select * from projection.positions_as_of(in_challenge, in_on, in_known)),
  -- Worked out once, not for every row.
  asked as materialized (select projection.count_day(in_challenge, in_on, in_known) as day)
  select d.challenge, d.name, a.day,
         (count(*) filter (where p.counted and p."position" = 'against'))::integer,
         (count(*) filter (where p.counted and p."position" = 'wavering'))::integer,
         (count(*) filter (where p.counted and p."position" = 'for'))::integer,
         (count(*) filter (where p.counted and p."position" = 'unknown'))::integer,
         (count(*) filter (where p.counted))::integer,
         case when exists (select from projection.members m where m.declaration = d.declaration and m.sits and not m.leader)
              then 'members' else 'people' end,
         (count(*) filter (where not p.counted and p."position" <> 'unknown'))::integer,
         (select (s ->> 'seats')::integer from jsonb_array_elements(d.seats) s
          where (s ->> 'from')::date <= a.day and (s ->> 'to' is null or a.day <= (s ->> 'to')::date)
          order by s ->> 'from' desc limit 1),
         d.threshold
  from projection.current_declarations() d
  cross join asked a
  left join positions p on true
  where d.challenge = in_challenge
  group by d.declaration, d.challenge, d.name, a.day, d.seats, d.threshold
$$
