import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { decodePreferences, defaultPreferences, encodePreferences } from '#shared/lesson/preferences'
import { usePreferences } from './preferences'

beforeEach(() => setActivePinia(createPinia()))

const other = { ...defaultPreferences, font: 'opendyslexic' as const }

it('begins with the defaults, and keeps nothing before a host has connected', () => {
  const store = usePreferences()
  expect(store.preferences).toEqual(defaultPreferences)
  expect(() => store.change(other)).not.toThrow()
})

it('takes up what the host has kept, without keeping it anew', () => {
  const keep = vi.fn()
  const store = usePreferences()
  store.connect(encodePreferences(other), keep)
  expect(store.preferences).toEqual(other)
  expect(keep).not.toHaveBeenCalled()
})

it.each([undefined, null, 7, 'nonsense'])('takes the defaults where what was kept is %j', (saved) => {
  const store = usePreferences()
  store.connect(encodePreferences(other), () => undefined)
  store.connect(saved, () => undefined)
  expect(store.preferences).toEqual(defaultPreferences)
})

it('has each change kept, so that it can be read again, and leaves all else as it was', () => {
  const keep = vi.fn<(text: string) => void>()
  const store = usePreferences()
  store.connect(encodePreferences(other), keep)
  store.change({ motion: 'still' })
  expect(store.preferences).toEqual({ ...other, motion: 'still' })
  expect(decodePreferences(keep.mock.lastCall?.[0])).toEqual(store.preferences)
})

it('goes back to the defaults, and has that kept too', () => {
  const keep = vi.fn<(text: string) => void>()
  const store = usePreferences()
  store.connect(encodePreferences(other), keep)
  store.reset()
  expect(store.preferences).toEqual(defaultPreferences)
  expect(decodePreferences(keep.mock.lastCall?.[0])).toEqual(defaultPreferences)
})
