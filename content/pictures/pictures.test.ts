import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { create } from 'xmlbuilder2'
import { drawPictures } from '../../scripts/pictures/all.ts'

/** Bytes after gzip that a picture may have, by the start of its id; anything else is composed like a scene, with its style. */
const BUDGETS = { avatar: 2_000, symbol: 600, login: 1_400, module: 2_000, logo: 2_000 } as const
const SCENE_BUDGET = 6_000

const folder = new URL('./', import.meta.url)
const pictures = readdirSync(folder)
  .filter(name => name.endsWith('.svg'))
  .map(name => ({ id: name.slice(0, -'.svg'.length), svg: readFileSync(new URL(name, folder), 'utf8') }))

function kindOf(id: string): keyof typeof BUDGETS | undefined {
  return (Object.keys(BUDGETS) as (keyof typeof BUDGETS)[]).find(kind => id === kind || id.startsWith(`${kind}-`))
}

const gzipped = (svg: string) => gzipSync(svg).length

describe.each(pictures)('$id', ({ id, svg }) => {
  it('is an SVG drawing with a view box', () => {
    const root = create(svg).root().node as unknown as Element
    expect(root.localName).toBe('svg')
    expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg')
    expect(root.getAttribute('viewBox')).toMatch(/^-?\d+ -?\d+ \d+ \d+$/)
  })

  it('is safe as an image: no script, no text, nothing loaded from elsewhere', () => {
    expect(svg.includes('<style')).toBe(kindOf(id) === undefined)
    expect(svg).not.toMatch(/<(?:script|image|foreignObject|text|font|animate|a)\b/i)
    expect(svg).not.toMatch(/\son[a-z]+=/i)
    expect(svg).not.toMatch(/href="(?!#)/i)
    expect(svg).not.toMatch(/url\((?!#)/i)
    expect(svg).not.toMatch(/<!DOCTYPE|<!ENTITY|<\?xml/i)
  })

  it('stays within its size budget', () => {
    const kind = kindOf(id)
    expect(gzipped(svg)).toBeLessThanOrEqual(kind === undefined ? SCENE_BUDGET : BUDGETS[kind])
  })
})

it('the files are what the script draws; after a change run node scripts/pictures/draw-pictures.ts', () => {
  expect(new Map(pictures.map(({ id, svg }) => [id, svg]))).toEqual(new Map(drawPictures().toSorted(([a], [b]) => a < b ? -1 : 1)))
})
