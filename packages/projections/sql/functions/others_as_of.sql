-- Those with a position whom the whip count does not cover, on a day, as captured by a time.
create function projection.others_as_of(in_challenge text, in_on date default null, in_known timestamptz default null)
returns table (
  challenge text, person text, who text, name text, "position" text, since date, undated boolean, member boolean,
  counted boolean, area text, claim uuid, contradicting uuid[], unconfirmed uuid[], claims integer, outlets integer,
  origins integer)
language sql stable as $$
  select p.* from projection.positions_as_of(in_challenge, in_on, in_known) p
  where not p.counted and p."position" <> 'unknown'
$$
