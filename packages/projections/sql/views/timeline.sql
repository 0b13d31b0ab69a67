-- What happened when: occurrences, with the claims behind each.
create view projection.timeline as
  select o.challenge, o.occurrence, o.type, o.date, o.day, o.what, o.person, o.name, o.claims, o.outlets, o.reports
  from projection.current_declarations() d
  cross join lateral projection.occurrences_as_of(d.challenge, null, null) o
