/** Which lessons are for a class of a school year. */
import { bands, type Band } from '#shared/lesson/bands'

/** @returns the band of a school year of England and Wales, in which pupils turn `year + 5` */
function bandOf(year: number): Band | undefined {
  const age = year + 4.5
  return bands.find((band) => {
    const [from = 0, to = 0] = band.split('-').map(Number)
    return age >= from && age < to
  })
}

/** @returns lessons of the class's age first, all of them in their own order where nobody knows its year */
export function fitting<Lesson extends { readonly band: Band }>(lessons: readonly Lesson[], year: number | null): Lesson[] {
  const band = year === null ? undefined : bandOf(year)
  return [...lessons].sort((a, b) => Number(b.band === band) - Number(a.band === band))
}
