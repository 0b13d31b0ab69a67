-- The articles whose rows in `moves` may not be what the sets say: `moves_of` has them. None where everything is worked out.
create function projection.unsettled(in_challenge text) returns uuid[]
language plpgsql stable as $$
#variable_conflict use_column
declare
  articles uuid[];
  claims uuid[];
  people text[];
begin
  if not exists (select from projection.current_bases() p
                 join projection.move_bases b on b.challenge = p.challenge and b.basis = p.basis
                 where p.challenge = in_challenge) then
    return array(
      select r.article from projection.readings r where r.challenge = in_challenge and r.claims <> '{}'
      union
      select e.article from projection.entered_claims e where e.challenge = in_challenge);
  end if;
  if not exists (select from projection.moves_pending) then
    return '{}';
  end if;
  articles := array(select distinct unnest(p.articles) from projection.moves_pending p);
  claims := array(select distinct unnest(p.claims) from projection.moves_pending p);
  people := array(select distinct unnest(p.people) from projection.moves_pending p);
  if people <> '{}' then
    -- Claims about them as they were read, entered or amended.
    claims := claims || array(
      select k.claim from projection.claim_corrections k where k.field = 'person' and k.value #>> '{}' = any (people)
      union all
      select c.claim from projection.reading_claims c where c.person = any (people)
      union all
      select e.claim from projection.entered_claims e where e.person = any (people));
  end if;
  if claims <> '{}' then
    articles := array(
      select unnest(articles)
      union
      select c.article from projection.reading_claims c where c.claim = any (claims)
      union
      select e.article from projection.entered_claims e where e.challenge = in_challenge and e.claim = any (claims));
  end if;
  -- Where their text was copied, the copies come from elsewhere now.
  articles := array(
    select unnest(articles)
    union
    select projection.likely_copies(articles));
  -- Most articles tell of nothing. Counted, which the planner does by the index for each article; to see whether there is a reading
  -- it would go through all of them.
  return array(
    select a from unnest(articles) a
    where (select count(*) from projection.readings r
           where r.challenge = in_challenge and r.article = a and r.claims <> '{}') > 0
       or a in (select e.article from projection.entered_claims e where e.challenge = in_challenge));
end $$
