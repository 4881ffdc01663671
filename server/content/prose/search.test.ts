import { describe, expect, it } from 'vitest'
import { MOST_HITS, searchOver, type Place } from './search'

const place = (title: string, text: string, more: Partial<Place> = {}): Place => ({
  path: `/guides/${title}`,
  title,
  page: 'A guide',
  kind: 'guide',
  locale: 'en',
  text,
  ...more,
})

describe('the search over guides and lessons', async () => {
  const search = await searchOver([
    place('Backups', 'A copy of the database is made with one command.'),
    place('Moodle', 'Add an activity, then choose the package. Backups are the platform\'s own.'),
    place('A gift', 'Kicka gives Sam a gift in the game.', {
      path: '/lessons/lying-online-9-11/text#gift',
      page: 'Who\'s really there?',
      kind: 'lesson',
    }),
  ])

  it('puts what has the words in its heading first', () => {
    expect(search('backups').map(({ title }) => title)).toEqual(['Backups', 'Moodle'])
  })

  it('finds words that are begun, written with another case or accent, or nearly right', () => {
    for (const words of ['back', 'BACKUPS', 'bäckups', 'bakups']) expect(search(words)[0]?.title, words).toBe('Backups')
  })

  it('asks for every word, but not for those that stand everywhere', () => {
    expect(search('the gift in a game').map(({ title }) => title)).toEqual(['A gift'])
    expect(search('gift moodle')).toEqual([])
    expect(search('the of and')).toEqual([])
    expect(search('')).toEqual([])
  })

  it('says where something stands, and the words around it', async () => {
    expect(search('package')).toEqual([
      {
        path: '/guides/Moodle',
        title: 'Moodle',
        page: 'A guide',
        kind: 'guide',
        locale: 'en',
        excerpt: 'Add an activity, then choose the package. Backups are the platform\'s own.',
      },
    ])
    const searchLong = await searchOver([place('Long', `${'word '.repeat(100)}needle ${'word '.repeat(100)}`)])
    const long = searchLong('needle')[0]?.excerpt ?? ''
    expect(long).toMatch(/^… word.* needle .*word …$/)
    expect(long.length).toBeLessThan(220)
  })

  it('shows a number of places that can be read', async () => {
    const searchSame = await searchOver(Array.from({ length: 50 }, (_, index) => place(`Same ${index}`, 'same')))
    expect(searchSame('same')).toHaveLength(MOST_HITS)
  })

  it('lets others in while its index is made', async () => {
    let isMade = false
    let others = 0
    const making = searchOver(Array.from({ length: 50 }, (_, index) => place(`Same ${index}`, 'same'))).then(() => (isMade = true))
    while (!isMade) {
      await new Promise(resolve => setImmediate(resolve))
      others++
    }
    await making
    expect(others).toBeGreaterThanOrEqual(9)
  })
})
