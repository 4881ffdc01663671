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
  /** The only texts that there are, where it is chosen and not typed. */
  readonly choices?: readonly string[]
}

/** School years that a class can be of. */
export const schoolYears = Array.from({ length: 13 }, (_, index) => String(index + 1))

export const classFields = {
  name: { longest: LONGEST_NAME, isRequired: true },
  year: { longest: 2, isRequired: false, choices: schoolYears },
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

/** @returns what tells a class from others, for a list: its name, and what else was typed about it */
export const describeClass = (one: ClassFields): string =>
  classFieldNames.filter(name => !('choices' in classFields[name])).map(name => one[name]).filter(Boolean).join(' · ')

/** A class as people call it begins or ends with its year: "5 Rowan", "10B", "Year 7 set 2", "Y3 Oak". */
const YEAR_IN_NAME = /^(?:year|yr|y)?\s*(\d{1,2})(?!\d)/i

/** @returns the school year of a class: what is written about it, else what its name begins with; null where neither says one */
export function schoolYearOf({ name, year }: Pick<ClassFields, 'name' | 'year'>): number | null {
  const said = year === '' ? YEAR_IN_NAME.exec(name.trim())?.[1] : year
  return said !== undefined && schoolYears.includes(String(Number(said))) ? Number(said) : null
}
