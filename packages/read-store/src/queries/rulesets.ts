import { arrayLiteral } from '@whipcount/event-log'
import { sql } from 'kysely'
import { settleBases } from '../moves.ts'
import type { RulesetRow } from './answers.ts'
import type { Asked } from './queries.ts'
import type { Snapshot } from './snapshot.ts'
import { instant } from './sql.ts'

/** Every ruleset that has read for a challenge or was activated for it, the active one first. */
export async function readRulesets({ trx, f, challenge }: Asked): Promise<RulesetRow[]> {
  const { rows } = await sql<RulesetRow>`
    with readings as (
      select r.ruleset, count(*)::integer as readings, count(a.article)::integer as articles
      from ${f('complete_readings')}(${challenge.challenge}) r
      left join ${f('articles')} a on a.article = r.article and a.revision = r.revision
      group by r.ruleset),
    activations as (
      select a.ruleset, max(a.at) as at from ${f('activations')} a
      where a.challenge = ${challenge.challenge} group by a.ruleset)
    select ${challenge.challenge}::text as challenge, coalesce(r.ruleset, a.ruleset) as ruleset,
           coalesce(a.ruleset, r.ruleset) is not distinct from ${challenge.ruleset}::text as active,
           ${instant('a.at')} as activated_at, coalesce(r.readings, 0) as readings, coalesce(r.articles, 0) as articles,
           (select count(*) from ${f('articles')})::integer as of
    from readings r full join activations a on a.ruleset = r.ruleset
    order by active desc, a.at desc nulls last, coalesce(r.ruleset, a.ruleset) collate "C"`.execute(trx)
  return rows
}

/**
 * What an answer would be if a ruleset counted before all others. The supposition is made in a savepoint and taken back, so the views
 * themselves answer, from moves that are worked out for it, and nothing of it is ever seen by anybody else.
 */
export async function supposing<Answer>(
  { trx, schema, f, challenge }: Asked,
  ruleset: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  await sql`savepoint supposing`.execute(trx)
  await sql`
    insert into ${f('activations')} (activation, challenge, ruleset, at)
    values ('ffffffff-ffff-ffff-ffff-ffffffffffff', ${challenge.challenge}, ${ruleset}, 'infinity')`.execute(
    trx,
  )
  await settleBases(trx, schema)
  const answer = await ask()
  await sql`rollback to savepoint supposing`.execute(trx)
  await sql`release savepoint supposing`.execute(trx)
  return answer
}

/** Of these revisions, those of which a ruleset has no complete reading for a challenge, as `ARTICLE/REVISION`. */
export async function readUnread(
  { trx, f }: Snapshot,
  challenge: string,
  ruleset: string,
  revisions: readonly { readonly article: string; readonly revision: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sighted: string }>`
    select u.article || '/' || u.revision as sighted
    from unnest(${arrayLiteral(revisions.map((r) => r.article))}::text::uuid[],
                ${arrayLiteral(revisions.map((r) => r.revision))}::text::text[]) u (article, revision)
    where not exists (
      select from ${f('complete_readings')}(${challenge}) r
      where r.article = u.article and r.revision = u.revision and r.ruleset = ${ruleset})`.execute(trx)
  return new Set(rows.map(({ sighted }) => sighted))
}
