/** The fault matrix: every row that the browser tests play in every format it is for, and the docs list. */
import type { FaultRow } from './row.ts'
import { discoveryRows } from './rows/discovery.ts'

export const faultGroups: readonly (readonly [title: string, rows: readonly FaultRow[]])[] = [
  ['Finding the LMS', discoveryRows],
]

export const faultRows: readonly FaultRow[] = faultGroups.flatMap(([, rows]) => rows)
