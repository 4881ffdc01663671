import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { exportOptions } from '#shared/scorm/export-options'
import { scormFormats, type PackageFormat, type ScormFormat } from '#shared/scorm/package-format'
import { schemaFiles } from '#shared/scorm/schema-files'
import type { HelpRoute } from '#shared/lesson/help-routes'
import { fakeAssets, fakeStyle } from '../../../tests/support/packages/fake-assets.ts'
import { fixtureLesson } from '../../../tests/support/lessons/fixture-lesson.ts'
import type { z } from 'zod'
import { schemaVersions } from './formats.ts'
import { manifestXml, type ManifestFacts } from './manifest.ts'
import { metadataOf } from './metadata.ts'
import { buildPackage } from './package.ts'
import { manifestTitle } from './plain-text.ts'

const help: HelpRoute[] = [
  {
    id: 'childline',
    name: 'Childline',
    what: 'Talk about anything.',
    phone: '0800 1111',
    url: 'https://www.childline.org.uk/',
    shownTo: ['9-11'],
    verified: true,
  },
]

const messages = { 'player.tab-title': 'Lesson', 'not-started.pupil': 'Tell your teacher.', 'quiz.odd': '</script>\u2028' }
const edition = (lesson = fixtureLesson()) => ({ lesson, help, messages })

function build(
  format: PackageFormat,
  options: z.input<typeof exportOptions> = {},
  first = fixtureLesson(),
  ...others: ReturnType<typeof fixtureLesson>[]
) {
  return buildPackage({
    lessons: [[edition(first)], ...others.map((lesson): [ReturnType<typeof edition>] => [edition(lesson)])],
    options: exportOptions.parse(options),
    release: '0.0.0',
    format,
    assets: fakeAssets(),
    renderOpening: async ({ lesson }) => `<main data-lesson="${lesson.id}"></main>`,
  })
}

async function texts(...what: Parameters<typeof build>) {
  const { bytes } = await build(...what)
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, content]) => [path, strFromU8(content)]))
}

const course = [fixtureLesson(), fixtureLesson({ id: 'speak-up-9-11', module: 'speak-up', title: 'Speak up' })] as const

