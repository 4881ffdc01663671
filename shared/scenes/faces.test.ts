import { describe, expect, it } from 'vitest'
import { isFace } from './face-id.ts'
import { drawFaces, faceFault } from './faces.ts'

it('a face is told from a file by its id', () => {
  expect(['face-sam', 'face-sam-worried', 'avatar-fox', 'symbol-tell'].map(isFace)).toEqual([true, true, false, false])
})

describe('a face', () => {
  it('is calm, or of the mood that its id names', () => {
    const { 'face-sam': calm, 'face-sam-calm': said, 'face-sam-worried': worried } = drawFaces(['face-sam', 'face-sam-calm', 'face-sam-worried'])
    expect(calm).toEqual(said)
    expect(worried?.art).not.toBe(calm?.art)
  })

  it('is head and shoulders: without arms, hands or legs', () => {
    const { 'face-ivy': ivy } = drawFaces(['face-ivy'])
    expect([...ivy?.art.matchAll(/<use/g) ?? []].length).toBeLessThan(14)
  })

  it.each([
    ['face-nobody', 'warm', 'there is no person "nobody": there are sam, maya'],
    ['face-sam-cross', 'warm', 'there is no mood "cross": there are calm'],
    ['face-kofi', 'warm', '"kofi" is drawn for other ages'],
  ] as const)('%s is refused with what there is', (id, register, message) => {
    expect(faceFault(id, register)).toContain(message)
    expect(faceFault('face-sam-tired', 'warm')).toBeUndefined()
  })
})
