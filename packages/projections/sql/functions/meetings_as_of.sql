-- The meetings of the parliamentary party of which had been told by the end of a day, as captured by a time.
create function projection.meetings_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, occurrence text, date date, day date, kind text, body text, status text, claims integer, outlets integer,
  reports uuid[], origins integer)
language sql stable as $$
  select o.challenge, o.occurrence, o.date, o.day, o.kind, o.body, o.status, o.claims, o.outlets, o.reports,
         o.origins
  from projection.occurrences_as_of(in_challenge, in_on, in_known) o
  where o.type = 'caucus-meeting'
$$
