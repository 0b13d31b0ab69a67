-- The meetings of the parliamentary party, each once however many articles tell of it.
create view projection.meetings as
  select o.challenge, o.occurrence, o.date, o.day, o.kind, o.body, o.status, o.claims, o.outlets, o.reports
  from projection.current_declarations() d
  cross join lateral projection.occurrences_as_of(d.challenge, null, null) o
  where o.type = 'caucus-meeting'
