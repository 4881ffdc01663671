/** What the school has taught of a curriculum, by year: from the lessons that classes were given, and nothing of pupils. Pure. */
import type { Lesson } from '#activities/lesson'
import type { Mapping } from '#shared/api/content'
import type { Coverage, Taught, Term } from '#shared/api/evidence'
import { bands, type Band } from '#shared/lesson/bands'
import { LEAST_CLASSES } from '../insight/sums.ts'

/** A class in the year that is looked at. */
export interface TaughtClass {
  readonly id: string
  /** Its school year then; null where nobody has said. */
  readonly year: number | null
  readonly lessons: readonly {
    readonly lessonId: string
    readonly opensOn: string
    /** The day on which it was closed, or was due; null while the class is at it. */
    readonly endedOn: string | null
  }[]
}

export interface Statement {
  readonly code: string
  readonly meaning: string
  /** Lessons that work on it, by band. */
  readonly lessons: readonly { readonly id: string, readonly band: Band }[]
}

/** The first school year of each band and the one after its last, as schools in England and Wales count. */
const yearsOf: Readonly<Record<Band, readonly [number, number]>> = { '7-9': [3, 5], '9-11': [5, 7], '11-14': [7, 10], '14-16': [10, 12] }

interface Column {
  readonly years: readonly number[]
  readonly classes: readonly TaughtClass[]
}

/**
 * @returns a column for each year of two classes or more. A year of one class goes with the next one, or else with the one before, so
 * that no column is one class; none where the whole school is one. Classes of no known year come last, together
 */
export function columnsOf(classes: readonly TaughtClass[]): Column[] {
  const byYear = [...Map.groupBy(classes, ({ year }) => year ?? Infinity)]
    .sort(([a], [b]) => a === b ? 0 : a < b ? -1 : 1)
    .map(([year, own]): Column => ({ years: year === Infinity ? [] : [year], classes: own }))
  const joined = byYear.reduce<Column[]>((columns, column) => {
    const last = columns.at(-1)
    return last && last.classes.length < LEAST_CLASSES ? [...columns.slice(0, -1), merged(last, column)] : [...columns, column]
  }, [])
  const last = joined.at(-1)
  const before = joined.at(-2)
  if (!last || last.classes.length >= LEAST_CLASSES) return joined
  return before ? [...joined.slice(0, -2), merged(before, last)] : []
}

const merged = (one: Column, other: Column): Column =>
  ({ years: [...one.years, ...other.years], classes: [...one.classes, ...other.classes] })

/** @param day `YYYY-MM-DD` as of which it is said */
function taughtOn(day: string, { lessons }: Statement, { years, classes }: Column): Taught {
  const fits = ({ band }: Statement['lessons'][number]) =>
    years.length === 0 || years.some(year => year >= yearsOf[band][0] && year < yearsOf[band][1])
  const ids = lessons.map(({ id }) => id)
  const own = classes.map(one => one.lessons.filter(({ lessonId }) => ids.includes(lessonId)))
  const hasEnded = ({ endedOn }: TaughtClass['lessons'][number]) => endedOn !== null && endedOn <= day
  if (own.every(given => given.some(hasEnded))) return 'all'
  if (own.some(given => given.some(({ opensOn }) => opensOn <= day))) return 'some'
  if (own.some(given => given.length > 0)) return 'planned'
  return lessons.some(fits) ? 'none' : 'not-here'
}

/** Terms by the month in which they end. */
const ends: readonly (readonly [Term, string])[] = [['autumn', '12-31'], ['spring', '03-31'], ['summer', '07-31']]

/** @returns the last day of each term of a school year */
function termsOf(from: string, yearEnds: string): readonly (readonly [Term, string])[] {
  return ends.map(([term, end]) => {
    const inFirst = `${from.slice(0, 4)}-${end}`
    const last = inFirst >= from ? inFirst : `${yearEnds.slice(0, 4)}-${end}`
    return [term, term === 'summer' && last < yearEnds ? yearEnds : last] as const
  })
}

/** @returns ids of what classes have begun, in the order in which it was first opened */
function begunIn(classes: readonly TaughtClass[], to: string): string[] {
  const begun = classes.flatMap(({ lessons }) => lessons).filter(({ opensOn }) => opensOn <= to)
  return [...new Set(begun.toSorted((a, b) => a.opensOn < b.opensOn ? -1 : a.opensOn > b.opensOn ? 1 : 0).map(({ lessonId }) => lessonId))]
}

/** @param to the day as of which it is said; @param from the year's first day */
export function coverageOf(
  classes: readonly TaughtClass[],
  statements: readonly Statement[],
  { from, to, yearEnds }: { readonly from: string, readonly to: string, readonly yearEnds: string },
): Coverage {
  // Groups that belong to no year and were given nothing say nothing.
  const columns = columnsOf(classes).filter(({ years, classes: own }) => years.length > 0 || own.some(({ lessons }) => lessons.length > 0))
  const cellsOn = (day: string) => statements.map(statement => columns.map(column => taughtOn(day, statement, column)))
  const now = cellsOn(to)
  const shown = statements.flatMap(({ code, meaning }, place) => {
    const cells = now[place] ?? []
    return cells.some(cell => cell !== 'not-here') ? [{ code, meaning, cells }] : []
  })
  const terms = termsOf(from, yearEnds).filter(([, last], index, all) => index === 0 || (all[index - 1]?.[1] ?? '') < to || last <= to)
  return {
    columns: columns.map(({ years, classes: own }) => ({ years, lessons: begunIn(own, to) })),
    statements: shown,
    terms: terms.map(([term, last]) => {
      const cells = cellsOn(last < to ? last : to).flat()
      const count = (state: Taught) => cells.filter(cell => cell === state).length
      return { term, all: count('all'), some: count('some'), planned: count('planned') }
    }),
  }
}

/** @param codes in the order of the curriculum; @returns what lessons work on, a statement each, in that order */
export function statementsOf(
  mapped: readonly Mapping[],
  lessons: readonly Pick<Lesson, 'id' | 'band'>[],
  codes: readonly string[],
): Statement[] {
  const byCode = Map.groupBy(mapped, ({ code }) => code)
  return codes.flatMap(code => [byCode.get(code) ?? []]).flatMap(([first, ...others]) => first
    ? [{
        code: first.code,
        meaning: first.meaning,
        lessons: lessons.filter(({ id }) => [first, ...others].some(({ lessonId }) => lessonId === id))
          .toSorted((a, b) => bands.indexOf(a.band) - bands.indexOf(b.band)),
      }]
    : [])
}
