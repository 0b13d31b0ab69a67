-- The declaration that applies for each challenge: the latest, by time and id.
create function projection.current_declarations() returns setof projection.declarations
language sql stable as $$
  select distinct on (d.challenge) d.*
  from projection.declarations d
  order by d.challenge, d.at desc, d.declaration desc
$$
