-- Every claim that counts, with the sentence that proves it.
create view projection.claims as
  select c.challenge, c.claim, c.type, c.attrs, c.actor, c.person, c.matched, c."position", c.date, c.day, c.earlier,
         c.attribution, c.article, c.url, c.outlet, c.title, c.byline, c.published, c.captured_at, c.revision, c.reading,
         c.ruleset, c.span_start, c.span_end, c.evidence, c.quote, c.credited, c.rule, c.corrected
  from projection.current_declarations() d
  cross join lateral projection.live_claims(d.challenge, null) c
