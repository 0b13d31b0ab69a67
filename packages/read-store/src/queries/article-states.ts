import { sql } from 'kysely'
import type { ArticleState } from './answers.ts'
import type { Snapshot } from './snapshot.ts'
import { instant } from './sql.ts'

/** The states of an article in the order in which they were seen, each with the claims of its reading that counts. */
export async function readArticleStates({ trx, f }: Snapshot, idOrUrl: string): Promise<ArticleState[]> {
  const { rows } = await sql<ArticleState>`
    with wanted as (
      select distinct v.article from ${f('revisions')} v
      where (v.article::text = ${idOrUrl} or v.url = ${idOrUrl})
        and not exists (select from ${f('erasures')} e where e.article = v.article)),
    activated as (
      select distinct on (a.challenge, a.ruleset) a.challenge, a.ruleset, a.at, a.activation
      from ${f('activations')} a order by a.challenge, a.ruleset, a.at desc, a.activation desc),
    counting as (
      select distinct on (r.challenge, r.article, r.revision) r.*
      from wanted w
      cross join ${f('current_declarations')}() d
      cross join lateral ${f('complete_readings')}(d.challenge) r
      left join activated a on a.challenge = r.challenge and a.ruleset = r.ruleset
      where r.article = w.article
      order by r.challenge, r.article, r.revision, a.at desc nulls last, a.activation desc, r.ruleset collate "C", r.reading)
    select s.article::text as article, ${instant('s.captured_at')} as captured_at, s.revision, v.url, v.outlet, v.title, v.byline,
           v.published::text as published,
           (select jsonb_build_object('partition', p.log_partition, 'position', p.log_position) from ${f('places')} p
            where p.article = s.article and p.revision = s.revision
            order by p.log_partition, p.log_position::bigint limit 1) as log,
           coalesce((
             select jsonb_agg(jsonb_build_object(
                      'claim', c.claim, 'type', c.type, 'attrs', c.attrs, 'evidence', c.evidence, 'position', c."position",
                      'challenge', c.challenge, 'name', coalesce(m.name, c.actor))
                      order by c.challenge, c.span_start, c.claim)
             from counting r
             join ${f('reading_claims')} c on c.reading = r.reading and c.claim = any (r.claims)
             left join ${f('current_declarations')}() d on d.challenge = c.challenge
             left join ${f('members')} m on m.declaration = d.declaration and m.person = c.person
             where r.article = s.article and r.revision = s.revision), '[]') as claims
    from wanted w
    join ${f('sightings')} s on s.article = w.article
    join ${f('revisions')} v on v.article = s.article and v.revision = s.revision
    order by s.captured_at, s.revision collate "C"`.execute(trx)
  return rows
}
