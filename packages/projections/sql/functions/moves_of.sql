-- What the moves of some articles are (each named once): worked out from the sets, as `live_claims` does for one known time.
--
-- What is known of an article changes when it is sighted: from each sighting to the next, the reading that counts is that of the latest
-- sighting with a complete one, and the day of what is undated the first published one of all seen by then. The key puts the latest
-- day first; of one day the more committed, the dated, the best vouched for, the one with a quote and with an outlet.
create function projection.moves_of(in_challenge text, in_articles uuid[]) returns setof projection.moves
language plpgsql stable
-- To compile it takes 0.3 s, several times as long as it does: tables that nobody has analyzed look costly.
set jit = off
as $$
#variable_conflict use_column
begin
  return query
  with declared as (
    select d.timezone from projection.current_declarations() d where d.challenge = in_challenge
  ),
  activated as (
    select distinct on (a.ruleset) a.ruleset, a.at, a.activation
    from projection.activations a
    where a.challenge = in_challenge
    order by a.ruleset, a.at desc, a.activation desc
  ),
  -- Everything is looked up by an index for each article: joined as sets, the planner takes them for one row each, and the time grows
  -- with the square of the articles.
  sighted as (
    select s.article, s.captured_at, min(o.published) as published,
           (array_agg(r.reading order by s.revision collate "C" desc, a.at desc nulls last, a.activation desc,
                      r.ruleset collate "C", r.reading) filter (where r.reading is not null))[1] as reading
    from unnest(in_articles) t (article)
    join projection.sightings s on s.article = t.article
    join projection.revisions o on o.article = s.article and o.revision = s.revision
    left join lateral (
      select r.reading, r.ruleset
      from projection.readings r
      where r.challenge = in_challenge and r.article = s.article and r.revision = s.revision
        and (r.claims = '{}' or cardinality(r.claims) = (
          select count(*) from projection.reading_claims c where c.reading = r.reading and c.claim = any (r.claims)))
    ) r on true
    left join activated a on a.ruleset = r.ruleset
    where exists (select from projection.readings w
                  where w.challenge = in_challenge and w.article = t.article and w.claims <> '{}')
      and not exists (select from projection.erasures x where x.article = t.article)
    group by s.article, s.captured_at
  ),
  times as (
    select s.article, s.captured_at as known_from, lead(s.captured_at) over sofar as known_until,
           min(s.published) over sofar as published, min(s.captured_at) over sofar as first_captured,
           max(s.captured_at) filter (where s.reading is not null) over sofar as captured_at,
           -- The latest of those that have a reading.
           (max(array[to_char(s.captured_at at time zone 'UTC', 'YYYYMMDDHH24MISSUS'), s.reading::text] collate "C")
            filter (where s.reading is not null) over sofar)[2]::uuid as reading
    from sighted s
    window sofar as (partition by s.article order by s.captured_at)
  ),
  -- Once for each article: asked of each claim it would be worked out again.
  read as materialized (
    select t.*, f.revision, f.claims, projection.copied_from(f.article, f.revision) as copied
    from times t
    join projection.readings f on f.reading = t.reading
    where f.claims <> '{}'
  ),
  found as (
    select c.claim, c.article, t.known_from, t.known_until, t.captured_at, c.type, c.attrs, c.actor, c.person, c.who, c."position",
           c.date, coalesce(t.published, (t.first_captured at time zone d.timezone)::date) as told, c.earlier, c.attribution,
           c.quote, v.outlet, c.credited, t.copied, c.span_start, c.span_end
    from read t
    cross join declared d
    join projection.revisions v on v.article = t.article and v.revision = t.revision
    join projection.reading_claims c on c.reading = t.reading and c.claim = any (t.claims)
    union all
    select e.claim, e.article, e.at, null, e.at, e.type, e.attrs, e.actor, e.person, e.who, e."position",
           e.date, coalesce(e.published, (e.at at time zone d.timezone)::date), false, e.attribution,
           e.quote, e.outlet, null, null, 0, length(e.evidence)
    from projection.entered(in_challenge) e
    cross join declared d
    where e.article = any (in_articles)
  ),
  decided as (
    select * from projection.standing_corrections(in_challenge)
  ),
  amended as (
    select k.claim, jsonb_object_agg(k.field, k.value) as fields,
           coalesce(jsonb_object_agg(substr(k.field, 7), k.value) filter (where k.field like 'attrs.%'), '{}') as attrs
    from decided k
    where k.field <> 'standing' and k.value is not null
    group by k.claim
  ),
  kept as (
    select f.*, a.fields, coalesce(f.attrs || a.attrs, f.attrs) as new_attrs,
           coalesce(a.fields ->> 'person', f.person) as named,
           coalesce(a.fields ->> 'person', f.who) as named_who,
           coalesce(a.fields ->> 'attribution', f.attribution) as vouched,
           case when a.fields ? 'date' then (a.fields ->> 'date')::date else f.date end as new_date,
           case when a.fields ? 'quote' then a.fields ->> 'quote' else f.quote end as new_quote,
           case when a.fields ? 'credited' then a.fields ->> 'credited' else f.credited end as new_credited
    from found f
    left join amended a on a.claim = f.claim
    where not exists (
      select from decided k
      where k.field = 'standing' and k.value = '"withdrawn"' and (
        k.claim = f.claim
        or (k.article = f.article and k.type = f.type and k.who is not distinct from f.who
            and k.span_start < f.span_end and f.span_start < k.span_end
            and not exists (select from decided own where own.claim = f.claim and own.field = 'standing'))))
  ),
  counted as (
    select k.*, coalesce(k.new_date, k.told) as day, coalesce(g."into", k.named) as whose, coalesce(g."into", k.named_who) as new_who,
           coalesce((k.fields ->> 'earlier')::boolean, k.earlier) as is_earlier,
           array_position(array['wavering', 'for', 'against'],
             case when k.fields is null then k."position" else projection.position_of(k.type, k.new_attrs, k.vouched) end) as commitment
    from kept k
    left join projection.standing_mergers(in_challenge) g on g.person = k.named
  )
  select in_challenge, c.article, c.known_from, c.known_until, c.day, c.new_who, c.whose is null, c.is_earlier,
         c.type = 'signature' and coalesce(c.new_attrs ->> 'signed', '') = 'true' and c.vouched = 'anonymous',
         c.commitment, c.claim, lpad((99999 - length(c.actor))::text, 5, '0') || c.actor, c.outlet,
         nullif(lower(coalesce(c.new_credited, c.copied)), lower(c.outlet)),
         case when c.commitment is not null then
           lpad((9999999 - case when c.is_earlier then 0 else c.day - '0001-01-01'::date + 1 end)::text, 7, '0')
           || (3 - c.commitment) || (c.new_date is null)::integer || array_position(array['named', 'outlet', 'anonymous'], c.vouched)
           || (c.new_quote is null)::integer || (c.outlet is null)::integer
           || lpad(((extract(epoch from c.captured_at) + 62135596800) * 1000000)::bigint::text, 18, '0') || c.claim end
  from counted c
  where c.new_who is not null and (c.commitment is not null or c.type = 'signature')
  union all
  select in_challenge, c.article, c.known_from, c.known_until, max(c.day), null, false, false, false, null, null, null, null, null, null
  from counted c
  group by c.article, c.known_from, c.known_until;
end $$
