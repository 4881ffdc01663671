import { describe, expect, it } from 'vitest'
import { readMessage } from './board-channel'

describe('a message between the board and the notes', () => {
  it('is read where it is one', () => {
    expect(readMessage({ kind: 'at', index: 3 })).toEqual({ kind: 'at', index: 3 })
    expect(readMessage({ kind: 'step', by: -1 })).toEqual({ kind: 'step', by: -1 })
    expect(readMessage({ kind: 'ask' })).toEqual({ kind: 'ask' })
  })
  it('is left alone where it is not', () => {
    for (const data of [null, 'at', { kind: 'at' }, { kind: 'at', index: 1.5 }, { kind: 'step', by: 7 }, { kind: 'close' }])
      expect(readMessage(data)).toBeNull()
  })
})
