-- The claims that editors entered for a challenge; of two entries of one claim the earlier counts.
create function projection.entered(in_challenge text) returns setof projection.entered_claims
language sql stable as $$
  select distinct on (e.claim) e.*
  from projection.entered_claims e
  where e.challenge = in_challenge and not exists (select from projection.erasures x where x.article = e.article)
  order by e.claim, e.at, e.entry
$$
