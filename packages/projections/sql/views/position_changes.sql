-- Each time somebody moved, with the claim that moved them.
create view projection.position_changes as
  select p.* from projection.current_declarations() d
  cross join lateral projection.position_changes_as_of(d.challenge, null, null) p
