/** What is compared when the server starts: the rows of Nuxt Content with the list that was made at the build. */
import { expect, it } from 'vitest'
import { collectionSource } from '../../server/content/sources/collection-source'
import { differences, sumOfText } from '../../server/content/sources/collections'

const built = { 'lessons/a.yml': sumOfText('a'), 'lessons/b.yml': sumOfText('b\n') }
const row = (id: string, rawbody: string) => ({ id, rawbody })

it.each([
  ['is as it was built', [row('lessons/a.yml', 'a'), row('lessons/b.yml', 'b\r\n')], []],
  ['lacks a file', [row('lessons/a.yml', 'a')], ['lessons/b.yml']],
  ['has another text', [row('lessons/a.yml', 'A'), row('lessons/b.yml', 'b\n')], ['lessons/a.yml']],
  ['has a file too many', [row('lessons/a.yml', 'a'), row('lessons/b.yml', 'b\n'), row('help/c.yml', 'c')], ['help/c.yml']],
])('content that %s is known', (_, rows, expected) => {
  expect(differences(rows, built)).toEqual(expected)
})

it('rows are read as files by their paths in the folder, whichever collection they are of', async () => {
  const source = collectionSource([row('lessons/lessons/en/9-11/x.yml', 'text'), row('help/help/en.yml', 'help')])
  expect(await source.list()).toEqual(['lessons/en/9-11/x.yml', 'help/en.yml'])
  expect(await source.read('lessons/en/9-11/x.yml')).toBe('text')
  await expect(source.read('lessons/en/9-11/y.yml')).rejects.toThrow('is not in a collection')
})
