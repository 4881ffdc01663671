import fc from 'fast-check'
import { expect, it } from 'vitest'
import { decodeGuestSave, encodeGuestSave, GUEST_KEEPS } from '#shared/attempt/guest-save'

const save = { savedAt: 1_790_000_000_000, tab: '123', attempt: 'w1;x' }

it('gives back what was kept', () => {
  expect(decodeGuestSave(encodeGuestSave(save), save.savedAt + 1)).toEqual(save)
})

it('forgets after 24 hours, and when the clock has been set back', () => {
  expect(decodeGuestSave(encodeGuestSave(save), save.savedAt + GUEST_KEEPS)).toBeNull()
  expect(decodeGuestSave(encodeGuestSave(save), save.savedAt - 1)).toBeNull()
})

it('never throws on what it finds in a storage', () => {
  fc.assert(fc.property(fc.oneof(fc.anything(), fc.string({ unit: 'binary' })), (text) => {
    decodeGuestSave(text, 0)
  }))
})
