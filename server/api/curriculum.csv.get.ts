/** The curriculum map for a spreadsheet. */
import { defineEventHandler, setHeaders } from 'h3'
import { csv } from '#shared/text/csv'
import { Refusal } from '../platform/refusal.ts'
import { findCurriculum, mappings } from '../content/library/curriculum.ts'
import { lessonsIn } from '../content/library/library.ts'
import { appLibrary } from '../content/app/app-library.ts'
import { say } from '../platform/sentences.ts'
import { requestedLocale } from '../edge/request/locale-in.ts'

/** In their order in the file, each with the name of its heading. */
const columns = [
  'lesson-id', 'lesson', 'ages', 'objective', 'framework', 'edition', 'strand', 'code', 'meaning', 'checked', 'source', 'seen', 'checked-by',
] as const

export default defineEventHandler(async (event): Promise<string> => {
  const library = await appLibrary()
  const locale = requestedLocale(event)
  const file = findCurriculum(library, locale)
  if (!file) throw new Refusal('not-found', 'no-curriculum')
  // "9-11" alone would become a date in a spreadsheet.
  const agesOf = (band: string) => {
    const [from = '', to = ''] = band.split('-')
    return say({ key: 'curriculum-band', values: { from, to } }, locale)
  }
  const rows = mappings(lessonsIn(library, locale), file).map(
    ({ lessonId, lesson, band, objective, framework, edition, strand, code, meaning, checked, source, seen, checkedBy }) => [
      lessonId,
      lesson,
      agesOf(band),
      objective,
      framework,
      edition,
      strand,
      code,
      meaning,
      checked,
      source,
      seen,
      checkedBy.length === 0 ? say({ key: 'curriculum-nobody' }, locale) : checkedBy.map(({ name, role, date }) => `${name}, ${role}, ${date}`).join('; '),
    ],
  )
  setHeaders(event, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="whos-there-curriculum.csv"',
  })
  return csv([columns.map(column => say({ key: `curriculum-${column}` }, locale)), ...rows])
})
