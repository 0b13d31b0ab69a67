-- When something last arrived, by outlet and challenge: no data is not no news.
create view projection.coverage as
  select d.challenge, v.outlet, count(distinct s.article)::integer as articles,
         count(distinct s.article) filter (where r.claims <> '{}')::integer as with_claims,
         min(s.captured_at) as first_captured, max(s.captured_at) as last_captured
  from projection.current_declarations() d
  join projection.readings r on r.challenge = d.challenge
  join projection.revisions v on v.article = r.article and v.revision = r.revision
  join projection.sightings s on s.article = r.article and s.revision = r.revision
  where not exists (select from projection.erasures x where x.article = r.article)
  group by d.challenge, v.outlet
