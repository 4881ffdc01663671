import { describe, expect, it } from 'vitest'
import type { ProseNode } from '#shared/api/prose'
import { fileOf, idOf, proseCollections } from '../sources/collections'
import { asLinked, followed, proseOf, sectionsOf } from './prose'

const row = (...value: ProseNode[]) => ({
  id: 'guides/guides/en/x.md',
  path: '/guides/en/x',
  title: 'A guide',
  description: '',
  body: { value },
})
const resolve = (href: string) => href.endsWith('.ts') ? undefined : `/guides/${href}`

describe('a text on its way to a page', () => {
  it('has its links where they lead, and none to a file that no page shows', () => {
    expect(
      proseOf(row(['p', {}, 'See ', ['a', { href: 'y' }, 'y'], ' and ', ['a', { href: 'z.ts' }, 'the code'], '.']), resolve).body.value,
    ).toEqual([['p', {}, 'See ', ['a', { href: '/guides/y' }, 'y'], ' and the code.']])
  })

  it('lists its headings of two levels with their ids', () => {
    expect(
      proseOf(
        row(['h1', { id: 'a' }, 'A'], ['h2', { id: 'b' }, 'B ', ['code', {}, 'c']], ['h3', { id: 'd' }, 'D'], ['h4', { id: 'e' }, 'E']),
        resolve,
      ).headings,
    ).toEqual([
      { id: 'b', text: 'B c', level: 2 },
      { id: 'd', text: 'D', level: 3 },
    ])
  })

  it('lets wide things be scrolled by keyboard, named by the heading above', () => {
    expect(proseOf(row(['h2', { id: 'b' }, 'B'], ['table', {}], ['pre', { code: 'x' }, ['code', {}, 'x']]), resolve).body.value).toEqual([
      ['h2', { id: 'b' }, 'B'],
      ['div', { class: 'wide', role: 'group', 'aria-label': 'B', tabindex: '0' }, ['table', {}]],
      ['pre', { tabindex: '0' }, ['code', {}, 'x']],
    ])
  })

  it('has attributes as components take them', () => {
    expect(proseOf(row(['page-ways', { ':print': 'true', className: ['a', 'b'], first: 'x y' }]), resolve).body.value)
      .toEqual([['page-ways', { print: true, class: 'a b', first: 'x y' }]])
  })
})

it('a text is searched by its headings; cells of a table are words of their own, and examples are left out', () => {
  expect(
    sectionsOf(
      row(
        ['h1', {}, 'A guide'],
        ['p', {}, 'First.'],
        ['h2', { id: 'b' }, 'B'],
        ['table', {}, ['tr', {}, ['td', {}, ['code', {}, 'DATA_DIR']], ['td', {}, 'folder']]],
        ['pre', {}, 'x: y'],
        ['p', {}, 'Last.'],
        ['h3', { id: 'c' }, 'C'],
      ),
    ),
  ).toEqual([
    { id: undefined, title: 'A guide', text: 'First.' },
    { id: 'b', title: 'B', text: 'DATA_DIR folder Last.' },
    { id: 'c', title: 'C', text: '' },
  ])
})

it.each([
  ['docs/lms/moodle.md', '../scorm.md#limits', { file: 'docs/scorm.md', hash: '#limits' }],
  ['docs/lms/moodle.md', 'canvas.md', { file: 'docs/lms/canvas.md', hash: '' }],
  ['content/guides/en/1.first-lesson.md', '../../../docs/lms/moodle.md', { file: 'docs/lms/moodle.md', hash: '' }],
  ['docs/privacy.md', '#logs', { file: 'docs/privacy.md', hash: '#logs' }],
])('in %s, %s leads to a file', (from, href, expected) => {
  expect(followed(from, href)).toEqual(expected)
})

it.each([
  ['content/guides/en/2.classes.md', 'content/guides/en/classes'],
  ['docs/lms/moodle.md', 'docs/lms/moodle'],
  ['docs/lms/moodle', 'docs/lms/moodle'],
])('%s is linked as %s', (file, expected) => {
  expect(asLinked(file)).toBe(expected)
})

it.each([
  ['guides', 0, 'guides/en/1.first-lesson.md', 'guides/guides/en/1.first-lesson.md', 'content/guides/en/1.first-lesson.md'],
  ['guides', 1, 'lms/moodle.md', 'guides/guides/en/lms/moodle.md', 'docs/lms/moodle.md'],
  ['guides', 2, 'authoring.md', 'guides/guides/en/authoring.md', 'docs/authoring.md'],
  ['pages', 0, 'pages/en/parents.md', 'pages/pages/en/parents.md', 'content/pages/en/parents.md'],
] as const)('a file of %s is known by its id, and the other way round', (name, place, path, id, file) => {
  const source = proseCollections[name][place]
  if (!source) throw new Error('no such source')
  expect(idOf(name, source, path)).toBe(id)
  expect(fileOf(id)).toBe(file)
})
