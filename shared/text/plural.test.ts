import { expect, it } from 'vitest'
import { pluralRule } from '#shared/text/plural'

it.each([
  ['en-GB', 2, [1, 0, 1, 1]],
  ['en-GB', 3, [0, 1, 2, 2]],
  // none, zero, one, two, few, many, other; Welsh calls 0 zero, 3 few and 6 many
  ['cy', 6, [0, 1, 2, 5]],
  ['cy', 7, [0, 2, 3, 6]],
  ['ja', 1, [0, 0, 0, 0]],
  ['ja', 2, [0, 1, 1, 1]],
])('%s with %i cases takes for 0, 1, 2 and 5 those at %j', (tag, cases, places) =>
  expect([0, 1, 2, 5].map(count => pluralRule(tag)(count, cases))).toEqual(places))

it('few and many of Welsh, Polish and Arabic are cases of their own', () => {
  expect([3, 6].map(count => pluralRule('cy')(count, 6))).toEqual([3, 4])
  expect([1, 2, 5, 22].map(count => pluralRule('pl')(count, 4))).toEqual([0, 1, 2, 1])
  expect([0, 1, 2, 3, 11, 100].map(count => pluralRule('ar')(count, 6))).toEqual([0, 1, 2, 3, 4, 5])
})

it('a text with too few cases has its last for what it does not tell apart', () => expect(pluralRule('cy')(5, 2)).toBe(1))
