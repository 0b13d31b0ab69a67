-- The day whose members are counted: the one asked for, else the latest of which the articles tell within the window.
create function projection.count_day(in_challenge text, in_on date, in_known timestamptz) returns date
language sql stable as $$
  select coalesce(in_on, (
    select greatest(d.window_from, least(d.window_to, (
      select max(c.day) from projection.live_claims(in_challenge, in_known) c)))
    from projection.current_declarations() d where d.challenge = in_challenge))
$$
