/**
 * What staff write about a class, each field once, and its name in one word: it is also the name of its column. From this follow
 * the column's type (server/platform/database/schema.ts), what is taken and answered (shared/api/classes.ts), its form and where it
 * is shown. docs/add-a-route.md says what else a new field needs.
 */
import { aYearOn, yearIn } from '#shared/people/class-year'
import { LONGEST_NAME } from '#shared/people/pupil-names'

/** Of one class: more than anybody can keep apart. */
export const MOST_GROUPS = 30

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

/** @returns the school year of a class: what is written about it, else what its name says; null where neither says one */
export function schoolYearOf({ name, year }: Pick<ClassFields, 'name' | 'year'>): number | null {
  const said = year === '' ? yearIn(name) : Number(year)
  return said !== null && schoolYears.includes(String(said)) ? said : null
}

/** @returns what a class will be called, and of which year it will be; a year that nobody has chosen is not chosen then either */
export function aYearLater({ name, year }: Pick<ClassFields, 'name' | 'year'>): Pick<ClassFields, 'name' | 'year'> {
  const next = String(Number(year) + 1)
  return { name: aYearOn(name), year: year !== '' && schoolYears.includes(next) ? next : '' }
}
