import type { Column } from '../projection.ts'

/**
 * A table that is worked out from the sets, for answers that are too slow as a view over them: for each key it holds what a function
 * says, or the key is known to be out of date and the function itself is asked. So what it answers is a function of the sets as a view is.
 */
export interface DerivedTable {
  readonly table: string
  /** What it holds, for `comment on table`. */
  readonly means: string
  /** The columns that tell one row from another; none where the rows of a key are replaced all together. */
  readonly key: readonly string[]
  readonly columns: Readonly<Record<string, Column>>
  readonly indexes: readonly { readonly columns: readonly string[]; readonly where?: string }[]
}
