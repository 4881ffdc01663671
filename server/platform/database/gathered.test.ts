import { expect, it } from 'vitest'
import { Gathered } from './gathered'

const turn = () => new Promise(resolve => setImmediate(resolve))

/** Work whose groups end when the test says so. */
function held(most: number) {
  const groups: { readonly items: readonly string[], readonly end: (error?: Error) => void }[] = []
  const gathered = new Gathered((items: readonly string[]) => new Promise<readonly string[]>((resolve, reject) => {
    groups.push({ items, end: error => (error ? reject(error) : resolve(items.map(item => `${item} done`))) })
  }), most)
  return { groups, gathered, items: () => groups.map(({ items }) => items.join('')) }
}

it('what comes while the most groups are under way goes with the next', async () => {
  const { groups, gathered, items } = held(2)
  const all: Promise<string>[] = []
  for (const item of ['a', 'b', 'c', 'd', 'e']) {
    all.push(gathered.add(item))
    await turn()
  }
  expect(items()).toEqual(['a', 'b'])
  groups[0]?.end()
  expect(await all[0]).toBe('a done')
  await turn()
  expect(items()).toEqual(['a', 'b', 'cde'])
  groups[2]?.end()
  groups[1]?.end()
  expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd', 'e'].map(item => `${item} done`))
})

it('where the database is away all are told at once, and nobody asks it again for each', async () => {
  const { groups, gathered, items } = held(1)
  const all = Promise.allSettled(['a', 'b', 'c'].map(item => gathered.add(item)))
  await turn()
  groups[0]?.end(Object.assign(new Error('gone'), { code: 'ECONNRESET' }))
  expect((await all).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect(items()).toEqual(['abc'])
})
