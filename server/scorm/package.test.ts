import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { packageFormats, type PackageFormat } from '#shared/scorm/package-format'
import { schemaFiles } from '#shared/scorm/schema-files'
import type { HelpRoute } from '#shared/help-routes'
import { fakeAssets, fakeStyle } from '../../tests/support/fake-assets.ts'
import { fixtureLesson } from '../../tests/support/fixture-lesson.ts'
import { formats } from './formats.ts'
import { manifestTitle, manifestXml } from './manifest.ts'
import { buildPackage } from './package.ts'

const help: HelpRoute[] = [{ id: 'childline', name: 'Childline', what: 'Talk about anything.', phone: '0800 1111', url: 'https://www.childline.org.uk/', shownTo: ['9-11'], verified: true }]

function build(format: PackageFormat, lesson = fixtureLesson()) {
  return buildPackage({
    lesson,
    help,
    messages: { 'player.tab-title': 'Lesson', odd: '</script>\u2028' },
    format,
    assets: fakeAssets(),
    renderOpening: async ({ lesson }) => `<main data-lesson="${lesson.id}"></main>`,
  })
}

async function texts(format: PackageFormat, lesson = fixtureLesson()) {
  const { bytes } = await build(format, lesson)
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
}

/** Checks a manifest against the official XSDs, the way an LMS with a schema check does. */
async function validate(manifest: string, format: PackageFormat) {
  const driver = format === 'scorm12' ? 'scorm12.xsd' : 'scorm2004.xsd'
  const assets = fakeAssets()
  return validateXML({
    xml: { fileName: 'imsmanifest.xml', contents: manifest },
    schema: { fileName: driver, contents: await readFile(new URL(`../../tests/scorm/drivers/${driver}`, import.meta.url), 'utf8') },
    preload: await Promise.all(schemaFiles[format].map(async file => ({ fileName: file, contents: strFromU8(await assets.read(`player/xsd/${format}/${file}`)) }))),
  })
}

