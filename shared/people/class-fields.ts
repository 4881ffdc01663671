/**
 * What staff write about a class, each field once, and its name in one word: it is also the name of its column. From this follow
 * the column's type (server/platform/database/schema.ts), what is taken and answered (shared/api/classes.ts), its form and where it
 * is shown. docs/add-a-route.md says what else a new field needs.
 */
import { LONGEST_NAME } from '#shared/people/pupil-names'

export interface ClassField {
  /** In characters. */
  readonly longest: number
  /** Others may stay empty. */
  readonly isRequired: boolean
}

export const classFields = {
  name: { longest: LONGEST_NAME, isRequired: true },
} as const satisfies Readonly<Record<string, ClassField>>

export type ClassFieldName = keyof typeof classFields

/** Empty where nothing is written. */
export type ClassFields = Readonly<Record<ClassFieldName, string>>

export const classFieldNames = Object.keys(classFields) as readonly ClassFieldName[]

/** @returns something for every field */
export function forClassFields<T>(make: (name: ClassFieldName) => T): Readonly<Record<ClassFieldName, T>> {
  return Object.fromEntries(classFieldNames.map(name => [name, make(name)])) as Record<ClassFieldName, T>
}

/** @returns of a class, or its row, only these fields */
export const classFieldsOf = (one: ClassFields): ClassFields => forClassFields(name => one[name])

/** @returns what tells a class from others, for a list: its name, and what else is written about it */
export const describeClass = (one: ClassFields): string => classFieldNames.map(name => one[name]).filter(Boolean).join(' · ')
