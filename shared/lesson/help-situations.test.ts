import { describe, expect, it } from 'vitest'
import { helpSituationsFile, situationsFor } from '#shared/lesson/help-situations'
import type { HelpRoute } from '#shared/lesson/help-routes'

const route = (id: string, more: Partial<HelpRoute> = {}): HelpRoute => ({
  id, name: id, what: 'Somebody listens.', shownTo: ['7-9', '9-11', '11-14'], verified: true, ...more,
})
const version = (
  shownTo: readonly string[], title: string, routes = ['childline'],
) => ({ shownTo, title, steps: ['Stop.', 'Tell somebody.'], routes })
const written = (...situations: readonly object[]) => ({ locale: 'en', situations })
const file = helpSituationsFile.parse(written(
  { id: 'picture', versions: [version(['11-14'], 'They have a picture', ['police', 'childline', 'guessed', 'gone'])] },
  { id: 'worried', versions: [version(['7-9'], 'I feel funny'), version(['9-11', '11-14'], 'I am worried', ['childline', 'police'])] },
  { id: 'older', versions: [version(['9-11'], 'Somebody I met')] },
))
const help = { routes: [route('childline'), route('police', { shownTo: ['11-14'] }), route('guessed', { verified: false })] }
const titles = (...[audience]: [Parameters<typeof situationsFor>[2]]) => situationsFor(file, help, audience).map(({ title }) => title)

describe('the situations somebody is shown', () => {
  it('are those for their age, in words for it', () => {
    expect(titles('7-9')).toEqual(['I feel funny'])
    expect(titles('9-11')).toEqual(['I am worried', 'Somebody I met'])
    expect(titles('11-14')).toEqual(['They have a picture', 'I am worried'])
    expect(titles('adults')).toEqual([])
  })

  it('are, while the age is not known, only what the youngest may see as well, in the words for 9 to 11', () => {
    expect(titles(null)).toEqual(['I am worried'])
    expect(situationsFor(file, help, null)[0]?.routes.map(({ id }) => id)).toEqual(['childline'])
  })

  it('lead to the help that fits, the first to try first; never to any that nobody has verified, or that is for others', () => {
    expect(situationsFor(file, help, '11-14')[0]).toEqual({
      id: 'picture', title: 'They have a picture', steps: ['Stop.', 'Tell somebody.'], routes: [help.routes[1], help.routes[0]],
    })
    expect(situationsFor(file, help, '9-11')[0]?.routes).toEqual([help.routes[0]])
  })
})

describe('a file of situations', () => {
  it('is refused with two versions for one age, and says so', () => {
    const twice = helpSituationsFile.safeParse(written({ id: 'a', versions: [version(['7-9'], 'A'), version(['7-9', '9-11'], 'B')] }))
    expect(twice.error?.issues).toMatchObject([{ path: ['situations', 0, 'versions'], message: 'two versions are for the same age' }])
  })

  it.each([
    ['no situation', written()], ['no version', written({ id: 'a', versions: [] })], [
      'an id with a space', written({ id: 'a b', versions: [version(['7-9'], 'A')] }),
    ],
    [
      'no title', written({ id: 'a', versions: [version(['7-9'], '')] }),
    ], ['nobody it is for', written({ id: 'a', versions: [version([], 'A')] })],
    [
      'no way to help', written({ id: 'a', versions: [version(['7-9'], 'A', [])] }),
    ], ['one step only', written({ id: 'a', versions: [{ ...version(['7-9'], 'A'), steps: ['Stop.'] }] })],
    [
      'more steps than somebody upset can read',
      written({ id: 'a', versions: [{ ...version(['7-9'], 'A'), steps: Array.from({ length: 6 }, () => 'Stop.') }] }),
    ],
    [
      'an empty step', written({ id: 'a', versions: [{ ...version(['7-9'], 'A'), steps: ['Stop.', ''] }] }),
    ], ['a field that there is not', { ...written({ id: 'a', versions: [version(['7-9'], 'A')] }), by: 'Jo' }],
  ])('is refused with %s', (_, wrong) => {
    expect(helpSituationsFile.safeParse(wrong).success).toBe(false)
  })

  it('is signed off by nobody until a person has', () => {
    expect(file.reviewedBy).toEqual([])
    const by = (review: object) => helpSituationsFile.safeParse({
      ...written({ id: 'a', versions: [version(['7-9'], 'A')] }), reviewedBy: [review],
    }).success
    expect(by({ name: 'Jo', role: 'Safeguarding lead', date: '2026-11-20' })).toBe(true)
    for (const wrong of [{ name: '' }, { role: '' }, { date: 'soon' }, { more: 1 }])
      expect(by({ name: 'Jo', role: 'Lead', date: '2026-11-20', ...wrong })).toBe(false)
  })
})