/** The start of a PNG picture, which is all that tells its size. */
function pngOf(width: number, height: number): string {
  const bytes = Buffer.alloc(33)
  bytes.set([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return `data:image/png;base64,${bytes.toString('base64')}`
}
const png = pngOf(64, 32)

function titled(format: ScormFormat, title: string): ManifestFacts {
  return {
    format, id: 'a-7-9', locale: 'en', title, sharedFiles: [], order: 'free', masteryScore: false, schemas: true,
    items: [{ lessonId: 'a-7-9', title, passMark: 70, href: 'index.html', files: ['index.html'] }],
    metadata: metadataOf('a-7-9', title, [fixtureLesson()]),
  }
}

/** Checks a manifest against the official XSDs, the way an LMS with a schema check does. */
async function validate(manifest: string, format: ScormFormat) {
  const driver = format === 'scorm12' ? 'scorm12.xsd' : 'scorm2004.xsd'
  const assets = fakeAssets()
  return validateXML({
    xml: { fileName: 'imsmanifest.xml', contents: manifest },
    schema: { fileName: driver, contents: await readFile(new URL(`../../../tests/scorm/drivers/${driver}`, import.meta.url), 'utf8') },
    // xmllint takes the metadata schema's open content (`grp.any`) for ambiguous; without it the rest is checked in full.
    preload: await Promise.all(schemaFiles[format].map(async (file) => {
      const contents = strFromU8(await assets.read(`player/xsd/${format}/${file}`))
      return { fileName: file, contents: file.startsWith('imsmd') ? contents.replaceAll('<xsd:group ref="grp.any"/>', '') : contents }
    })),
  })
}

describe.each(scormFormats)('a %s package', (format) => {
  it('has a manifest that the official schemas accept', async () => {
    const result = await validate((await texts(format))['imsmanifest.xml'] ?? '', format)
    expect(result.errors).toEqual([])
    expect(result.valid).toBe(true)
  })

  it('is accepted without a pass mark too', async () => {
    const result = await validate((await texts(format, { passMark: null }))['imsmanifest.xml'] ?? '', format)
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
    const listed = [...strFromU8(unzipSync(bytes)['imsmanifest.xml'] ?? new Uint8Array()).matchAll(/<file href="([^"]+)"/g)].map(
      ([, href]) => href,
    )
    expect(inZip).toEqual([...files])
    expect(['imsmanifest.xml', ...listed].sort()).toEqual(inZip)
    expect(inZip).toContain('pictures/cover.svg')
    inZip.forEach(path => expect(path).toMatch(/^[A-Za-z0-9._/-]{1,100}$/))
  })

  it('holds every schema that another one names', async () => {
    const all = await texts(format)
    const named = schemaFiles[format].flatMap(file =>
      [...(all[file] ?? '').matchAll(/schemaLocation\s*=\s*"([^":\s]+)"/g)].map(([, target]) => target ?? ''),
    )
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
    expect([...new Set(addresses)]).toEqual(['https://www.childline.org.uk/'])
  })

  it.each([
    ['a course in free order', { course: { title: 'Two & more' } }],
    ['a course in order', { course: { order: 'in-order' as const } }],
    ['a course without a pass mark', { passMark: null }],
    [
      'every option at once',
      {
        completion: 'screens' as const,
        passMark: 85,
        goes: 2,
        interactions: true,
        masteryScore: true,
        school: { name: '<St. "Mary\'s" & co> 😀' },
        finish: { to: 'platform' as const },
        course: { order: 'in-order' as const },
      },
    ],
  ])('of %s has a manifest that the official schemas accept, with every file and stable identifiers', async (_, options) => {
    const built = await build(format, options, ...course)
    const all = unzipSync(built.bytes)
    const manifest = strFromU8(all['imsmanifest.xml'] ?? new Uint8Array())
    expect((await validate(manifest, format)).errors).toEqual([])
    const listed = [...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href ?? '')
    expect([...listed, 'imsmanifest.xml'].sort()).toEqual(Object.keys(all))
    expect(new Set(listed).size).toBe(listed.length)
    expect([...manifest.matchAll(/<item identifier="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      'ITEM-lying-online-9-11-en',
      'ITEM-speak-up-9-11-en',
    ])
    expect(built.fileName).toBe(`course-ages-9-11_en_${format}.zip`)
  })

  it('leaves the schemas and their places out when the school asks for that', async () => {
    const all = await texts(format, { schemas: false })
    expect(Object.keys(all).filter(path => /\.(?:xsd|dtd)$/.test(path))).toEqual([])
    expect(all['imsmanifest.xml']).not.toContain('schemaLocation')
  })

  it('carries what it is about as metadata', async () => {
    const all = await texts(format)
    const metadata = format === 'scorm12' ? all['imsmanifest.xml'] : all['metadata.xml']
    for (const fact of [
      'Who is really there?',
      'A small lesson for tests.',
      '9-11',
      'PT10M',
      'en-GB',
      'CC BY-SA 4.0',
      'I can spot when something does not fit.',
    ])
      expect(metadata).toContain(fact)
    if (format !== 'scorm12') expect(all['imsmanifest.xml']).toContain('<adlcp:location>metadata.xml</adlcp:location>')
  })

  it('carries the SCORM names that LMSs look for', async () => {
    const manifest = (await texts(format))['imsmanifest.xml'] ?? ''
    expect(manifest).toContain(`<schemaversion>${schemaVersions[format]}</schemaversion>`)
    expect(manifest).toContain('identifier="ITEM-lying-online-9-11-en"')
    expect(manifest.includes('masteryscore')).toBe(false)
    expect(manifest.includes('<imsss:minNormalizedMeasure>0.7</imsss:minNormalizedMeasure>')).toBe(format !== 'scorm12')
    expect(manifest.includes('completionThreshold')).toBe(format === 'scorm2004-4')
  })
})

describe('what a school chooses', () => {
  const scope = async (options: z.input<typeof exportOptions>) => {
    const script = (await texts('scorm12', options))['lesson.js'] ?? ''
    return JSON.parse(script.slice('window.whosThere='.length)) as {
      settings: Record<string, unknown>
      lesson: { passMark: number | null }
    }
  }

  it('reaches the player', async () => {
    expect((await scope({})).settings).toEqual({
      completion: 'quiz',
      endedCompletes: false,
      goes: null,
      interactions: false,
      dyslexiaFont: false,
      school: { name: '', logo: null },
      finish: { to: 'stay' },
      navigation: 'exitAll',
    })
    const { settings, lesson } = await scope({
      completion: 'screens',
      passMark: 90,
      goes: 3,
      interactions: true,
      finish: { to: 'address', address: 'https://school.example/' },
      school: { name: 'Hill & Dale', logo: png },
    })
    expect(settings).toMatchObject({
      completion: 'screens',
      goes: 3,
      interactions: true,
      finish: { to: 'address', address: 'https://school.example/' },
      school: { name: 'Hill & Dale', logo: 'school/logo.png' },
    })
    expect(lesson.passMark).toBe(90)
    expect((await scope({ passMark: null })).lesson.passMark).toBeNull()
    expect((await scope({})).lesson.passMark).toBe(70)
  })

  it('puts a mastery score into the 1.2 manifest only when asked', async () => {
    expect((await texts('scorm12', { masteryScore: true, passMark: 85 }))['imsmanifest.xml']).toContain(
      '<adlcp:masteryscore>85</adlcp:masteryscore>',
    )
    expect((await texts('scorm12', { masteryScore: true, passMark: null }))['imsmanifest.xml']).not.toContain('masteryscore')
  })

  it('lets a lesson of an ordered course complete when it was ended below the mark, or the next one would stay shut', async () => {
    const all = await texts('scorm2004-4', { course: { order: 'in-order' } }, ...course)
    expect(all['lying-online-9-11/lesson.js']).toContain('"endedCompletes":true')
    expect(all['imsmanifest.xml']).toContain('objectiveMeasureKnown')
  })

  it.each([
    [
      'an SVG',
      'data:image/png;base64,' + Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>').toString('base64'),
      'not a PNG, JPEG or WebP',
    ],
    ['no picture at all', 'data:image/png;base64,' + Buffer.from('hello').toString('base64'), 'not a PNG, JPEG or WebP'],
    ['a picture of 9000 pixels', pngOf(9000, 10), '9000 by 10 pixels'],
  ])('refuses %s as a logo, whatever it calls itself', async (_, logo, words) => {
    await expect(build('scorm12', { school: { logo } })).rejects.toThrow(words)
  })
})

describe('a web package', () => {
  it('has no manifest, no schemas and nothing for an LMS', async () => {
    expect((await build('web')).files).toEqual([
      'activities.css',
      'activities.js',
      'early.js',
      'fonts/lexend.woff2',
      'index.html',
      'lesson.js',
      'pictures/cover.svg',
      'player.js',
    ])
  })

  it('has the activities that its lessons use and no others, in one order whatever theirs is', async () => {
    const of = async (...lessons: ReturnType<typeof fixtureLesson>[]) => {
      const files = await texts('web', {}, ...lessons)
      return [files['activities.js'], files['activities.css']?.replace(/\._.*/, '')]
    }
    const plain = fixtureLesson()
    const sittings = plain.screens.map((screen, index) => index === 2 ? { ...screen, startsSitting: true } : screen)
    const sat = { ...plain, screens: sittings } as typeof plain
    const speakUp = fixtureLesson({ id: 'speak-up-9-11', module: 'speak-up' })
    const screens = speakUp.screens.map(screen => screen.type === 'choice' ? { ...screen, type: 'rank' } : screen)
    const ranking = { ...speakUp, screens } as typeof speakUp
    expect(await of(plain)).toEqual(['all;quiz;', '.option{}'])
    expect(await of(sat)).toEqual(['all;quiz;break;', '.option{}'])
    const both = ['all;order;quiz;', '.rank{}.option{}']
    expect(await of(plain, ranking)).toEqual(both)
    expect(await of(ranking, plain)).toEqual(both)
  })

  it('has the words that its activities and its age say, and no others', async () => {
    const { bytes } = await buildPackage({
      lessons: [[{ ...edition(), messages: {
        'quiz.title': 'Quiz', 'quiz.title.7-9': 'Your turn', 'quiz.title.9-11': 'The quiz', 'ending.text': 'Bye', 'over.title': 'Done', 'rank.title': 'Rank',
        'help.title': 'Help',
      } }]],
      options: exportOptions.parse({}), release: '0.0.0', format: 'web', assets: fakeAssets(), renderOpening: async () => '',
    })
    const scope: { whosThere?: { messages: Record<string, string> } } = {}
    new Function('window', strFromU8(unzipSync(bytes)['lesson.js'] ?? new Uint8Array()))(scope)
    // Help is asked for by the opening too, so the page has it, whichever activity says it as well.
    expect(Object.keys(scope.whosThere?.messages ?? {})).toEqual(['quiz.title', 'quiz.title.9-11', 'ending.text', 'over.title'])
    expect(strFromU8(unzipSync(bytes)['index.html'] ?? new Uint8Array())).toContain('"messages":{"help.title":"Help"}')
  })

  it('has symbols and avatars in the lesson\'s own data, and no file for each', async () => {
    const lesson = fixtureLesson()
    const changed = { ...lesson, screens: lesson.screens.map(screen => ({ ...screen, option: { picture: 'symbol-tell' } })) }
    const { bytes, files } = await build('web', {}, changed)
    const scope: { whosThere?: { pictures: Record<string, string> } } = {}
    new Function('window', strFromU8(unzipSync(bytes)['lesson.js'] ?? new Uint8Array()))(scope)
    expect(scope.whosThere?.pictures).toEqual({ 'symbol-tell': 'content of pictures/symbol-tell.svg' })
    expect(files.filter(file => file.startsWith('pictures/'))).toEqual(['pictures/cover.svg'])
  })

  it('of several lessons begins with a list of them, under the same strict policy', async () => {
    const page = (await texts('web', { course: { title: 'Ours <b>' } }, ...course))['index.html'] ?? ''
    expect(page).toContain('<a href="lying-online-9-11/index.html">')
    expect(page).toContain('Ours &lt;b>')
    expect(page).toContain('default-src \'self\'')
  })
})

describe('a package in two languages', () => {
  it('starts in the first one and brings the other in a script of its own', async () => {
    const welsh = { lesson: { ...fixtureLesson(), locale: 'cy', title: 'Pwy sydd yno?' }, help, messages }
    const built = await buildPackage({
      lessons: [[edition(), welsh]],
      options: exportOptions.parse({}),
      release: '0.0.0',
      format: 'scorm12',
      assets: fakeAssets(),
      renderOpening: async () => '',
    })
    const all = unzipSync(built.bytes)
    expect(built.fileName).toBe('lying-online-9-11_en-cy_scorm12.zip')
    expect(strFromU8(all['lesson.cy.js'] ?? new Uint8Array())).toContain('Pwy sydd yno?')
    expect(strFromU8(all['lesson.js'] ?? new Uint8Array())).toContain(
      '"locales":[{"locale":"en","name":"English"},{"locale":"cy","name":"Cymraeg"}]',
    )
  })
})

describe('the page of a package', () => {
  it('allows its own inlined style by hash and nothing from elsewhere', async () => {
    const page = (await texts('scorm12'))['index.html'] ?? ''
    const style = /<style>(.*)<\/style>/s.exec(page)?.[1] ?? ''
    const hash = createHash('sha256').update(style).digest('base64')
    expect(page).toContain(`content="default-src 'self'; img-src 'self' data:; style-src 'self' 'sha256-${hash}'`)
    expect(style.startsWith(fakeStyle)).toBe(true)
    expect(page).toContain('<div id="player"><main data-lesson="lying-online-9-11"></main></div>')
    expect(page).not.toMatch(/type="?module/)
    const preferences = 'data-text-size="normal" data-spacing="normal" data-font="default" data-contrast="auto" data-motion="auto"'
    expect(page).toContain(`<html lang="en-GB" ${preferences}>`)
  })

  it('puts the lesson on the window without breaking out of a script', async () => {
    const script = (await texts('scorm2004-4'))['lesson.js'] ?? ''
    expect(script).not.toContain('</script>')
    expect(script).not.toContain('\u2028')
    const scope: { whosThere?: { lesson: { id: string }, messages: Record<string, string>, format: string } } = {}
    new Function('window', script)(scope)
    expect(scope.whosThere).toMatchObject({
      lesson: { id: 'lying-online-9-11' },
      format: 'scorm2004-4',
    })
    // Of the words those that the page itself does not hold.
    expect(scope.whosThere?.messages).toEqual({ 'not-started.pupil': 'Tell your teacher.', 'quiz.odd': '</script>\u2028' })
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
    const nasty = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('<', '>', '&', '"', '\'', ']]>', '<!--', '&amp;', '\uD800', '\u0001', 'é', '😀'))
        .map(parts => parts.join('')),
    )
    fc.assert(fc.property(nasty, fc.constantFrom(...scormFormats), (title, format) => {
      const xml = manifestXml(titled(format, title))
      const [, inside = ''] = /<title>([\s\S]*?)<\/title>/.exec(xml) ?? []
      const read = inside.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
      expect(read).toBe(manifestTitle(title))
      expect([...manifestTitle(title)].length).toBeLessThanOrEqual(255)
      expect(inside).not.toMatch(/[<]|&(?!lt;|gt;)|]]>/)
    }))
  })

  it('are well-formed XML even at their worst', async () => {
    const title = '<a href="x">\'&amp;]]><!-- --> \uD83D\uDE00 \u0085\u200F'
    const xml = manifestXml(titled('scorm12', title))
    expect((await validate(xml, 'scorm12')).errors).toEqual([])
  })
})

