import { unzipSync } from 'fflate'
import { expect, it } from 'vitest'
import { zipOf } from './zip.ts'

const text = new TextEncoder().encode('The goat wins. '.repeat(200))
const noise = Uint8Array.from({ length: 3_000 }, (_, index) => (index * 7_919) % 251)
const files = [
  { path: 'a/lesson.js', bytes: text, stored: false },
  { path: 'b.woff2', bytes: noise, stored: true },
  { path: 'cymraeg-ŷ.html', bytes: new Uint8Array(), stored: false },
]

it('is read by another\'s code: every file whole, under its name', () => {
  expect(unzipSync(zipOf(files))).toEqual(Object.fromEntries(files.map(({ path, bytes }) => [path, bytes])))
})

it('compresses what is not compressed in itself', () => {
  expect(zipOf(files).length).toBeLessThan(noise.length + 500)
})

it('says how long a file is before it comes, for who reads from the front', () => {
  const head = new DataView(zipOf(files).buffer)
  expect(head.getUint32(0, true)).toBe(0x04034B50)
  expect(head.getUint16(6, true) & 8, 'a data descriptor').toBe(0)
  expect(head.getUint32(22, true)).toBe(text.length)
})
