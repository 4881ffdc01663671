/** Every lesson has a cover of its own: a file that needs nothing beside it, small enough for a list of twenty. */
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { create } from 'xmlbuilder2'
import { coverOf } from '#activities/lesson'
import { svgFile } from '#shared/scenes/svg-file'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../server/content/library/library.ts'

/** Bytes after gzip. */
const LARGEST = 6_000

const { lessons } = await readLibrary(folderSource('content'))
const covers = lessons.map(({ value }) => ({ id: value.id, drawn: coverOf(value) }))

describe.each(covers)('the cover of $id', ({ drawn }) => {
  const file = drawn ? svgFile(drawn) : ''

  it('is there, and is small', () => {
    expect(drawn).toBeDefined()
    expect(gzipSync(file).length).toBeLessThanOrEqual(LARGEST)
  })

  it('is a drawing in the shape of a cover, which loads and runs nothing', () => {
    const root = create(file).root().node as unknown as Element
    const [, , width = 0, height = 1] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number)
    expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg')
    expect(width / height).toBeCloseTo(8 / 5, 2)
    expect(file).not.toMatch(/<(?:script|foreignObject|image|a)\b|\son[a-z]+=|href="(?!#)|url\(/i)
  })

  it('holds every part that it places', () => {
    const placed = [...file.matchAll(/href="#(_\w+)"/g)].map(([, id]) => id)
    expect(placed.length).toBeGreaterThan(5)
    expect(placed.filter(id => !file.includes(`<g id="${id}">`))).toEqual([])
  })
})

it('no two covers are alike', () => {
  expect(new Set(covers.map(({ drawn }) => drawn?.art)).size).toBe(covers.length)
})
