import type { DataOf, EventDefinition } from '@whipcount/events'

/** The Postgres types that set rows are made of. */
export type ColumnType =
  | 'text'
  | 'text[]'
  | 'uuid'
  | 'uuid[]'
  | 'integer'
  | 'integer[]'
  | 'boolean'
  | 'date'
  | 'timestamptz'
  | 'jsonb'

/** One column of a set. */
export interface Column {
  readonly type: ColumnType
  readonly nullable?: true
  /** What it says, for `comment on column`. */
  readonly means: string
}

/** A value of a row: `jsonb` as its canonical text, arrays as arrays of text. */
export type Cell = string | number | boolean | null | readonly string[]
export type Row = Readonly<Record<string, Cell>>

/** What of an event a set row may hold: how the record came (log position, time, trace) is left out on purpose. */
export interface Fact {
  readonly type: string
  readonly id: string
  readonly data: unknown
}

/**
 * A read model that is a set: a handler turns one event into rows, which are inserted or are there already. There is no update, so
 * order, repetition and batching are of no account. Everything that has a winner is a view over sets.
 */
export interface Projection {
  /** The name in kebab case. */
  readonly name: string
  readonly table: string
  /** What the set holds, for `comment on table`. */
  readonly means: string
  /** The columns that tell one row from another; together they hold the content, or its hash. */
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, Column>>
  /** Other ways in which views look rows up. */
  readonly indexes?: readonly (readonly string[])[]
  /** Who fills it: articles (part of the one-line digest), or the desk, whose times are people's. */
  readonly filledBy: 'articles' | 'desk'
  /** Whether the digest covers it. Log positions are no facts: the set of places is left out. */
  readonly digested: boolean
  /** By event type. */
  readonly on: Readonly<Record<string, (fact: Fact) => readonly Row[]>>
}

/** Declares a projection; its columns type the rows of its handlers. */
export function defineProjection<const Columns extends Readonly<Record<string, Column>>>(
  declaration: Omit<Projection, 'columns' | 'key' | 'indexes' | 'on'> & {
    readonly columns: Columns
    readonly key: readonly (keyof Columns & string)[]
    readonly indexes?: readonly (readonly (keyof Columns & string)[])[]
    readonly on: readonly Handler<{ readonly [Name in keyof Columns]: Cell }>[]
  },
): Projection {
  return {
    ...declaration,
    on: Object.fromEntries(declaration.on.map(({ type, rows }) => [type, rows as Projection['on'][string]])),
  }
}

/** One event type's handler. */
export interface Handler<SetRow> {
  readonly type: string
  readonly rows: (fact: Fact) => readonly SetRow[]
}

/** The rows that an event of a type adds. */
export function from<Definition extends EventDefinition, SetRow>(
  definition: Definition,
  rows: (data: DataOf<Definition>, fact: Fact) => readonly SetRow[],
): Handler<SetRow> {
  return { type: definition.type, rows: (fact) => rows(fact.data as DataOf<Definition>, fact) }
}
