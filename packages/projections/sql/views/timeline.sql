-- What happened when: occurrences, with the claims behind each.
create view projection.timeline as
  select v.* from projection.current_declarations() d
  cross join lateral projection.timeline_as_of(d.challenge, null, null) v
