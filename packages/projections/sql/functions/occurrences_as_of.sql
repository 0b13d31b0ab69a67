-- What happened, each thing once however many articles tell of it, with the claims behind it, the clearest first.
--
-- Dated claims of one type, actor, kind and place on one day are one occurrence. An undated one joins the latest dated one of its
-- kind in the week up to its article's day (a scheduled meeting: the earliest in the week after it); those left over in one
-- calendar week form one.
create function projection.occurrences_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, occurrence text, type text, date date, day date, what text, kind text, body text, status text,
  person text, name text, claims integer, outlets integer, reports uuid[],
  origins integer)
language sql stable as $$
  with live as materialized (
    select l.*,
           case l.type
             when 'caucus-meeting' then l.attrs ->> 'kind'
             when 'setback' then l.attrs ->> 'kind'
             when 'departure' then l.attrs ->> 'kind'
             when 'public-call' then l.attrs ->> 'demand'
             when 'leader-response' then l.attrs ->> 'stance'
             when 'signature' then case when l.attrs ->> 'signed' = 'true' then 'signed' else 'not signed' end
             when 'signature-count' then concat_ws(' ', l.attrs ->> 'counted',
               concat_ws('–', l.attrs ->> 'low', nullif(l.attrs ->> 'high', l.attrs ->> 'low')))
           end as what,
           -- Whom or what it is about: a meeting's body, a blow's place, else the actor.
           coalesce(lower(case when l.type = 'setback' then l.attrs ->> 'place' else l.who end), '') as about,
           l.attrs ->> 'status' as status
    from projection.live_claims(in_challenge, in_known) l
    where in_on is null or l.day <= in_on
       or (l.type = 'caucus-meeting' and l.attrs ->> 'status' = 'scheduled' and l.told <= in_on)
  ),
  -- The dates of each thing, to be looked up for what is undated: joined, the planner would take the claims for one row, and the time
  -- grow with their square.
  dated as materialized (
    select coalesce(jsonb_object_agg(t.thing, t.dates), '{}') as dates
    from (select concat_ws('|', l.type, coalesce(l.what, ''), l.about) as thing, jsonb_agg(distinct l.date) as dates
          from live l
          where l.date is not null
          group by 1) t
  ),
  placed as (
    select l.*, coalesce(l.date, (
      select case when l.status = 'scheduled' then min(o.date::date) else max(o.date::date) end
      from jsonb_array_elements_text(d.dates -> concat_ws('|', l.type, coalesce(l.what, ''), l.about)) o (date)
      where case when l.status = 'scheduled' then o.date::date between l.day and l.day + 7
                 else o.date::date between l.day - 7 and l.day end)) as joined
    from live l
    cross join dated d
  ),
  grouped as (
    select p.*, concat_ws('|', in_challenge, p.type, coalesce(p.what, ''), p.about,
             coalesce(p.joined::text, 'week of ' || date_trunc('week', p.day)::date)) as key
    from placed p
  ),
  -- Where only one tells of it, it has one origin whoever that is.
  told_often as materialized (
    select g.key from grouped g group by g.key having count(*) > 1
  ),
  copies as materialized (
    select a.article, a.revision, projection.copied_from(a.article, a.revision) as copied
    from (select distinct g.article, g.revision
          from grouped g
          where g.credited is null and g.key in (select o.key from told_often o)) a
  )
  select in_challenge, md5(g.key), g.type, max(g.joined), coalesce(max(g.joined), min(g.day)), max(g.what),
         max(g.attrs ->> 'kind'),
         case when g.type = 'setback' then max(g.attrs ->> 'place' collate "C") else max(g.actor collate "C") filter (where g.type = 'caucus-meeting') end,
         case when bool_or(g.status = 'held') then 'held' when bool_or(g.status = 'underway') then 'underway'
              else max(g.status) end,
         max(g.person), coalesce(max(m.name), (array_agg(g.actor order by length(g.actor) desc, g.actor collate "C"))[1]),
         count(*)::integer, count(distinct g.outlet)::integer,
         array_agg(g.claim order by g.date is null,
           array_position(array['named', 'outlet', 'anonymous'], g.attribution), g.quote is null, g.outlet is null,
           g.captured_at, g.claim),
         count(distinct lower(coalesce(g.credited, c.copied, g.outlet)))::integer
  from grouped g
  left join copies c on c.article = g.article and c.revision = g.revision
  left join projection.current_declarations() d on d.challenge = in_challenge
  left join projection.members m on m.declaration = d.declaration and m.person = g.person
  group by g.key, g.type
$$
