-- The claims that bear on where somebody stands, on a day, as captured by a time; those about the leader left out.
create function projection.moves_as_of(in_challenge text, in_on date, in_known timestamptz) returns setof projection.moves
language sql stable as $$
  select m.*
  from projection.current_moves(in_challenge) m
  where m.who is not null
    and (m.known_until is null or m.known_until > in_known) and (in_known is null or m.known_from <= in_known)
    and (in_on is null or m.day <= in_on)
    and (m.body or m.who <> all (array(
      select r.person from projection.current_declarations() d join projection.members r using (declaration)
      where d.challenge = in_challenge and r.leader)))
$$
