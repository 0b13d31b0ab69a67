-- The readings of a challenge of which every listed claim has arrived: a group split over two transactions never shows half.
create function projection.complete_readings(in_challenge text) returns setof projection.readings
language sql stable as $$
  select r.*
  from projection.readings r
  where r.challenge = in_challenge
    and not exists (select from projection.erasures x where x.article = r.article)
    and (r.claims = '{}' or cardinality(r.claims) = (
      select count(*) from projection.reading_claims c where c.reading = r.reading and c.claim = any (r.claims)))
$$
