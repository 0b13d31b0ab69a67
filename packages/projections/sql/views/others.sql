-- Those with a position whom the whip count does not cover: former ministers, governors, riding associations.
create view projection.others as
  select v.* from projection.current_declarations() d
  cross join lateral projection.others_as_of(d.challenge, null, null) v
