-- The moves of a challenge: those in the table, and those that are yet to be put there.
create function projection.current_moves(in_challenge text) returns setof projection.moves
language sql stable as $$
  with unsettled as materialized (
    select projection.unsettled(in_challenge) as articles
  )
  select * from projection.moves t
  where t.challenge = in_challenge and t.article not in (select unnest(u.articles) from unsettled u)
  union all
  select m.* from unsettled u cross join lateral projection.moves_of(in_challenge, u.articles) m where u.articles <> '{}'
$$
