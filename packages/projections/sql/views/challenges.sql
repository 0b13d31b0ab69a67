-- The declared challenges, each by its latest declaration.
create view projection.challenges as
  select d.challenge, d.name, d.leader, d.party, d.timezone, d.window_from, d.window_to, d.caucus, d.threshold,
         (select count(*) from projection.members m where m.declaration = d.declaration and m.sits)::integer as members,
         d.at as declared_at,
         (select a.ruleset from projection.activations a where a.challenge = d.challenge
          order by a.at desc, a.activation desc limit 1) as ruleset
  from projection.current_declarations() d
