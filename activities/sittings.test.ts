import { expect, it } from 'vitest'
import { folderSource } from '../server/content/sources/folder-source.ts'
import { readLibrary } from '../server/content/library/library.ts'
import { fixtureLesson } from '../tests/support/lessons/fixture-lesson'
import { sittingsOf } from './sittings'

const { lessons } = await readLibrary(folderSource('content'))

it('a lesson without a break is one sitting', () => {
  const { screens, minutes } = fixtureLesson()
  expect(sittingsOf({ screens, minutes })).toMatchObject([{ minutes, first: { number: 1 }, last: { number: screens.length } }])
})

it.each(lessons.map(({ value }) => [value.id, value] as const))('%s is two, which share its minutes and leave out no screen', (_, lesson) => {
  const [first, second] = sittingsOf(lesson)
  expect((first?.minutes ?? 0) + (second?.minutes ?? 0)).toBe(lesson.minutes)
  expect(Math.min(first?.minutes ?? 0, second?.minutes ?? 0)).toBeGreaterThanOrEqual(lesson.minutes / 4)
  expect(second?.first.number).toBe((first?.last.number ?? 0) + 1)
  expect(lesson.screens[(second?.first.number ?? 0) - 1]).toMatchObject({ id: second?.first.id, startsSitting: true })
  expect(second?.last.number).toBe(lesson.screens.length)
})
