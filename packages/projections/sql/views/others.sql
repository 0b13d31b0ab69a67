-- Those with a position whom the whip count does not cover: former ministers, governors, riding associations.
create view projection.others as
  select p.* from projection.positions p where not p.counted and p."position" <> 'unknown'
