/** Nobody is named as a reviewer who has not signed: the list in docs/content-review.md and the lessons' own `reviewedBy` agree. */
import type { LessonFile } from '../library/library.ts'
import type { Pack } from '../library/pack.ts'
import type { ContentIssue } from '../library/parse-yaml.ts'

/** Relative to the project. */
export const REVIEW_LIST = 'docs/content-review.md'

interface Signed {
  readonly lesson: string
  readonly role: string
  readonly name: string
  readonly date: string
  readonly verdict: string
  readonly line: number
}

const RULE = 'review'
const FIT = /^fit\b(?! with changes)/i

/** @returns the rows of the table "To sign" that somebody has filled in, wholly or not */
function signedIn(list: string): Signed[] {
  return list.split('\n').flatMap((text, index) => {
    const [, lesson = '', role = '', name = '', date = '', verdict = ''] = text.split('|').map(cell => cell.trim())
    const isRow = text.startsWith('|') && /^[a-z-]+-\d+-\d+$/.test(lesson)
    return isRow && name + date + verdict !== '' ? [{ lesson, role, name, date, verdict, line: index + 1 }] : []
  })
}

const isSame = (one: Pick<Signed, 'role' | 'name' | 'date'>, other: Pick<Signed, 'role' | 'name' | 'date'>) =>
  one.name === other.name && one.date === other.date && one.role.toLowerCase() === other.role.toLowerCase()

/**
 * @param list text of docs/content-review.md
 * @param packs a lesson is signed with its pack, so both ask for the same row
 */
export function reviewProblems(lessons: readonly LessonFile[], list: string, packs: readonly Pack[] = []): ContentIssue[] {
  const signed = signedIn(list)
  const named = [
    ...lessons.map(({ path, value: { id, reviewedBy }, lineOf }) => ({ id, reviewedBy, path, lineOf })),
    ...packs.map(({ lesson: id, reviewedBy, locale }) =>
      ({ id, reviewedBy, path: `packs/${locale}/${id.replace(/^(.+?)-(\d+-\d+)$/, '$2/$1')}.yml`, lineOf: () => 1 })),
  ]
  const unsigned = named.flatMap(({ id, reviewedBy, path, lineOf }) => reviewedBy.flatMap((review, index) =>
    signed.some(one => one.lesson === id && FIT.test(one.verdict) && isSame(one, review))
      ? []
      : [{
          file: `content/${path}`,
          line: lineOf(['reviewedBy', index]),
          rule: RULE,
          message: `${review.name}, ${review.role}, has no row in ${REVIEW_LIST} with this date and the verdict "fit": a person signs there first`,
        }]))
  const unnamed = signed.filter(({ verdict }) => FIT.test(verdict)).flatMap(one =>
    lessons.some(({ value }) => value.id === one.lesson && value.reviewedBy.some(review => isSame(one, review)))
      ? []
      : [{ file: REVIEW_LIST, line: one.line, rule: RULE, message: `${one.name} has signed ${one.lesson}, and the lesson's reviewedBy does not say so` }])
  const half = signed.filter(({ name, date, verdict }) => name === '' || !/^\d{4}-\d{2}-\d{2}$/.test(date) || verdict === '').map(({ line }) =>
    ({ file: REVIEW_LIST, line, rule: RULE, message: 'a row is filled in whole: name, date as 2026-12-31, and the verdict' }))
  return [...unsigned, ...unnamed, ...half]
}
