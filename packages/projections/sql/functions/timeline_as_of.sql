-- What had happened by the end of a day, as captured by a time: occurrences, with the claims behind each.
create function projection.timeline_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, occurrence text, type text, date date, day date, what text, person text, name text, claims integer,
  outlets integer, reports uuid[], origins integer)
language sql stable as $$
  select o.challenge, o.occurrence, o.type, o.date, o.day, o.what, o.person, o.name, o.claims, o.outlets, o.reports,
         o.origins
  from projection.occurrences_as_of(in_challenge, in_on, in_known) o
$$
