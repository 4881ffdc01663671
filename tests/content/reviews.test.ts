/** No lesson says that it is reviewed until a person did. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { awaitsReview } from '#shared/lesson/awaits-review'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary, type LessonFile } from '../../server/content/library/library.ts'
import { reviewProblems, REVIEW_LIST } from '../../server/content/lint/reviews.ts'
import { fixtureLesson } from '../support/lessons/fixture-lesson.ts'

const jo = { name: 'Jo Bright', role: 'PSHE teacher', date: '2026-12-01' }
const lessons = (...reviewedBy: (typeof jo)[]): LessonFile[] =>
  [{ value: fixtureLesson({ reviewedBy }), path: 'lessons/en/9-11/lying-online.yml', lineOf: () => 1 }]
const row = (name: string, date: string, verdict: string) => `| lying-online-9-11 | PSHE teacher | ${name} | ${date} | ${verdict} |`
const said = (files: LessonFile[], list: string) => reviewProblems(files, list).map(({ message }) => message)

describe('a reviewer', () => {
  it('is named where the list has the same name, role and date, and says fit', () => {
    expect(said(lessons(jo), row('Jo Bright', '2026-12-01', 'fit'))).toEqual([])
    expect(said(lessons(), row('', '', ''))).toEqual([])
  })

  it.each([
    ['nobody signed', [jo], row('', '', ''), 'has no row'],
    ['somebody else signed', [jo], row('Al Green', '2026-12-01', 'fit'), 'has no row'],
    ['the verdict asks for changes', [jo], row('Jo Bright', '2026-12-01', 'fit with changes: the letter'), 'has no row'],
    ['the verdict is no', [jo], row('Jo Bright', '2026-12-01', 'not fit'), 'has no row'],
    ['the lesson does not say who signed', [], row('Jo Bright', '2026-12-01', 'fit'), 'does not say so'],
    ['a row is half filled in', [], row('Jo Bright', '', ''), 'filled in whole'],
  ])('is refused where %s', (_, reviewedBy, list, words) => {
    expect(said(lessons(...reviewedBy), list).join()).toContain(words)
  })
})

it('a pack is signed in the same row as its lesson, or its name is refused', async () => {
  const { packs: [pack] } = await readLibrary(folderSource('content'))
  if (!pack) throw new Error('no pack')
  const list = `| ${pack.lesson} | PSHE teacher | Jo Bright | 2026-12-01 | fit |`
  const refused = (text: string) => reviewProblems([], text, [{ ...pack, reviewedBy: [jo] }]).filter(({ message }) => message.includes('has no row'))
  expect(refused(list)).toEqual([])
  expect(refused('')).toMatchObject([{ file: expect.stringMatching(/^content\/packs\/en\/\d+-\d+\/[a-z-]+\.yml$/) }])
})

it('every lesson has its rows to sign, and none that nobody has signed says that it is reviewed', async () => {
  const list = readFileSync(REVIEW_LIST, 'utf8')
  const { lessons: all, packs } = await readLibrary(folderSource('content'))
  expect(reviewProblems(all, list, packs)).toEqual([])
  for (const { value: { id } } of all)
    for (const role of ['safeguarding lead', 'PSHE teacher', 'child-protection specialist']) expect(list).toContain(`| ${id} | ${role} |`)
  const signed = all.filter(({ value }) => !awaitsReview(value.reviewedBy)).map(({ value }) => value.id)
  expect(signed.filter(id => !new RegExp(`\\| ${id} \\| child-protection specialist \\| \\S`).test(list))).toEqual([])
})
