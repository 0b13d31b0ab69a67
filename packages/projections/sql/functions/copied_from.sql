-- The outlet that a text nearly the same came from: that of the earliest article with it; null where it is the first itself, or nobody's.
--
-- Nearly the same are two texts that share four fifths of their shingles (Jaccard index), captured within seven days. The earliest is the
-- one first captured: so whoever knows of the copy knows of what was copied. Of the same instant it is that of the least id.
create function projection.copied_from(in_article uuid, in_revision text) returns text
language sql stable as $$
  with mine as (
    select l.*, (select min(s.captured_at) from projection.sightings s
                 where s.article = l.article and s.revision = l.revision) as captured_at
    from projection.likenesses l
    where l.article = in_article and l.revision = in_revision
  ),
  -- By an index each: of one condition with `or` the planner makes a scan.
  likely as (
    select o.article, o.revision from mine m join projection.likenesses o on o.band_1 = m.band_1
    union
    select o.article, o.revision from mine m join projection.likenesses o on o.band_2 = m.band_2
    union
    select o.article, o.revision from mine m join projection.likenesses o on o.band_3 = m.band_3
    union
    select o.article, o.revision from mine m join projection.likenesses o on o.band_4 = m.band_4
    union
    select o.article, o.revision from mine m join projection.likenesses o on o.band_5 = m.band_5
    union
    select o.article, o.revision from mine m join projection.likenesses o on o.band_6 = m.band_6
  ),
  -- In order, so that the first that is nearly the same ends it.
  earlier as (
    select v.outlet, o.shingles, m.shingles as own, t.captured_at, c.article
    from mine m
    join likely c on c.article <> m.article
    cross join lateral (
      select min(s.captured_at) as captured_at
      from projection.sightings s
      where s.article = c.article and s.revision = c.revision) t
    join projection.revisions v on v.article = c.article and v.revision = c.revision
    join projection.likenesses o on o.article = c.article and o.revision = c.revision
    where (t.captured_at, c.article) < (m.captured_at, m.article)
      and t.captured_at >= m.captured_at - interval '7 days'
      and v.outlet is not null
      and not exists (select from projection.erasures x where x.article = c.article)
    order by t.captured_at, c.article
    offset 0
  )
  select e.outlet
  from earlier e
  -- Both over either at least 0.8, without a fraction.
  where 9 * (select count(*) from unnest(e.own) a join unnest(e.shingles) b on b = a)
        >= 4 * (cardinality(e.own) + cardinality(e.shingles))
  order by e.captured_at, e.article
  limit 1
$$
