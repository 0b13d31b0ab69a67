-- The meetings of the parliamentary party, each once however many articles tell of it.
create view projection.meetings as
  select v.* from projection.current_declarations() d
  cross join lateral projection.meetings_as_of(d.challenge, null, null) v
