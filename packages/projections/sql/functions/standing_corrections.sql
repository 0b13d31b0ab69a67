-- The latest decision on each field of each claim.
create function projection.standing_corrections(in_challenge text) returns setof projection.claim_corrections
language sql stable as $$
  select distinct on (k.claim, k.field) k.*
  from projection.claim_corrections k
  where k.challenge = in_challenge
  order by k.claim, k.field, k.at desc, k.correction desc
$$
