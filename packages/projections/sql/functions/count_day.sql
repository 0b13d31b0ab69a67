-- The day whose members are counted: the one asked for, else the latest of which the articles tell within the window.
create function projection.count_day(in_challenge text, in_on date, in_known timestamptz) returns date
language sql stable as $$
  select coalesce(in_on, (
    select greatest(d.window_from, least(d.window_to, (
      select max(m.day) from projection.moves m
      where m.challenge = in_challenge and m.who is null
        and (m.known_until is null or m.known_until > in_known) and (in_known is null or m.known_from <= in_known))))
    from projection.current_declarations() d where d.challenge = in_challenge))
$$
