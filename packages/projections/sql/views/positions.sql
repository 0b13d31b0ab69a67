-- Where everybody stands, with the claim that decides it and the ones that contradict it.
create view projection.positions as
  select p.* from projection.current_declarations() d
  cross join lateral projection.positions_as_of(d.challenge, null, null) p
