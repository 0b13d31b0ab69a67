import { sql } from 'kysely'
import type { Lag, ReadingProblem, StatusAnswer } from './answers.ts'
import type { Snapshot } from './snapshot.ts'
import { instant } from './sql.ts'

/** What is where: how far each consumer has come, what the read model holds, and what is wrong with it. */
export async function readStatus(
  { trx, f }: Snapshot,
  ends: ReadonlyMap<string, ReadonlyMap<number, bigint>> = new Map(),
): Promise<StatusAnswer> {
  const { rows: checkpoints } = await sql<Omit<Lag, 'end' | 'behind'>>`
    select name as consumer, topic, partition, position::text as position from whipcount_control.checkpoints
    order by name collate "C", topic collate "C", partition`.execute(trx)
  const lag = checkpoints.map((row): Lag => {
    const end = ends.get(row.topic)?.get(row.partition) ?? null
    return {
      ...row,
      end: end === null ? null : String(end),
      behind: end === null ? null : Number(end - BigInt(row.position)),
    }
  })
  const { rows: totals } = await sql<
    Pick<
      StatusAnswer,
      'articles' | 'sightings' | 'readings' | 'claims' | 'live_claims' | 'dead_letters' | 'last_captured'
    >
  >`
    select (select count(distinct article) from ${f('sightings')})::integer as articles,
           (select count(*) from ${f('sightings')})::integer as sightings,
           (select count(*) from ${f('readings')})::integer as readings,
           (select count(distinct claim) from ${f('reading_claims')})::integer as claims,
           (select count(*) from ${f('claims')})::integer as live_claims,
           (select count(*) from whipcount_control.dead_letters where redriven_at is null)::integer as dead_letters,
           (select ${instant('max(captured_at)')} from ${f('sightings')}) as last_captured`.execute(trx)
  const incomplete = await incompleteReadings({ trx, f })
  const { rows: conflicting } = await sql<ReadingProblem>`
    select r.article::text as article, r.challenge, r.ruleset, array_agg(r.reading::text order by r.reading) as readings
    from ${f('readings')} r
    group by r.article, r.revision, r.challenge, r.ruleset
    having count(*) > 1
    order by 1, 2, 3`.execute(trx)
  const { rows: unread } = await sql<{ challenge: string; articles: number }>`
    select c.challenge, (
      select count(*)::integer from ${f('articles')} a
      where not exists (select from ${f('readings')} r
                        where r.challenge = c.challenge and r.article = a.article and r.revision = a.revision
                          and r.ruleset = c.ruleset)) as articles
    from ${f('challenges')} c order by c.challenge collate "C"`.execute(trx)
  return { lag, ...totals[0]!, incomplete, conflicting, unread }
}

/** The readings of declared challenges of which some claim has not arrived: they do not count until it has. */
export async function incompleteReadings({ trx, f }: Pick<Snapshot, 'trx' | 'f'>): Promise<ReadingProblem[]> {
  const { rows } = await sql<ReadingProblem>`
    select r.article::text as article, r.challenge, r.ruleset, array[r.reading::text] as readings
    from ${f('readings')} r
    where r.claims <> '{}'
      and r.reading not in (select c.reading from ${f('current_declarations')}() d
                            cross join lateral ${f('complete_readings')}(d.challenge) c)
      and exists (select from ${f('declarations')} d where d.challenge = r.challenge)
    order by r.reading`.execute(trx)
  return rows
}
