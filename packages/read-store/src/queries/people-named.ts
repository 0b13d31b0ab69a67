import { nearMisses } from '@whipcount/roster'
import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PersonNamed } from './answers.ts'

interface NamedRecord extends Omit<PersonNamed, 'challenge' | 'nearest' | 'articles'> {
  readonly names: readonly string[]
  readonly articles: PersonNamed['articles']
}

/**
 * Everybody whom a challenge's roster or its live claims know, those named most often first. Bodies are left out: no roster lists them.
 *
 * @param f names a function or table of the projection version that is asked.
 * @param args challenge, day and time, as the functions take them.
 */
export async function readPeopleNamed(
  trx: Kysely<unknown>,
  f: (name: string) => RawBuilder<unknown>,
  { challenge, args }: { challenge: string; args: RawBuilder<unknown> },
): Promise<PersonNamed[]> {
  const { rows } = await sql<NamedRecord>`
    with asked as (select a.* from (values (${args})) a (challenge, on_day, known)),
    named as (
      select c.* from asked a cross join lateral ${f('live_claims')}(a.challenge, a.known) c
      where c.person is not null and (a.on_day is null or c.day <= a.on_day)),
    listed as (
      select m.person, m.name, m.leader, m.area
      from asked a
      join ${f('current_declarations')}() d on d.challenge = a.challenge
      join ${f('members')} m on m.declaration = d.declaration),
    counted as (
      select n.person, count(*)::integer as claims, count(distinct n.outlet)::integer as outlets,
             (array_agg(n.actor order by length(n.actor) desc, n.actor collate "C"))[1] as actor,
             array_agg(distinct n.actor collate "C" order by n.actor collate "C") as forms
      from named n group by n.person),
    placed as (
      select p.person, jsonb_agg(jsonb_build_object(
               'article', p.article, 'url', p.url, 'outlet', p.outlet, 'title', p.title, 'day', p.day)
               order by p.day desc, p.article) as articles
      from (select person, article, min(url) as url, min(outlet) as outlet, min(title) as title, max(day)::text as day
            from named group by person, article) p
      group by p.person)
    select coalesce(l.person, c.person) as person, coalesce(l.name, c.actor) as name, l.person is not null as matched,
           coalesce(l.leader, false) as leader, l.area, coalesce(c.forms, '{}') as forms, coalesce(c.claims, 0) as claims,
           coalesce(c.outlets, 0) as outlets, coalesce(p.articles, '[]') as articles
    from listed l full join counted c on c.person = l.person left join placed p on p.person = c.person
    order by coalesce(c.claims, 0) desc, coalesce(l.name, c.actor) collate "C", coalesce(l.person, c.person) collate "C"`.execute(
    trx,
  )
  const known = rows.filter(({ matched }) => matched).map(({ name }) => name)
  return rows.map((row) => ({
    challenge,
    ...row,
    nearest: row.matched ? [] : nearMisses(row.name, known),
  }))
}
