-- The position that a claim gives its person, by the codebook: what the event types say, for claims that an editor has amended.
create function projection.position_of(in_type text, in_attrs jsonb, in_attribution text) returns text
language sql immutable as $$
  select case
    when in_type = 'public-call' then case when in_attrs ->> 'demand' = 'reconsider' then 'wavering' else 'against' end
    when in_type in ('ministerial-support', 'member-support') then 'for'
    when in_type = 'noncommittal' then 'wavering'
    when in_type = 'signature' and in_attrs ->> 'signed' = 'true' and in_attribution <> 'anonymous' then 'against'
  end
$$
