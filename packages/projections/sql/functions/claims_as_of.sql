-- Every claim that counts for what had been said by the end of a day, as captured by a time.
create function projection.claims_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, claim uuid, type text, attrs jsonb, actor text, person text, matched boolean, "position" text, date date,
  day date, earlier boolean, attribution text, article uuid, url text, outlet text, title text, byline text, published date,
  captured_at timestamptz, revision text, reading uuid, ruleset text, span_start integer, span_end integer, evidence text,
  quote text, credited text, rule text, corrected jsonb)
language sql stable as $$
  select c.challenge, c.claim, c.type, c.attrs, c.actor, c.person, c.matched, c."position", c.date, c.day, c.earlier,
         c.attribution, c.article, c.url, c.outlet, c.title, c.byline, c.published, c.captured_at, c.revision, c.reading,
         c.ruleset, c.span_start, c.span_end, c.evidence, c.quote, c.credited, c.rule, c.corrected
  from projection.live_claims(in_challenge, in_known) c
  where in_on is null or c.day <= in_on
$$
