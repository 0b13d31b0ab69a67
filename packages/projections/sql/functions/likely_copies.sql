-- The articles whose texts may be nearly those of some articles: a minimum hash in common says so.
create function projection.likely_copies(in_articles uuid[]) returns setof uuid
language sql stable as $$
  with these as materialized (
    select l.min_1, l.min_2, l.min_3, l.min_4 from projection.likenesses l where l.article = any (in_articles)
  )
  select o.article from these t join projection.likenesses o on o.min_1 = t.min_1
  union
  select o.article from these t join projection.likenesses o on o.min_2 = t.min_2
  union
  select o.article from these t join projection.likenesses o on o.min_3 = t.min_3
  union
  select o.article from these t join projection.likenesses o on o.min_4 = t.min_4
$$
