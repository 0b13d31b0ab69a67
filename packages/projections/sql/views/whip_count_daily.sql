-- Members by position on each day.
create view projection.whip_count_daily as
  select w.* from projection.current_declarations() d
  cross join lateral projection.whip_count_days(d.challenge, null) w
