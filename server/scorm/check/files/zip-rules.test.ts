import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { rawZip, type RawEntry } from '../../../../tests/support/packages/packages.ts'
import { checkPackage } from '../check-package.ts'
import type { RuleId } from '../archive/findings.ts'

const page = { name: 'index.html', content: '<p>Hello</p>' }
const whole = rawZip([page])

/** A web zip, since the rules of the zip are the same for all. */
function findings(bytes: Uint8Array) {
  return checkPackage(bytes, { expect: 'web' }).findings
}

function withBytes(bytes: Uint8Array, changes: Record<number, number>): Uint8Array {
  const changed = Uint8Array.from(bytes)
  for (const [fromEnd, value] of Object.entries(changes)) changed[bytes.length - Number(fromEnd)] = value
  return changed
}

describe('the zip', () => {
  it('that is whole has nothing against it, with a comment at its end too', () => {
    expect(findings(whole)).toEqual([])
    const commented = Buffer.concat([whole, Buffer.from('made by hand')])
    commented.writeUInt16LE(12, whole.length - 2)
    expect(findings(commented)).toEqual([])
  })

  it.each<[string, Uint8Array, string]>([
    ['that is empty', new Uint8Array(), 'not a zip file'],
    ['that is a page', Buffer.from('<!doctype html>'), 'not a zip file'],
    ['that lacks its end', whole.subarray(0, whole.length - 30), 'cut short'],
    ['that lacks its beginning', whole.subarray(20), 'not where it should be'],
    ['whose list lacks an entry', withBytes(whole, { 12: 2 }), 'should list 2 files, but only 1'],
    ['that holds nothing', rawZip([]), 'empty'],
  ])('%s is refused', (_, bytes, words) => {
    expect(findings(bytes)).toEqual([
      { rule: 'zip-readable', severity: 'error', effect: 'import', message: expect.stringContaining(words) as string },
    ])
  })

  const entries: [RuleId, string, RawEntry[], string, string | undefined][] = [
    ['zip-plain', 'a password', [page, { name: 'a.txt', content: 'a', flags: 1 }], 'password', 'a.txt'],
    ['zip-plain', 'LZMA packing', [page, { name: 'a.txt', content: 'a', method: 14 }], 'method 14', 'a.txt'],
    ['zip-plain', 'a Zip64 entry', [page, { name: 'a.txt', content: 'a', size: 0xffffffff }], 'Zip64', undefined],
    ['zip-names', 'a way out', [page, { name: '../a.txt', content: 'a' }], 'leads out', '../a.txt'],
    ['zip-names', 'a way out of a folder', [page, { name: 'b/../../a.txt', content: 'a' }], 'leads out', 'b/../../a.txt'],
    ['zip-names', 'an absolute name', [page, { name: '/etc/a.txt', content: 'a' }], 'a place on a disk', '/etc/a.txt'],
    ['zip-names', 'a drive', [page, { name: 'C:/a.txt', content: 'a' }], 'a place on a disk', 'C:/a.txt'],
    ['zip-names', 'backslashes', [page, { name: 'b\\a.txt', content: 'a' }], 'backslashes', 'b\\a.txt'],
    ['zip-names', 'a line break', [page, { name: 'a\n.txt', content: 'a' }], 'unprintable', 'a\n.txt'],
    ['zip-names', 'a symbolic link', [page, { name: 'a.txt', content: '/etc/passwd', mode: 0o120777 }], 'Links', 'a.txt'],
    ['zip-names', 'a name twice', [page, { name: 'a.txt', content: 'a' }, { name: 'a.txt', content: 'b' }], 'more than one entry', 'a.txt'],
    ['zip-unpacked-size', 'far too much', [page, { name: 'a.txt', content: 'a', size: 600_000_000 }], '600 MB', undefined],
    ['zip-unpacked-size', 'far more than it packs', [page, { name: 'a.txt', content: 'a', size: 20_000_000 }], '200 times', undefined],
    ['zip-unpacked-size', 'overlapping entries', [page, { name: 'a.txt', content: 'a', packedSize: 5000 }], 'overlap', undefined],
    ['zip-intact', 'a wrong checksum', [page, { name: 'a.txt', content: 'a', checksum: 1 }], 'checksum', 'a.txt'],
    [
      'zip-intact',
      'more than it declares',
      [page, { name: 'a.txt', content: 'a'.repeat(9_000_000), size: 100 }],
      'more than the 100 bytes',
      'a.txt',
    ],
    ['zip-intact', 'less than it declares', [page, { name: 'a.txt', content: 'a', size: 100 }], 'to 1 bytes instead of 100', 'a.txt'],
    ['zip-intact', 'two names for one entry', [page, { name: 'a.txt', content: 'a', nameAtEntry: 'b.php' }], 'another name', 'a.txt'],
    ['zip-intact', 'bytes that are not deflated', [page, { name: 'a.txt', content: 'a', packedSize: 1 }], 'cannot be unpacked', 'a.txt'],
  ]
  it.each(entries)('breaks %s with %s', (rule, _, bad, words, file) => {
    expect(findings(rawZip(bad))).toEqual([
      {
        rule,
        severity: 'error',
        effect: 'import',
        message: expect.stringContaining(words) as string,
        ...(file === undefined ? {} : { file }),
      },
    ])
  })

  it('never unpacks more than it declares, however much is packed in it', () => {
    const bomb = rawZip([page, { name: 'index.js', content: new Uint8Array(60_000_000), size: 1000 }])
    const before = process.memoryUsage().arrayBuffers
    expect(findings(bomb)).toMatchObject([{ rule: 'zip-intact' }])
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000)
  })

  it('is not unpacked whole when it is huge, and says so', () => {
    const film = { name: 'film.mp4', content: randomBytes(70_000_000), method: 0 }
    expect(findings(rawZip([page, film]))).toEqual([
      {
        rule: 'zip-intact',
        severity: 'note',
        effect: 'untidy',
        message: expect.stringContaining('One large file was not unpacked') as string,
      },
    ])
  })

  it('of more than 100 MB is warned about', () => {
    const film = { name: 'film.mp4', content: new Uint8Array(101_000_000), method: 0 }
    expect(findings(rawZip([page, film]))).toContainEqual({
      rule: 'package-size',
      severity: 'warning',
      effect: 'import',
      message: expect.stringContaining('101 MB') as string,
    })
  })
})
