-- The claims that were found or entered for a challenge, as captured by a time (null: ever), before any correction.
--
-- The current revision of an article is that of the latest sighting; while it has no complete reading, the one before it
-- stands. Of its readings that of the ruleset activated last counts, then by ruleset and reading. What an editor entered is known from
-- then on.
create function projection.found_claims(in_challenge text, in_known timestamptz)
returns table (
  challenge text, claim uuid, type text, attrs jsonb, actor text, person text, who text, matched boolean,
  "position" text, date date, day date, earlier boolean, attribution text, article uuid, url text, outlet text,
  title text, byline text, published date, captured_at timestamptz, revision text, reading uuid, ruleset text,
  span_start integer, span_end integer, evidence text, quote text, credited text, rule text, told date)
language sql stable as $$
  with declared as (
    select d.declaration, d.timezone from projection.current_declarations() d where d.challenge = in_challenge
  ),
  seen as (
    select s.article, s.revision, s.captured_at
    from projection.sightings s
    where in_known is null or s.captured_at <= in_known
  ),
  activated as (
    select distinct on (a.ruleset) a.ruleset, a.at, a.activation
    from projection.activations a
    where a.challenge = in_challenge
    order by a.ruleset, a.at desc, a.activation desc
  ),
  standing as (
    select distinct on (s.article) s.article, s.revision, s.captured_at, r.reading, r.ruleset, r.claims
    from seen s
    join projection.complete_readings(in_challenge) r on r.article = s.article and r.revision = s.revision
    left join activated a on a.ruleset = r.ruleset
    order by s.article, s.captured_at desc, s.revision collate "C" desc,
             a.at desc nulls last, a.activation desc, r.ruleset collate "C", r.reading
  ),
  found as (
    select * from standing where claims <> '{}'
  )
  select c.challenge, c.claim, c.type, c.attrs, c.actor, c.person, c.who, c.matched, c."position", c.date,
         coalesce(c.date, a.published, (a.captured_at at time zone d.timezone)::date),
         c.earlier, c.attribution, c.article, v.url, v.outlet, v.title, v.byline, v.published, f.captured_at,
         c.revision, c.reading, f.ruleset, c.span_start, c.span_end, c.evidence, c.quote, c.credited, c.rule,
         coalesce(a.published, (a.captured_at at time zone d.timezone)::date)
  from found f
  cross join declared d
  -- What orders an undated claim: the first published day among the article's revisions, else the day it was first captured. Looked up
  -- for each article by the index: joined as a set, the planner takes it for one row, and the time grows with the square of the articles.
  cross join lateral (
    select min(o.published) as published, min(s.captured_at) as captured_at
    from projection.sightings s
    join projection.revisions o on o.article = s.article and o.revision = s.revision
    where s.article = f.article and (in_known is null or s.captured_at <= in_known)) a
  join projection.revisions v on v.article = f.article and v.revision = f.revision
  join projection.reading_claims c on c.reading = f.reading and c.claim = any (f.claims)
  union all
  select e.challenge, e.claim, e.type, e.attrs, e.actor, e.person, e.who, e.matched, e."position", e.date,
         coalesce(e.date, e.published, (e.at at time zone d.timezone)::date),
         false, e.attribution, e.article, e.url, e.outlet, e.title, null, e.published, e.at,
         null, null, null, 0, length(e.evidence), e.evidence, e.quote, null, 'editor',
         coalesce(e.published, (e.at at time zone d.timezone)::date)
  from projection.entered(in_challenge) e
  cross join declared d
  where in_known is null or e.at <= in_known
$$
