import { expect, it } from 'vitest'
import { TAB_KEEPS, tabMemory } from './tab-memory'

function tab() {
  const kept = new Map<string, string>()
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage
  const clock = { now: 1_000_000 }
  return { kept, clock, memory: (build = 'b1') => tabMemory({ storage: () => storage, now: () => clock.now, build }) }
}
const page = { lesson: 'x', help: [] }

it('a tab gives a page back what it was given, and the place that was reached since', () => {
  const { memory } = tab()
  memory().keep('/my/a', page)
  expect(memory().kept('/my/a')).toEqual({ page, state: null })
  memory().place('w1')
  expect(memory().kept('/my/a')).toEqual({ page, state: 'w1' })
  expect(memory().kept('/my/b')).toBeNull()
})

it('it goes after half an hour in which nothing is done, with sign-out, and with a new build', () => {
  const { kept, clock, memory } = tab()
  memory().keep('/my/a', page)
  clock.now += TAB_KEEPS - 1
  memory().place('w1')
  clock.now += TAB_KEEPS - 1
  expect(memory().kept('/my/a')).not.toBeNull()
  clock.now += 1
  expect(memory().kept('/my/a')).toBeNull()
  expect([...kept.keys()]).toEqual([])
  memory().keep('/my/a', page)
  expect(memory('b2').kept('/my/a')).toBeNull()
  expect([...kept.keys()]).toEqual([])
  memory().keep('/my/a', page)
  memory().forget()
  memory().place('w1')
  expect([...kept.keys()]).toEqual([])
})

it('a tab whose storage is forbidden, full or full of nonsense remembers nothing, and says nothing', () => {
  const forbidden = tabMemory({ storage: () => {
    throw new Error('denied')
  }, now: () => 0, build: 'b' })
  forbidden.keep('/my/a', page)
  forbidden.place('w')
  expect(forbidden.kept('/my/a')).toBeNull()
  const { kept, memory } = tab()
  kept.set('whos-there:lesson', '{half')
  expect(memory().kept('/my/a')).toBeNull()
})
