/** What a package weighs, as an LMS is given it: player, scenes, pictures, the font that everybody gets, and the schemas. */
import { gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { packageFormats } from '#shared/scorm/package-format'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../../server/content/library/library.ts'
import { builtPackage } from '../../support/packages/package-host.ts'

/** Bytes of the zip. */
const HEAVIEST = 180_000
/** What comes before the first screen can be used. The rest comes while it is read. */
const FIRST = ['index.html', 'early.js', 'player.js']
/** Bytes of these, where the LMS's server compresses and where it does not: 0.3 s and 0.9 s of a line of 1.6 Mbit/s. */
const FIRST_GZIP = 60_500
const FIRST_PLAIN = 182_000

/** Compressed bytes of all scripts and all styles that a lesson is played with, its scenes' too; its data is neither. */
const SCRIPTS_GZIP = 72_000
const STYLES_GZIP = 14_600

const { lessons } = await readLibrary(folderSource('content'))

for (const { value: { id } } of lessons) {
  test(`a web package of ${id} is at most ${HEAVIEST / 1000} kB, of which a pupil waits for ${FIRST_GZIP / 1000} kB`, async () => {
    const { bytes } = await builtPackage(id, 'web')
    expect(bytes.length).toBeLessThanOrEqual(HEAVIEST)
    const files = unzipSync(bytes)
    const first = FIRST.map(path => files[path] ?? new Uint8Array())
    expect(first.every(({ length }) => length > 0)).toBe(true)
    expect(first.reduce((sum, file) => sum + gzipSync(file).length, 0), 'compressed').toBeLessThanOrEqual(FIRST_GZIP)
    expect(first.reduce((sum, { length }) => sum + length, 0), 'as it is').toBeLessThanOrEqual(FIRST_PLAIN)
    expect(new TextDecoder().decode(first[2]), 'read ahead').toMatch(/^\/\/# allFunctionsCalledOnLoad\n/)
    const scripts = [...new TextDecoder().decode(files['index.html']).matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, path]) => path)
    expect(scripts).toEqual(FIRST.slice(1))
  })

  test(`the scripts of ${id} are at most ${SCRIPTS_GZIP / 1000} kB, and its styles ${STYLES_GZIP / 1000} kB`, async () => {
    const files = unzipSync((await builtPackage(id, 'scorm12')).bytes)
    const weigh = (paths: readonly string[]) => paths.reduce((sum, path) => sum + gzipSync(files[path] ?? new Uint8Array()).length, 0)
    expect(weigh(['early.js', 'player.js', 'record.js', 'activities.js'])).toBeLessThanOrEqual(SCRIPTS_GZIP)
    const style = /<style>(.*)<\/style>/s.exec(new TextDecoder().decode(files['index.html']))?.[1] ?? ''
    expect(style.length).toBeGreaterThan(0)
    expect(gzipSync(style).length + weigh(['activities.css'])).toBeLessThanOrEqual(STYLES_GZIP)
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['early.js', 'player.js', 'record.js', 'activities.js', 'activities.css']))
  })

  test(`a package of ${id} is at most ${HEAVIEST / 1000} kB in every kind, official schemas included`, async () => {
    const sizes = await Promise.all(packageFormats.map(async format => [format, (await builtPackage(id, format)).bytes.length] as const))
    expect(sizes.filter(([, bytes]) => bytes > HEAVIEST)).toEqual([])
  })
}
