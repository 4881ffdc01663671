import { expect, it } from 'vitest'
import { nextScreen, placeOf, previousScreen } from '#shared/attempt/navigation'

const screens = ['a', 'b', 'c'].map(id => ({ id, records: 'nothing' as const, graded: false, doneOnArrival: true }))
const outline = { lessonId: 'x', lessonVersion: 1, passMark: null, screens }

it('goes on and back, and stops at both ends', () => {
  expect(nextScreen(outline, 'a')).toBe('b')
  expect(nextScreen(outline, 'c')).toBeNull()
  expect(previousScreen(outline, 'b')).toBe('a')
  expect(previousScreen(outline, 'a')).toBeNull()
})

it('says how far along a screen is', () => {
  expect(placeOf(outline, 'c')).toEqual({ place: 3, of: 3 })
  expect(placeOf(outline, 'gone')).toEqual({ place: 1, of: 3 })
})
