import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sha256Of } from '@whipcount/events'
import { type Projection, projections, sqlFunctions, sqlViews } from '@whipcount/projections'

/** The schema of a projection version. */
export const schemaOf = (version: number): string => `whipcount_p${version}`

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** What a projection version is made of. */
export interface Definition {
  /** Makes the set tables. */
  readonly tables: readonly string[]
  /** Makes the functions and views that answer. */
  readonly answers: readonly string[]
}

/** This build's definition, as the statements that make it in a schema. */
export function definitionIn(schema: string): Definition {
  const functions = sqlFunctions.flatMap((name) => answerStatements(schema, 'functions', name))
  const views = sqlViews.flatMap((name) => answerStatements(schema, 'views', name))
  return {
    tables: projections.flatMap((projection) => tableStatements(schema, projection)),
    answers: [...functions, ...views],
  }
}

/** Hashes that tell this build's definition from others: of what is stored, and of what is answered from it. */
export const presentDefinition: { readonly tables: string; readonly answers: string } = (() => {
  const { tables, answers } = definitionIn('projection')
  return { tables: sha256Of(JSON.stringify(tables)), answers: sha256Of(JSON.stringify(answers)) }
})()

/** The statements that make one set table, generated from its projection. */
function tableStatements(schema: string, { table, columns, key, means, indexes = [] }: Projection): string[] {
  const name = `${schema}.${table}`
  const defined = Object.entries(columns).map(
    ([column, { type, nullable }]) => `"${column}" ${type}${nullable ? '' : ' not null'}`,
  )
  const list = (names: readonly string[]): string => names.map((n) => `"${n}"`).join(', ')
  return [
    `create table ${name} (${defined.join(', ')}, primary key (${list(key)}))`,
    `comment on table ${name} is ${literal(means)}`,
    ...Object.entries(columns).map(
      ([column, one]) => `comment on column ${name}."${column}" is ${literal(one.means)}`,
    ),
    ...indexes.map((names) => `create index on ${name} (${list(names)})`),
  ]
}

/** One file of SQL: its head comment says what it answers, and becomes the comment in the database. */
function answerStatements(schema: string, folder: 'functions' | 'views', name: string): string[] {
  const url = import.meta.resolve(`@whipcount/projections/sql/${folder}/${name}.sql`)
  const text = readFileSync(fileURLToPath(url), 'utf8')
  const head = /^(?:--.*\n)+/.exec(text)?.[0] ?? ''
  const make = text.slice(head.length).replace(/\bprojection\./g, `${schema}.`)
  const kind = folder === 'functions' ? 'function' : 'view'
  return [make, `comment on ${kind} ${schema}.${name} is ${literal(head.replace(/^-- ?/gm, '').trim())}`]
}
