import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom, shuffled } from '#shared/attempt/random'

const draws = (seed: number, count = 5) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, random)
}

describe('seeded chance', () => {
  it('draws what it has always drawn: a quiz that was saved by an earlier release is resumed with the same questions', () => {
    // mulberry32 as its author publishes it.
    expect(draws(1, 3).map(draw => Math.round(draw * 2 ** 32))).toEqual([2693262067, 11749833, 2265367787])
    expect(draws(0xFFFFFFFF, 2).map(draw => Math.round(draw * 2 ** 32))).toEqual([3850105811, 813802916])
  })

  it('is the same for the same seed, from 0 up to but not including 1', () => {
    fc.assert(fc.property(fc.integer(), (seed) => {
      expect(draws(seed)).toEqual(draws(seed))
      expect(draws(seed).every(draw => draw >= 0 && draw < 1)).toBe(true)
    }))
  })
})

describe('a shuffled list', () => {
  it('has the same members, and leaves the list it came from as it was', () => {
    fc.assert(fc.property(fc.array(fc.nat()), fc.integer(), (list, seed) => {
      const before = [...list]
      expect(shuffled(list, seededRandom(seed)).sort()).toEqual([...list].sort())
      expect(list).toEqual(before)
    }))
  })

  it('comes in every order, each about as often', () => {
    const counts = new Map<string, number>()
    const random = seededRandom(7)
    for (let round = 0; round < 6000; round++) {
      const order = shuffled(['a', 'b', 'c'], random).join('')
      counts.set(order, (counts.get(order) ?? 0) + 1)
    }
    expect([...counts.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })

  it('is changed by what chance says, from the end on', () => {
    expect(shuffled(['a', 'b', 'c', 'd'], () => 0)).toEqual(['b', 'c', 'd', 'a'])
    expect(shuffled(['a', 'b', 'c', 'd'], () => 0.999)).toEqual(['a', 'b', 'c', 'd'])
  })
})
