-- Every article by its current revision. Its text stays in the log.
create view projection.articles as
  select distinct on (s.article) s.article, v.url, v.source_id, v.outlet, v.title, v.byline, v.published,
         s.captured_at, s.revision,
         (select count(distinct o.revision) from projection.sightings o where o.article = s.article)::integer as revisions
  from projection.sightings s
  join projection.revisions v on v.article = s.article and v.revision = s.revision
  where not exists (select from projection.erasures x where x.article = s.article)
  order by s.article, s.captured_at desc, s.revision collate "C" desc
