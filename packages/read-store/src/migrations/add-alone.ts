/**
 * Makes `whipcount_control.add_alone`: it adds the rows of records to set tables, each record by itself, and says how many were added
 * and why the tables refuse those that they refuse. `in_records` is an array of records, each an array of pairs of a table and a
 * row; class 22 (data exception) and 23 (integrity) refuse a record, any other error everything.
 *
 * In the database because a third of a storm's records may be bad: with a savepoint of ours for each, four round trips, good
 * records came through at a tenth of the calm rate.
 */
export const addAlone = `
create function whipcount_control.add_alone(in_records json)
returns table (record integer, added integer, problem text) language plpgsql as $$
declare
  pairs json;
  pair json;
  count integer;
begin
  record := -1;
  for pairs in select value from json_array_elements(in_records) loop
    record := record + 1;
    added := 0;
    problem := null;
    begin
      for pair in select value from json_array_elements(pairs) loop
        execute format(
          'insert into %1$s select * from json_populate_record(null::%1$s, $1) on conflict do nothing', pair ->> 0)
          using pair -> 1;
        get diagnostics count = row_count;
        added := added + count;
      end loop;
    exception when data_exception or integrity_constraint_violation then
      added := 0;
      problem := sqlerrm;
    end;
    return next;
  end loop;
end $$`
