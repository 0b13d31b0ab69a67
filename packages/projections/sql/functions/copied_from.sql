-- The outlet that a text nearly the same came from: that of the earliest article with it; null where it is the first itself, or nobody's.
--
-- Nearly the same are two texts that share four fifths of the bins of their sketches (an estimate of the Jaccard index), captured within
-- seven days. The earliest is the one first captured: so whoever knows of the copy knows of what was copied. Of the same instant it is
-- that of the least id.
create function projection.copied_from(in_article uuid, in_revision text) returns text
language plpgsql stable
-- A handful of rows, by an index each. While nobody has analyzed the tables, the planner would read them whole for that.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
declare
  own projection.likenesses;
  likely projection.likenesses[];
  captured timestamptz;
begin
  select * into own from projection.likenesses l where l.article = in_article and l.revision = in_revision;
  -- By an index each: of one condition with `or` the planner makes a scan.
  likely := array(
    select o from projection.likenesses o where o.band_1 = own.band_1 and o.article <> in_article
    union all
    select o from projection.likenesses o where o.band_2 = own.band_2 and o.article <> in_article
    union all
    select o from projection.likenesses o where o.band_3 = own.band_3 and o.article <> in_article
    union all
    select o from projection.likenesses o where o.band_4 = own.band_4 and o.article <> in_article
    union all
    select o from projection.likenesses o where o.band_5 = own.band_5 and o.article <> in_article
    union all
    select o from projection.likenesses o where o.band_6 = own.band_6 and o.article <> in_article);
  -- Nearly every text is nobody's copy, and ends here.
  if likely = '{}' then
    return null;
  end if;
  captured := (select min(s.captured_at) from projection.sightings s
               where s.article = in_article and s.revision = in_revision);
  return (
    -- In order, so that the first that is nearly the same ends it.
    with earlier as (
      select v.outlet, c.sketch, t.captured_at, c.article
      from (select distinct l.article, l.revision, l.sketch from unnest(likely) l) c
      cross join lateral (
        select min(s.captured_at) as captured_at
        from projection.sightings s
        where s.article = c.article and s.revision = c.revision) t
      join projection.revisions v on v.article = c.article and v.revision = c.revision
      where (t.captured_at, c.article) < (captured, in_article)
        and t.captured_at >= captured - interval '7 days'
        and v.outlet is not null
        and not exists (select from projection.erasures x where x.article = c.article)
      order by t.captured_at, c.article
      offset 0
    )
    select e.outlet
    from earlier e
    -- Bins that are empty in both say nothing.
    where (select 5 * count(*) filter (where a = b) >= 4 * count(*)
           from unnest(own.sketch, e.sketch) s (a, b)
           where a >= 0 or b >= 0)
    order by e.captured_at, e.article
    limit 1);
end $$
