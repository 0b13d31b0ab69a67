import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { sha256Of } from '@whipcount/events'
import {
  type DerivedTable,
  derivedTables,
  type Projection,
  projections,
  sqlFunctions,
  sqlViews,
} from '@whipcount/projections'

/** The schema of a projection version. */
export const schemaOf = (version: number): string => `whipcount_p${version}`

/** A text as an SQL literal. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`

/** What a projection version is made of. */
export interface Definition {
  /** Makes the set tables, and those that are worked out from them. */
  readonly tables: readonly string[]
  /** Makes the functions and views that answer. */
  readonly answers: readonly string[]
}

/** This build's definition, as the statements that make it in a schema. */
export function definitionIn(schema: string): Definition {
  const functions = sqlFunctions.flatMap((name) => answerStatements(schema, 'functions', name))
  const views = sqlViews.flatMap((name) => answerStatements(schema, 'views', name))
  return {
    tables: [...projections.map(asTable), ...derivedTables].flatMap((made) => tableStatements(schema, made)),
    answers: [...functions, ...views],
  }
}

/** Hashes that tell this build's definition from others: of what is stored, and of what is answered from it. */
export const presentDefinition: { readonly tables: string; readonly answers: string } = (() => {
  const { tables, answers } = definitionIn('projection')
  return { tables: sha256Of(JSON.stringify(tables)), answers: sha256Of(JSON.stringify(answers)) }
})()

function asTable({ indexes = [], ...set }: Projection): DerivedTable {
  return { ...set, indexes: indexes.map((columns) => ({ columns })) }
}

/** The statements that make one table, generated from its declaration. */
function tableStatements(schema: string, { table, columns, key, means, indexes }: DerivedTable): string[] {
  const name = `${schema}.${table}`
  const defined = Object.entries(columns).map(
    ([column, { type, nullable }]) => `"${column}" ${type}${nullable ? '' : ' not null'}`,
  )
  const list = (names: readonly string[]): string => names.map((n) => `"${n}"`).join(', ')
  const primary = key.length === 0 ? '' : `, primary key (${list(key)})`
  return [
    `create table ${name} (${defined.join(', ')}${primary})`,
    `comment on table ${name} is ${literal(means)}`,
    ...Object.entries(columns).map(
      ([column, one]) => `comment on column ${name}."${column}" is ${literal(one.means)}`,
    ),
    ...indexes.map(
      ({ columns: of, where }) =>
        `create index on ${name} (${list(of)})${where === undefined ? '' : ` where ${where}`}`,
    ),
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
