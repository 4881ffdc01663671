/** The curriculum map for a spreadsheet. */
import { defineEventHandler, setHeaders } from 'h3'
import { csv } from '#shared/text/csv'
import { Refusal } from '../platform/refusal.ts'
import { findCurriculum, mappings } from '../content/library/curriculum.ts'
import { lessonsIn } from '../content/library/library.ts'
import { appLibrary } from '../content/app/app-library.ts'
import { requestedLocale } from '../edge/request/locale-in.ts'

const columns = [
  'Lesson id',
  'Lesson',
  'Ages',
  'Pupils learn',
  'Framework',
  'Edition',
  'Strand',
  'Code',
  'Statement in our words',
  'How it was checked',
]

export default defineEventHandler(async (event): Promise<string> => {
  const library = await appLibrary()
  const locale = requestedLocale(event)
  const file = findCurriculum(library, locale)
  if (!file) throw new Refusal('not-found', 'no-curriculum')
  // "9-11" alone would become a date in a spreadsheet.
  const rows = mappings(lessonsIn(library, locale), file).map(
    ({ lessonId, lesson, band, objective, framework, edition, strand, code, meaning, checked }) => [
      lessonId,
      lesson,
      band.replace('-', ' to '),
      objective,
      framework,
      edition,
      strand,
      code,
      meaning,
      checked,
    ],
  )
  setHeaders(event, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="whos-there-curriculum.csv"',
  })
  return csv([columns, ...rows])
})
