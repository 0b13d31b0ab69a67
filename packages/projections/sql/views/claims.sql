-- Every claim that counts, with the sentence that proves it.
create view projection.claims as
  select v.* from projection.current_declarations() d
  cross join lateral projection.claims_as_of(d.challenge, null, null) v
