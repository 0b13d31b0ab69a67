-- What every reading says of each claim, the ones that do not count too.
create view projection.evidence as
  select c.challenge, c.claim, c.reading, r.ruleset, c.type, c.attrs, c.actor, c.person, c.matched, c."position", c.date,
         c.earlier, c.attribution, c.article, v.url, v.outlet, v.title, v.byline, v.published, c.revision, c.span_start,
         c.span_end, c.evidence, c.quote, c.credited, c.rule,
         (select min(s.captured_at) from projection.sightings s
          where s.article = c.article and s.revision = c.revision) as captured_at
  from projection.reading_claims c
  left join projection.readings r on r.reading = c.reading
  left join projection.revisions v on v.article = c.article and v.revision = c.revision
