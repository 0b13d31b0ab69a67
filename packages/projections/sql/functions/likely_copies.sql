-- The articles whose texts may be nearly those of some articles, and were captured later: a band in common says so.
create function projection.likely_copies(in_articles uuid[]) returns setof uuid
language sql stable as $$
  with these as materialized (
    select l.*, coalesce((select min(s.captured_at) from projection.sightings s where s.article = l.article), '-infinity') as since
    from projection.likenesses l
    where l.article = any (in_articles)
  ),
  -- Each band once: where all have it in common, the pairs would be the square of them.
  likely as (
    select o.article, t.since from (select band_1 as band, min(since) as since from these group by 1) t join projection.likenesses o on o.band_1 = t.band
    union
    select o.article, t.since from (select band_2 as band, min(since) as since from these group by 1) t join projection.likenesses o on o.band_2 = t.band
    union
    select o.article, t.since from (select band_3 as band, min(since) as since from these group by 1) t join projection.likenesses o on o.band_3 = t.band
    union
    select o.article, t.since from (select band_4 as band, min(since) as since from these group by 1) t join projection.likenesses o on o.band_4 = t.band
    union
    select o.article, t.since from (select band_5 as band, min(since) as since from these group by 1) t join projection.likenesses o on o.band_5 = t.band
    union
    select o.article, t.since from (select band_6 as band, min(since) as since from these group by 1) t join projection.likenesses o on o.band_6 = t.band
  )
  select distinct l.article
  from likely l
  where exists (select from projection.sightings s where s.article = l.article and s.captured_at >= l.since)
$$
