import { expect, it } from 'vitest'
import { fromDos } from '#shared/text/dos-text'

const bytes = (...values: readonly number[]) => Uint8Array.from(values)

it('reads names as DOS wrote them, in the American page and the Western European one', () => {
  expect(fromDos(bytes(0x5A, 0x6F, 0x89), 'cp437')).toBe('Zoë')
  expect(fromDos(bytes(0x53, 0x69, 0x83, 0x6E), 'cp850')).toBe('Siân')
  expect(fromDos(bytes(0xB5, 0xD6), 'cp850')).toBe('ÁÍ')
  expect(fromDos(bytes(0xB5, 0xD6), 'cp437')).toBe('╡╓')
  expect(fromDos(bytes(), 'cp437')).toBe('')
})

it('has a sign for every byte, the plain ones as they are', () => {
  const all = bytes(...Array.from({ length: 256 }, (_, byte) => byte))
  for (const page of ['cp437', 'cp850'] as const) {
    const text = fromDos(all, page)
    expect(text).toHaveLength(256)
    expect(text.slice(0, 128)).toBe(String.fromCharCode(...all.slice(0, 128)))
    expect(new Set(text).size).toBe(256)
  }
})