describe.each(packageFormats)('a %s package', (format) => {
  it('has a manifest that the official schemas accept', async () => {
    const result = await validate((await texts(format))['imsmanifest.xml'] ?? '', format)
    expect(result.errors).toEqual([])
    expect(result.valid).toBe(true)
  })

  it('is accepted without a pass mark too', async () => {
    const result = await validate((await texts(format, fixtureLesson({ passMark: null })))['imsmanifest.xml'] ?? '', format)
    expect(result.errors).toEqual([])
  })

  it('is checked for real: a manifest with a made-up element is refused', async () => {
    const manifest = (await texts(format))['imsmanifest.xml'] ?? ''
    expect((await validate(manifest.replace('<resources>', '<resources><nonsense/>'), format)).valid).toBe(false)
    if (format !== 'scorm12') expect((await validate(manifest.replace('>0.7<', '>7<'), format)).valid).toBe(false)
  })

  it('lists every file in the manifest and holds every listed file', async () => {
    const { bytes, files } = await build(format)
    const inZip = Object.keys(unzipSync(bytes))
    const listed = [...strFromU8(unzipSync(bytes)['imsmanifest.xml'] ?? new Uint8Array()).matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href)
    expect(inZip).toEqual([...files])
    expect(['imsmanifest.xml', ...listed].sort()).toEqual(inZip)
    expect(inZip).toContain('pictures/people-sam-calm.svg')
    inZip.forEach(path => expect(path).toMatch(/^[A-Za-z0-9._/-]{1,100}$/))
  })

  it('holds every schema that another one names', async () => {
    const all = await texts(format)
    const named = schemaFiles[format].flatMap(file => [...(all[file] ?? '').matchAll(/schemaLocation\s*=\s*"([^":\s]+)"/g)].map(([, target]) => target ?? ''))
    named.forEach(target => expect(Object.keys(all)).toContain(target))
  })

  it('is the same to the last byte when it is built again', async () => {
    const [first, second] = await Promise.all([build(format), build(format)])
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true)
    expect(first.fileName).toBe(`lying-online-9-11_en_${format}.zip`)
  })

  it('points nowhere outside itself but to help', async () => {
    const all = await texts(format)
    const addresses = ['index.html', 'lesson.js'].flatMap(file => (all[file] ?? '').match(/https?:\/\/[^"\s]+/g) ?? [])
    expect(addresses).toEqual(['https://www.childline.org.uk/'])
  })

  it('carries the SCORM names that LMSs look for', async () => {
    const manifest = (await texts(format))['imsmanifest.xml'] ?? ''
    expect(manifest).toContain(`<schemaversion>${formats[format].schemaVersion}</schemaversion>`)
    expect(manifest).toContain('identifier="ITEM-lying-online-9-11-en"')
    expect(manifest.includes('masteryscore')).toBe(false)
    expect(manifest.includes('<imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>')).toBe(format !== 'scorm12')
    expect(manifest.includes('completionThreshold')).toBe(format === 'scorm2004-4')
  })
})

describe('the page of a package', () => {
  it('allows its own inlined style by hash and nothing from elsewhere', async () => {
    const page = (await texts('scorm12'))['index.html'] ?? ''
    const hash = createHash('sha256').update(fakeStyle).digest('base64')
    expect(page).toContain(`content="default-src 'self'; img-src 'self' data:; style-src 'self' 'sha256-${hash}'`)
    expect(page).toContain(`<style>${fakeStyle}</style>`)
    expect(page).toContain('<div id="player"><main data-lesson="lying-online-9-11"></main></div>')
    expect(page).not.toMatch(/type="?module/)
  })

  it('puts the lesson on the window without breaking out of a script', async () => {
    const script = (await texts('scorm2004-4'))['lesson.js'] ?? ''
    expect(script).not.toContain('</script>')
    expect(script).not.toContain('\u2028')
    const scope: { whosThere?: { lesson: { id: string }, messages: Record<string, string>, format: string } } = {}
    new Function('window', script)(scope)
    expect(scope.whosThere).toMatchObject({ lesson: { id: 'lying-online-9-11' }, messages: { odd: '</script>\u2028' }, format: 'scorm2004-4' })
    expect(script).not.toContain('reviewedBy')
  })
})

describe('titles', () => {
  it.each([
    ['Safe & sound', 'Safe and sound'],
    ['R&B', 'R and B'],
    ['  two\n lines ', 'two lines'],
    ['broken \uD800 half', 'broken half'],
    ['\u0000', 'Lesson'],
    ['x'.repeat(300), 'x'.repeat(255)],
  ])('%j is shown as %j', (title, shown) => {
    expect(manifestTitle(title)).toBe(shown)
  })

  it('come back unchanged whatever is in them', () => {
    const nasty = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.array(fc.constantFrom('<', '>', '&', '"', '\'', ']]>', '<!--', '&amp;', '\uD800', '\u0001', 'é', '😀')).map(parts => parts.join('')))
    fc.assert(fc.property(nasty, fc.constantFrom(...packageFormats), (title, format) => {
      const xml = manifestXml({ format, lessonId: 'a-7-9', locale: 'en', title, passMark: 70, files: ['index.html'] })
      const [, inside = ''] = /<title>([\s\S]*?)<\/title>/.exec(xml) ?? []
      const read = inside.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
      expect(read).toBe(manifestTitle(title))
      expect([...manifestTitle(title)].length).toBeLessThanOrEqual(255)
      expect(inside).not.toMatch(/[<]|&(?!lt;|gt;)|]]>/)
    }))
  })

  it('are well-formed XML even at their worst', async () => {
    const title = '<a href="x">\'&amp;]]><!-- --> \uD83D\uDE00 \u0085\u200F'
    const xml = manifestXml({ format: 'scorm12', lessonId: 'a-7-9', locale: 'en', title, passMark: 70, files: ['index.html'] })
    expect((await validate(xml, 'scorm12')).errors).toEqual([])
  })
})
