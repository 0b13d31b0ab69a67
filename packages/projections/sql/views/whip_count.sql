-- Members by position, the leader left out.
create view projection.whip_count as
  select w.* from projection.current_declarations() d
  cross join lateral projection.whip_count_as_of(d.challenge, null, null) w
