import { sql } from 'kysely'
import type { Correction } from './answers.ts'
import type { Snapshot } from './snapshot.ts'
import { instant } from './sql.ts'

/** What editors decided for a challenge, the oldest first. A standing merger is about the one who has the claims now. */
export async function readCorrections(
  { trx, f }: Pick<Snapshot, 'trx' | 'f'>,
  challenge: string,
): Promise<Correction[]> {
  const { rows } = await sql<Correction>`
    select k.correction::text as correction, k.challenge, k.claim::text as claim, k.type, k.field, k.value, k.reason, k.by,
           ${instant('k.at')} as at, k.state, k.evidence,
           case when k.claim is null then k.who end as merged_person,
           case when k.claim is null and k.state = 'standing' then coalesce(k.value #>> '{}', k.who)
                else coalesce(g."into", k.who) end as who
    from ${f('corrections')} k
    left join ${f('standing_mergers')}(${challenge}) g on g.person = k.who and k.claim is not null
    where k.challenge = ${challenge}
    order by k.at, k.correction, k.field collate "C"`.execute(trx)
  return rows
}