describe('scenes in a package', () => {
  const scene = (who: string, place: string) => ({ alt: 'A scene.', place, cast: [{ who, at: 'middle' }] })
  const lesson = fixtureLesson()
  const screens = lesson.screens.map((screen, index) => index === 0
    ? { ...screen, picture: undefined, scene: scene('sam', 'step') }
    : index === 1 ? { ...screen, picture: undefined, scene: scene('maya', 'lounge') } : screen) as typeof lesson.screens

  it('the page has the parts of the opening and their style, the lesson the rest, each part once, and the activities the style of all', async () => {
    const { 'index.html': page = '', 'lesson.js': data = '', 'activities.css': style = '' } = await texts('web', {}, { ...lesson, screens })
    const ids = (text: string) => [...text.matchAll(/<g id=\\?"(_\w+)/g)].map(([, id]) => id)
    const [early, late] = [ids(page), ids(data.replaceAll('\\u003C', '<'))]
    expect(early.length).toBeGreaterThan(5)
    expect(late.length).toBeGreaterThan(3)
    expect(early.filter(id => late.includes(id))).toEqual([])
    const placed = [...data.matchAll(/href=\\?"#(_\w+)/g)].map(([, id]) => id)
    expect(placed.filter(id => !early.includes(id) && !late.includes(id))).toEqual([])
    expect([page, data, style].map(text => text.includes('._skin-5{'))).toEqual([true, false, true])
    expect([page, data, style].map(text => text.includes('._skin-4{'))).toEqual([false, false, true])
  })

  it('the policy of the page allows its style, and no other', async () => {
    const { 'index.html': page = '' } = await texts('web', {}, { ...lesson, screens })
    const [, css = ''] = /<style>([^]*?)<\/style>/.exec(page) ?? []
    expect(page).toContain(`'sha256-${createHash('sha256').update(css).digest('base64')}'`)
    expect(page.match(/<style/g)).toHaveLength(1)
    expect(page).not.toMatch(/ style="/)
  })
})
