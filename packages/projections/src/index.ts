export { derivedTables, firstVersion, projections, rowsOf, sqlFunctions, sqlViews } from './catalogue.ts'
export type { DerivedTable } from './derived/derived-table.ts'
export type { Cell, Column, ColumnType, Fact, Projection, Row } from './projection.ts'
