import { expect, it } from 'vitest'
import { day, id } from '#shared/api/fields'

it('an id is what ours are made of, and nothing else is looked up', () => {
  for (const good of ['a', 'A-z_09', 'x'.repeat(64)]) expect(id.safeParse(good).success).toBe(true)
  for (const wrong of ['', 'x'.repeat(65), 'a b', 'a\'--', ' a', 'a\n', 'ä', 5, null]) expect(id.safeParse(wrong).success).toBe(false)
  expect(id.safeParse('a b').error?.issues[0]?.message).toBe('is no id')
})

it('a day is one of this century that there is', () => {
  for (const good of ['2026-11-29', '2024-02-29', '2000-01-01', '2099-12-31']) expect(day.safeParse(good).success).toBe(true)
  for (const wrong of ['2026-02-30', '2026-11-29T10:00', '29.11.2026', '', '1920-01-01', '9999-12-31', '2100-01-01'])
    expect(day.safeParse(wrong).success).toBe(false)
  expect(day.safeParse('1999-12-31').error?.issues[0]?.message).toBe('is not a day of this century')
})
