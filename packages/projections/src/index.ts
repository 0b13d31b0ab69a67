export { firstVersion, projections, rowsOf, sqlFunctions, sqlViews } from './catalogue.ts'
export type { Cell, Column, ColumnType, Fact, Projection, Row } from './projection.ts'
