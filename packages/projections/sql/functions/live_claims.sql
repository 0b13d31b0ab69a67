-- The claims that count for a challenge, as captured by a time (null: ever), with the corrections that stand.
--
-- A withdrawal covers the claim, and one of the same article, type and person with overlapping evidence about which nothing was
-- decided. Corrections hold whatever the time asked about: they say what was wrong, as today's rules do. `corrected` has each
-- correction of what is shown, with who, when and why. `told` is the day of the article.
create function projection.live_claims(in_challenge text, in_known timestamptz)
returns table (
  challenge text, claim uuid, type text, attrs jsonb, actor text, person text, who text, matched boolean,
  "position" text, date date, day date, earlier boolean, attribution text, article uuid, url text, outlet text,
  title text, byline text, published date, captured_at timestamptz, revision text, reading uuid, ruleset text,
  span_start integer, span_end integer, evidence text, quote text, credited text, rule text, leader boolean,
  told date, corrected jsonb)
language sql stable as $$
  with decided as (
    select * from projection.standing_corrections(in_challenge)
  ),
  amended as (
    select k.claim, jsonb_object_agg(k.field, k.value) as fields,
           coalesce(jsonb_object_agg(substr(k.field, 7), k.value) filter (where k.field like 'attrs.%'), '{}') as attrs
    from decided k
    where k.field <> 'standing' and k.value is not null
    group by k.claim
  ),
  vouched as (
    select k.claim, jsonb_agg(jsonb_build_object(
             'correction', k.correction, 'field', k.field, 'value', k.value, 'reason', k.reason, 'by', k.by,
             'at', to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
             order by k.at, k.correction, k.field) as corrections
    from decided k
    group by k.claim
  ),
  kept as (
    select c.*, a.fields, a.attrs as new_attrs,
           coalesce(a.fields ->> 'person', c.person) as named,
           coalesce(a.fields ->> 'person', c.who) as named_who
    from projection.found_claims(in_challenge, in_known) c
    left join amended a on a.claim = c.claim
    where not exists (
      select from decided k
      where k.field = 'standing' and k.value = '"withdrawn"' and (
        k.claim = c.claim
        or (k.article = c.article and k.type = c.type and k.who is not distinct from c.who
            and k.span_start < c.span_end and c.span_start < k.span_end
            and not exists (select from decided own where own.claim = c.claim and own.field = 'standing'))))
  )
  select c.challenge, c.claim, c.type, coalesce(c.attrs || c.new_attrs, c.attrs), c.actor,
         coalesce(g."into", c.named), coalesce(g."into", c.named_who),
         case when g.merger is null and c.fields ->> 'person' is null then c.matched else m.person is not null end,
         case when c.fields is null then c."position"
              else projection.position_of(c.type, c.attrs || c.new_attrs, coalesce(c.fields ->> 'attribution', c.attribution)) end,
         case when c.fields ? 'date' then (c.fields ->> 'date')::date else c.date end,
         case when c.fields ? 'date'
              then coalesce((c.fields ->> 'date')::date, c.told)
              else c.day end,
         coalesce((c.fields ->> 'earlier')::boolean, c.earlier),
         coalesce(c.fields ->> 'attribution', c.attribution),
         c.article, c.url, c.outlet, c.title, c.byline, c.published, c.captured_at,
         c.revision, c.reading, c.ruleset, c.span_start, c.span_end, c.evidence,
         case when c.fields ? 'quote' then c.fields ->> 'quote' else c.quote end,
         case when c.fields ? 'credited' then c.fields ->> 'credited' else c.credited end,
         c.rule, coalesce(m.leader, false), c.told,
         coalesce(t.corrections, '[]') || case when g.merger is null then '[]' else jsonb_build_array(jsonb_build_object(
           'correction', g.merger, 'field', 'person', 'value', g."into", 'reason', g.reason, 'by', g.by,
           'at', to_char(g.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end
           || case when e.claim is null then '[]' else jsonb_build_array(jsonb_build_object(
           'correction', e.claim, 'field', 'entered', 'value', null, 'reason', e.reason, 'by', e.by,
           'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) end
  from kept c
  left join vouched t on t.claim = c.claim
  left join projection.standing_mergers(in_challenge) g on g.person = c.named
  left join projection.entered(in_challenge) e on e.claim = c.claim and c.reading is null
  left join projection.current_declarations() d on d.challenge = in_challenge
  left join projection.members m on m.declaration = d.declaration and m.person = coalesce(g."into", c.named)
$$
