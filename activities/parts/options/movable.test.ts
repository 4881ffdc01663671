import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mixed, moved, validOrder } from './movable'

const lists = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 7 })

it('mixing keeps every member, is the same each time, and is never the order of the author', () => {
  fc.assert(fc.property(lists, (ids) => {
    expect([...mixed(ids)].sort()).toEqual([...ids].sort())
    expect(mixed(ids)).toEqual(mixed(ids))
    expect(mixed(ids)).not.toEqual(ids)
  }))
})

it('moving puts one member at the place, keeps the others in order, and never loses one', () => {
  fc.assert(fc.property(lists, fc.nat(8), fc.integer({ min: -2, max: 9 }), (ids, which, to) => {
    const id = ids[which % ids.length] ?? ''
    const after = moved(ids, id, to)
    expect([...after].sort()).toEqual([...ids].sort())
    expect(after.filter(other => other !== id)).toEqual(ids.filter(other => other !== id))
    if (to >= 0 && to < ids.length) expect(after[to]).toBe(id)
    else expect(after).toEqual(ids)
  }))
})

it('an order from elsewhere counts only when it holds exactly these members', () => {
  expect(validOrder(['a', 'b'], ['b', 'a'])).toEqual(['b', 'a'])
  for (const odd of [undefined, [], ['a'], ['a', 'a'], ['a', 'c'], ['a', 'b', 'c']]) expect(validOrder(['a', 'b'], odd)).toBeUndefined()
})
