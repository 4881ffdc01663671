import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { isWholeZip } from './whole-zip'

const zip = zipSync({ 'imsmanifest.xml': strToU8('<manifest/>'), 'lesson.js': strToU8('1'.repeat(500)) })

it.each([
  ['a package', zip, true],
  ['half of one', zip.slice(0, zip.length / 2), false],
  ['one without its last byte', zip.slice(0, -1), false],
  ['a block page', strToU8('<!doctype html><title>Blocked</title>'), false],
  ['nothing', new Uint8Array(), false],
] as const)('%s is told from a whole zip', async (_, bytes, expected) => {
  expect(await isWholeZip(new Blob([Uint8Array.from(bytes)]))).toBe(expected)
})
