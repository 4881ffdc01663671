/** What `window.lms` of the misbehaving LMS offers to tests (lms.js). */
import type { Fault, LmsManner, Place } from './row.ts'

/** What the LMS has taken, by element. */
export type Stored = Readonly<Record<string, string>>

/** A call by its SCORM 2004 name, then its arguments. */
export type LoggedCall = readonly [call: string, ...values: string[]]

export interface FaultyLms {
  launch(source: string, manner: LmsManner, place: Place): void
  cutOff(): void
  close(): void
  misbehave(faults: readonly Fault[]): void
  stored(): Stored
  store(values: Stored): void
  log(): LoggedCall[]
}
