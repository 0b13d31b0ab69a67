-- What all moves of the declared challenges rest on beside their article: the time zone, then the rulesets by their activation.
create function projection.current_bases() returns setof projection.move_bases
language sql stable as $$
  select d.challenge, d.timezone || coalesce((
    select string_agg(' ' || l.ruleset, '' order by l.at desc, l.activation desc)
    from (select distinct on (a.ruleset) a.ruleset, a.at, a.activation
          from projection.activations a
          where a.challenge = d.challenge
          order by a.ruleset, a.at desc, a.activation desc) l), '')
  from projection.current_declarations() d
$$
