-- The day whose members are counted: the one asked for, else the latest of which the articles tell within the window.
create function projection.count_day(in_challenge text, in_on date, in_known timestamptz) returns date
language plpgsql stable as $$
#variable_conflict use_column
declare
  unsettled uuid[];
begin
  if in_on is not null then
    return in_on;
  end if;
  unsettled := projection.unsettled(in_challenge);
  return (
    select greatest(d.window_from, least(d.window_to, (
      select max(m.day)
      from (
        select * from projection.moves t where t.challenge = in_challenge and t.article not in (select unnest(unsettled))
        union all
        select * from projection.moves_of(in_challenge, unsettled) where unsettled <> '{}') m
      where m.who is null
        and (m.known_until is null or m.known_until > in_known) and (in_known is null or m.known_from <= in_known))))
    from projection.current_declarations() d where d.challenge = in_challenge);
end $$
