import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { schemas, type ActivityType } from '#activities/schemas'
import { svgFile } from '#shared/scenes/svg-file'
import { thumbnailOf } from './thumbnails.ts'

const files = (Object.keys(schemas) as ActivityType[]).flatMap((type) => {
  const drawn = thumbnailOf(type)
  return drawn ? [{ type, file: svgFile(drawn) }] : []
})

it('most activity types have a picture of their own', () => {
  expect(files.length).toBeGreaterThan(20)
  expect(new Set(files.map(({ file }) => file)).size).toBe(files.length)
})

it('a picture is small, since the gallery shows all of them', () => {
  expect(files.filter(({ file }) => gzipSync(file).length > 2_500).map(({ type }) => type)).toEqual([])
})
