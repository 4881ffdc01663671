import { expect, it } from 'vitest'
import { fieldOf, isNoAnswer, NO_ANSWER } from '#shared/api/mark'
import { bulkBody, packageBody, previewBody } from '#shared/api/packages'

const asked = { lessons: ['lying-online-9-11'], format: 'scorm12' }
const told = (
  body: typeof packageBody | typeof previewBody | typeof bulkBody, given: unknown,
) => body.safeParse(given).error?.issues.map(({ message }) => message) ?? []

it('a package is asked for by its lessons and a format, in English where no language is said', () => {
  expect(packageBody.parse(asked)).toMatchObject({ ...asked, locales: ['en'] })
  const options = { school: { name: 'Oakfield' } }
  expect(packageBody.parse({ ...asked, locales: ['cy', 'en'], options })).toMatchObject({ ...asked, locales: ['cy', 'en'], options })
  expect(bulkBody.parse({ lessons: asked.lessons, formats: ['web'] })).toMatchObject({
    lessons: asked.lessons, formats: ['web'], together: false, locales: ['en'],
  })
})

it('what cannot be asked for is answered with what can', () => {
  expect(told(packageBody, { ...asked, format: 'zip' })).toEqual(['the formats are: scorm12, scorm2004-3, scorm2004-4, web'])
  expect(told(previewBody, { ...asked, format: 'web' })).toEqual([
    'the formats that can be run here are: scorm12, scorm2004-3, scorm2004-4',
  ])
  expect(told(previewBody, { ...asked, lessons: [] })).toEqual(['say which lesson, for example lying-online-9-11'])
  expect(told(bulkBody, { lessons: asked.lessons, formats: [] })).toEqual(['choose at least one format'])
  expect(told(packageBody, { ...asked, lessons: ['x'.repeat(81)] })).toEqual(['an id of a lesson is shorter than this'])
  expect(told(packageBody, { ...asked, locales: ['x'.repeat(11)] })).toEqual(['say which language, for example en'])
})

it.each([
  { lessons: [''] },
  { lessons: Array.from({ length: 61 }, () => 'a') },
  { locales: [] },
  { locales: [''] },
  { locales: Array.from({ length: 11 }, () => 'en') },
  { more: 1 },
])('nothing is packed for %j', (wrong) => {
  for (const body of [packageBody, previewBody]) expect(body.safeParse({ ...asked, ...wrong }).success).toBe(false)
  expect(bulkBody.safeParse({ lessons: asked.lessons, formats: ['web'], ...wrong }).success).toBe(false)
})

it('a whole school\'s lessons can be asked for at once', () => {
  expect(packageBody.safeParse({
    ...asked, lessons: Array.from({ length: 60 }, () => 'x'.repeat(80)), locales: Array.from({ length: 10 }, () => 'x'.repeat(10)),
  }).success).toBe(true)
})

it('trying later may help only where our server did not answer at all', () => {
  expect(isNoAnswer({ data: { data: { reason: NO_ANSWER } } })).toBe(true)
  for (const error of [
    null, undefined, 'no-answer', {}, { data: null }, { data: { data: { reason: 'closed' } } }, { data: { reason: NO_ANSWER } },
    new Error(NO_ANSWER),
  ]) expect(isNoAnswer(error)).toBe(false)
  expect([
    fieldOf({ a: 1 }, 'a'), fieldOf({ a: 1 }, 'b'), fieldOf(null, 'a'), fieldOf('text', 'length'),
  ]).toEqual([1, undefined, undefined, undefined])
})
