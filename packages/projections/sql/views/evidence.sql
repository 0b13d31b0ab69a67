-- What every reading says of each claim, the ones that do not count too; and what editors entered.
create view projection.evidence as
  select c.challenge, c.claim, c.reading, r.ruleset, c.type, c.attrs, c.actor, c.person, c.matched, c."position", c.date,
         c.earlier, c.attribution, c.article, v.url, v.outlet, v.title, v.byline, v.published, c.revision, c.span_start,
         c.span_end, c.evidence, c.quote, c.credited, c.rule,
         (select min(s.captured_at) from projection.sightings s
          where s.article = c.article and s.revision = c.revision) as captured_at
  from projection.reading_claims c
  left join projection.readings r on r.reading = c.reading
  left join projection.revisions v on v.article = c.article and v.revision = c.revision
  where not exists (select from projection.erasures x where x.article = c.article)
  union all
  select e.challenge, e.claim, null, null, e.type, e.attrs, e.actor, e.person, e.matched, e."position", e.date,
         false, e.attribution, e.article, e.url, e.outlet, e.title, null, e.published, null, 0,
         length(e.evidence), e.evidence, e.quote, null, 'editor', e.at
  from projection.current_declarations() d
  cross join lateral projection.entered(d.challenge) e
