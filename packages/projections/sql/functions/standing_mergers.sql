-- Who counts as whom: the latest decision on each person, where it merges them.
create function projection.standing_mergers(in_challenge text) returns setof projection.mergers
language sql stable as $$
  select latest.*
  from (
    select distinct on (m.person) m.*
    from projection.mergers m
    where m.challenge = in_challenge
    order by m.person, m.at desc, m.merger desc) latest
  where latest."into" is not null
$$
