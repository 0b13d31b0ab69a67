-- How many have signed, are calling, are willing or are involved: one envelope for each, every figure behind it.
create view projection.signature_counts as
  select s.* from projection.current_declarations() d
  cross join lateral projection.signature_counts_as_of(d.challenge, null, null) s
