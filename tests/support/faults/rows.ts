/** The fault matrix: every row that the browser tests play in every format it is for, and the docs list. */
import type { FaultRow } from './row.ts'
import { callRows } from './rows/calls.ts'
import { dataRows } from './rows/data.ts'
import { discoveryRows } from './rows/discovery.ts'
import { savingRows } from './rows/saving.ts'
import { servingRows } from './rows/serving.ts'

export const faultGroups: readonly (readonly [title: string, rows: readonly FaultRow[]])[] = [
  ['Finding the LMS', discoveryRows],
  ['Calls that go wrong', callRows],
  ['What the LMS has kept', dataRows],
  ['Saving and leaving', savingRows],
  ['Files and browsers', servingRows],
]

export const faultRows: readonly FaultRow[] = faultGroups.flatMap(([, rows]) => rows)
