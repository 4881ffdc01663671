import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { captivate, storyline } from '../../../../tests/support/packages/authoring-tools.ts'
import { rawZip, replaced, without, zipOf, type PackageFiles } from '../../../../tests/support/packages/packages.ts'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { say } from '../../../platform/sentences.ts'
import { foreignAnswer, foreignPage, type Asked } from './foreign-answer.ts'
import { watched } from './foreign-file.ts'
import { filesIn, foreignLimits, readForeign } from './foreign-package.ts'
import { foundInRun } from './foreign-run.ts'
import { ForeignStore, type ForeignPackage } from './foreign-store.ts'

const zip = zipOf(storyline())

function whyNot(bytes: Uint8Array): string {
  const reading = readForeign(bytes)
  return reading.ok ? '' : say(reading.why, DEFAULT_LOCALE)
}

const within = (folder: string, files: PackageFiles): PackageFiles =>
  Object.fromEntries(Object.entries(files).map(([path, content]) => [`${folder}/${path}`, content]))

describe('a package of another maker', () => {
  it('is taken where it is SCORM, and its format is told', () => {
    expect(readForeign(zip)).toMatchObject({ ok: true, format: 'scorm12', report: { kind: 'scorm12' } })
    expect(readForeign(zipOf(captivate()))).toMatchObject({ ok: true, format: expect.stringMatching(/^scorm2004/) })
  })

  const page = { name: 'index.html', content: '<!doctype html>' }
  const cartridge = { 'imsmanifest.xml': '<manifest xmlns="http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"/>', 'a.html': '' }
  it.each<[string, () => Uint8Array, RegExp]>([
    ['no zip', () => new TextEncoder().encode('%PDF-1.7'), /not a zip file but a PDF/],
    ['nothing', () => new Uint8Array(), /not a zip file but empty/],
    ['too large a file', () => new Uint8Array(foreignLimits.zip + 1), /larger than 60 MB/],
    ['one with a password', () => rawZip([{ ...page, flags: 1 }]), /protected with a password/],
    ['names that lead out', () => rawZip([{ ...page, name: '../index.html' }]), /leads out of the package/],
    ['names of a disk', () => rawZip([{ ...page, name: 'C:/index.html' }]), /a place on a disk/],
    ['a link', () => rawZip([{ ...page, mode: 0o120777 }]), /Links to other files/],
    ['one name twice', () => rawZip([page, page]), /more than one entry/],
    ['a bomb of one file', () => rawZip([{ ...page, size: foreignLimits.file + 1 }]), /more than 200 MB, or has a file of more than 40 MB/],
    ['a bomb of many', () => rawZip(Array.from({ length: 9 }, (_, at) => ({ ...page, name: `${at}`, size: 30_000_000 }))), /more than 200 MB, or has/],
    ['a bomb that packs well', () => rawZip([{ name: 'a', content: new Uint8Array(20_000_000) }]), /200 times its own size/],
    ['too many files', () => rawZip(Array.from({ length: foreignLimits.files + 1 }, (_, at) => ({ name: `${at}`, content: '' }))), /5000 files/],
    ['no manifest', () => zipOf(without(storyline(), 'imsmanifest.xml')), /It is: .*Export it as SCORM/],
    ['a package in a folder', () => zipOf(within('course', storyline())), /The manifest is in a folder .*Zip the folder's contents/],
    ['a broken manifest', () => zipOf(replaced(storyline(), 'imsmanifest.xml', '</manifest>', '')), /not well-formed XML.*export the package again/],
    ['no package at all', () => zipOf({ 'notes.txt': 'Hello.' }), /no "imsmanifest.xml" in the zip.*Choose the zip that the authoring tool/],
    ['a Common Cartridge', () => zipOf(cartridge), /It is: Common Cartridge/],
    ['xAPI', () => zipOf({ 'tincan.xml': '<tincan xmlns="http://projecttincan.com/tincan.xsd"/>', 'index.html': '' }), /It is: xAPI/],
    ['cmi5', () => zipOf({ 'cmi5.xml': '<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd"/>' }), /It is: cmi5/],
    ['a zip of zips', () => zipOf({ 'one.zip': zip, 'two.zip': zip }), /It is: a zip of zips/],
  ])('that is %s is refused in one sentence', (_, bytes, said) => expect(whyNot(bytes())).toMatch(said))
})

let now = 0
let store = new ForeignStore(undefined, () => now)
beforeEach(() => {
  now = 1_000_000
  store = new ForeignStore({ bytes: 3 * zip.length, age: 1_000 }, () => now)
})

afterEach(() => vi.useRealTimers())

const packageOf = (files: PackageFiles, staffId = 'ada'): ForeignPackage => {
  const bytes = zipOf(files)
  const reading = readForeign(bytes)
  if (!reading.ok) throw new Error(say(reading.why, DEFAULT_LOCALE))
  return { staffId, zip: bytes, entries: filesIn(bytes), format: reading.format, items: reading.report.launch, listener: 'https://lessons.example' }
}
const put = (files = storyline(), staffId = 'ada') => store.put(packageOf(files, staffId)) ?? ''

describe('is kept', () => {
  it('for a while only, whoever looks at it, and not beyond a clock that was set back', () => {
    const [first, second] = [put(), put(storyline(), 'ben')]
    expect(first).toMatch(/^[\w-]{43}$/)
    now += 999
    expect([store.find(first), store.find(second)]).not.toContain(undefined)
    now += 1
    expect([store.find(first), store.find(second)]).toEqual([undefined, undefined])
    const third = put()
    now -= 10
    expect(store.find(third)).toBeUndefined()
  })

  it('no longer than that also where nobody asks for anything any more', () => {
    vi.useFakeTimers()
    const alone = new ForeignStore({ bytes: zip.length, age: 1_000 })
    alone.put(packageOf(storyline()))
    const left = () => (alone as unknown as { packages: ReadonlyMap<string, unknown> }).packages.size
    expect(left()).toBe(1)
    vi.advanceTimersByTime(1_300)
    expect([left(), vi.getTimerCount()]).toEqual([0, 0])
  })

  it('once for each person, and forgotten when that person says so', () => {
    const [first, second, other] = [put(), put(), put(storyline(), 'ben')]
    expect(store.find(first)).toBeUndefined()
    store.remove(second, 'ben')
    expect(store.find(second, 'ada')).toBeDefined()
    expect(store.find(second, 'ben')).toBeUndefined()
    store.remove(second, 'ada')
    expect([store.find(second), store.find(other)]).toEqual([undefined, expect.anything()])
  })

  it('where there is room, and takes away nobody else\'s', () => {
    const others = ['ben', 'cas', 'dee'].map(staffId => put(storyline(), staffId))
    expect(put()).toBe('')
    expect(others.every(key => store.find(key))).toBe(true)
  })
})

const asked = async (path: string, more: Partial<Asked> = {}) => {
  const answer = await foreignAnswer(store, async () => new TextEncoder().encode('run-time'), {
    method: 'GET', dest: 'script', range: undefined, path, body: async () => '', ...more,
  })
  return { ...answer, text: new TextDecoder().decode(answer.body), bytes: bytesOf(answer.body) }
}
const bytesOf = (given: Uint8Array) => Buffer.from(given).toString('hex')

describe('the second host', () => {
  it.each(['/', '/api/health', '/_nuxt/entry.js', '/export/preview', `/${'a'.repeat(43)}/play/0`])('has nothing at %s', async (path) => {
    expect(await asked(path, { dest: 'iframe' })).toMatchObject({ status: 404, text: 'There is nothing here.' })
  })

  it('shows pages to the app\'s page alone, in a sandbox that reaches no other host, and clears what an earlier package left', async () => {
    const key = put()
    const page = await asked(foreignPage(key, 0), { dest: 'iframe' })
    expect(page).toMatchObject({ status: 200, headers: { 'Clear-Site-Data': '"cookies", "storage"' } })
    const policy = page.headers['Content-Security-Policy'] ?? ''
    expect(policy).toContain('frame-ancestors \'self\' https://lessons.example;')
    expect(policy).toMatch(/^sandbox allow-scripts allow-same-origin allow-forms; default-src 'self'/)
    expect(policy).not.toMatch(/\*|https?:\/\/(?!lessons\.example)|allow-top|allow-popups|allow-downloads/)
    expect((await asked(foreignPage(key, 0), { dest: 'iframe' })).headers).not.toHaveProperty('Clear-Site-Data')
    for (const dest of ['document', undefined]) {
      expect((await asked(foreignPage(key, 0), { dest })).status).toBe(404)
      expect((await asked(`/${key}/package/story.html`, { dest })).status).toBe(404)
    }
  })

  it('gives out files by their names in the zip, and notes what is not there', async () => {
    const key = put(replaced({ ...storyline(), 'a b.js': 'let a' }, 'a b.js', 'let a', 'let b'))
    expect(await asked(`/${key}/package/a%20b.js?x=1`)).toMatchObject({
      status: 200, text: 'let b', headers: { 'Content-Type': 'application/javascript', 'X-Content-Type-Options': 'nosniff' },
    })
    for (const path of ['gone.js', '../../package.json', '%E0%A4%A']) expect((await asked(`/${key}/package/${path}`)).status).toBe(404)
    expect([...store.find(key)?.missing ?? []]).toEqual(['gone.js', '../../package.json', '%E0%A4%A'])
    expect(await asked(`/${key}/run-time.js`)).toMatchObject({ status: 200, text: 'run-time' })
    expect((await asked(`/${key}/package/a%20b.js`, { method: 'PUT' })).status).toBe(405)
  })

  it('gives a film in pieces, a page in an object or embed as in a frame, and tells no encoding that the page does not', async () => {
    const film = Uint8Array.from({ length: 1_000 }, (_, at) => at % 251)
    const key = put({ ...storyline(), 'film.mp4': film, 'latin.htm': Buffer.from('<p>caf\u00E9</p>', 'latin1') })
    const file = `/${key}/package/film.mp4`
    expect(await asked(file, { dest: 'video' })).toMatchObject({
      status: 200, bytes: bytesOf(film), headers: { 'Accept-Ranges': 'bytes', 'Content-Type': 'video/mp4', 'Content-Length': '1000' },
    })
    for (const [range, from, to] of [['bytes=0-', 0, 999], ['bytes=10-19', 10, 19], ['bytes=-5', 995, 999], ['bytes=990-2000', 990, 999]] as const) {
      expect(await asked(file, { range }), range).toMatchObject({
        status: 206, bytes: bytesOf(film.subarray(from, to + 1)), headers: { 'Content-Range': `bytes ${from}-${to}/1000` },
      })
    }
    expect(await asked(file, { range: 'bytes=1000-' })).toMatchObject({ status: 416, headers: { 'Content-Range': 'bytes */1000' } })
    for (const range of ['bytes=0-1,5-6', 'lines=1-2', 'bytes=-']) expect((await asked(file, { range })).status, range).toBe(200)
    expect((await asked(file, { method: 'HEAD' })).status).toBe(200)
    for (const dest of ['iframe', 'frame', 'object', 'embed']) {
      const page = await asked(`/${key}/package/latin.htm`, { dest })
      expect([page.status, page.headers['Content-Type'], Buffer.from(page.body).toString('latin1')])
        .toEqual([200, 'text/html', expect.stringMatching(/^<script>.*<\/script><p>caf\u00E9<\/p>$/)])
    }
  })

  it.each([
    ['\uFEFF<!-- saved --> <!DOCTYPE html>\n', '<html><head><script>1</script>'],
    ['<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0" "x.dtd">', '<html xmlns="x">'],
    ['', '<frameset cols="*"><frame src="a.html"></frameset>'],
    ['', 'words'],
  ])('has a page watched before its first script, and leaves the mode of its document: %s', (before, rest) => {
    const page = Buffer.from(watched(Buffer.from(before + rest))).toString()
    expect(page.startsWith(`${before}<script>`)).toBe(true)
    expect(page.replace(/<script>.*?<\/script>/, '')).toBe(before + rest)
  })

  it('leaves a page in UTF-16, and what a script reads of the package, as they are', async () => {
    const wide = Buffer.from('\uFEFF<p>x', 'utf16le')
    const key = put({ ...storyline(), 'wide.html': wide })
    expect((await asked(`/${key}/package/wide.html`, { dest: 'iframe' })).bytes).toBe(bytesOf(wide))
    expect((await asked(`/${key}/package/story.html`, { dest: 'empty' })).text).toBe(storyline()['story.html'])
  })

  it('finds files whose names an address reads otherwise, and a start page among them', async () => {
    const odd = replaced({ ...storyline() }, 'imsmanifest.xml', 'href="index_lms.html"', 'href="100% a;b.html?x=1"')
    const key = put({ ...odd, '100% a;b.html': '<p>odd' })
    const page = await asked(foreignPage(key, 0), { dest: 'iframe' })
    expect(page.text).toContain(`/${key}/package/100%25%20a%3Bb.html?x=1`)
    expect((await asked(`/${key}/package/100%25%20a%3Bb.html?x=1`, { dest: 'iframe' })).text).toContain('<p>odd')
  })

  it('clears what a package left in the browser when it is left, also where it is gone by then', async () => {
    const left = { method: 'POST', dest: 'empty' }
    for (const key of [put(), 'a'.repeat(43)])
      expect(await asked(`/${key}/left`, left)).toMatchObject({ status: 204, headers: { 'Clear-Site-Data': '"cookies", "storage"' } })
    expect((await asked('/left', left)).status).toBe(404)
  })

  it('tells of each launch alone what was missing and held back', async () => {
    const key = put()
    await asked(`/${key}/package/gone.js`)
    expect(store.find(key)?.missing.size).toBe(1)
    await asked(foreignPage(key, 0), { dest: 'iframe' })
    expect(store.find(key)?.missing.size).toBe(0)
  })

  it('notes what browsers held back, of other servers only, and what a run says is what check-package says', async () => {
    const key = put()
    const page = 'https://preview.example/key/package/a.html'
    const report = (uri: string) =>
      JSON.stringify({ 'csp-report': { 'document-uri': page, 'blocked-uri': uri, 'effective-directive': 'img-src' } })
    for (const body of [report('https://other.example/a.png'), report('inline'), 'no JSON', report('https://preview.example/worker.js'), report('https://other.example/a.png')])
      expect((await asked(`/${key}/refused`, { method: 'POST', body: async () => body })).status).toBe(204)
    const kept = store.find(key)
    const [item] = kept?.items ?? []
    if (!kept || !item) throw new Error('It is kept.')
    const seen = { lookedFor: ['API'], begun: true, ended: false, calls: 3, values: {}, refused: [], pageErrors: [], windows: [] }
    const { findings, outside } = foundInRun(kept, item, seen)
    expect(outside).toEqual(['https://other.example/a.png'])
    expect(findings.map(({ rule }) => rule)).toEqual(['run-reports', 'run-ends', 'run-outside'])
    expect(foundInRun(kept, item, { ...seen, begun: false }).findings[0]).toMatchObject({ rule: 'run-begins', severity: 'error' })
    const odd = foundInRun(kept, item, { ...seen, pageErrors: ['x is not defined'], windows: ['player.html', 'https://help.example/'] })
    expect(odd.findings.filter(({ rule }) => rule === 'run-opens').map(({ message }) => message)).toEqual([
      expect.stringContaining('x is not defined'), expect.stringContaining('a window of its own ("player.html")'),
    ])
    expect(odd.outside).toContain('https://help.example/')
  })
})
