-- The outlets, with how many articles of each are known.
create view projection.sources as
  select a.outlet, count(*)::integer as articles, min(a.published) as first_published, max(a.published) as last_published,
         max(a.captured_at) as last_captured
  from projection.articles a
  group by a.outlet
