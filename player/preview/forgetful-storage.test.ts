import { expect, it } from 'vitest'
import { forgetfulStorage } from './forgetful-storage'

it('keeps text under names, by its methods and as properties, as the browser\'s own does', () => {
  const storage = forgetfulStorage()
  storage.setItem('place', 2 as unknown as string)
  storage.score = 90
  expect([storage.getItem('place'), storage.place, storage.getItem('score'), storage.length]).toEqual(['2', '2', '90', 2])
  expect([storage.getItem('none'), storage.none, storage.key(1), storage.key(2)]).toEqual([null, undefined, 'score', null])
  expect([Object.keys(storage), 'place' in storage, JSON.stringify(storage)]).toEqual([['place', 'score'], true, '{"place":"2","score":"90"}'])
  delete storage.place
  storage.removeItem('score')
  expect(storage.length).toBe(0)
  storage.setItem('a', 'b')
  storage.clear()
  expect(storage.a).toBeUndefined()
})
