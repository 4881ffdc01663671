/** The situations of /help, as each age reads them. */
import { describe, expect, it } from 'vitest'
import { audiences, bands } from '#shared/lesson/bands'
import { helpSituationsFile, situationsFor } from '#shared/lesson/help-situations'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { findHelp, findSituations, readLibrary } from '../../server/content/library/library.ts'

const library = await readLibrary(folderSource('content'))
const help = findHelp(library, 'en')
const file = findSituations(library, 'en')
if (!help || !file) throw new Error('The help routes or the situations cannot be read.')

const idsFor = (audience: Parameters<typeof situationsFor>[2]) => situationsFor(file, help, audience).map(({ id }) => id)
const forEveryone = ['danger', 'asked-for-pictures', 'picture-shared', 'sent-something', 'meeting', 'friend']

describe.each([...audiences, null])('for %s', (audience) => {
  it('every situation has what to do and somebody who can help', () => {
    for (const { id, steps, routes } of situationsFor(file, help, audience)) {
      expect(steps.length, id).toBeGreaterThanOrEqual(2)
      expect(routes.length, id).toBeGreaterThanOrEqual(1)
      for (const route of routes) expect(route, id).toMatchObject({ verified: true, shownTo: expect.arrayContaining([audience ?? '9-11']) })
    }
  })

  it('has every situation that anybody can be in', () => {
    expect(idsFor(audience)).toEqual(expect.arrayContaining(forEveryone))
  })
})

it('nothing about one\'s own behaviour is shown to children of 7 to 9, or while the age is not known', () => {
  expect(idsFor('7-9')).toEqual(forEveryone)
  expect(idsFor(null)).toEqual(forEveryone)
  expect(idsFor('9-11')).toContain('own-behaviour')
})

it('danger comes first, with 999', () => {
  for (const audience of audiences) {
    const [first] = situationsFor(file, help, audience)
    expect([first?.id, first?.routes[0]?.phone]).toEqual(['danger', '999'])
  }
})

it('a child is told that it is not their fault, wherever somebody else may have harmed them', () => {
  for (const audience of bands) {
    const silent = situationsFor(file, help, audience).filter(({ steps }) => !/never your fault|not their fault/.test(steps.join(' ')))
    expect(silent.map(({ id }) => id).filter(id => !['danger', 'own-behaviour'].includes(id)), audience).toEqual([])
  }
})

it('a route that nobody has verified is left out', () => {
  const unverified = { routes: help.routes.map(route => ({ ...route, verified: route.id !== 'childline' })) }
  expect(situationsFor(file, unverified, '7-9').flatMap(({ routes }) => routes).map(({ id }) => id)).not.toContain('childline')
})

it('two versions for one age are refused', () => {
  const version = { shownTo: ['7-9'], title: 'A', steps: ['B.', 'C.'], routes: ['childline'] }
  const twice = { locale: 'en', situations: [{ id: 'a', versions: [version, version] }] }
  expect(helpSituationsFile.safeParse(twice).success).toBe(false)
})
