import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { HelpFile } from '#shared/lesson/help-routes'
import { fakeAssets } from '../../../tests/support/packages/fake-assets.ts'
import { fixtureLesson } from '../../../tests/support/lessons/fixture-lesson.ts'
import type { Library } from '../../content/library/library.ts'
import { defaultExportOptions, exportOptions } from '#shared/scorm/export-options'
import { exportPackage, ExportError, knownOptions, type ExportRequest, type Workshop } from './export.ts'
import type { PackageData } from '../../../player/package-data.ts'

const help: HelpFile = {
  locale: 'en',
  checked: '2026-11-01',
  routes: [
    { id: 'childline', name: 'Childline', what: 'Talk.', shownTo: ['9-11'], verified: true },
    { id: 'school', name: 'An adult at school', what: 'Any teacher.', shownTo: ['9-11'], verified: true },
    { id: 'meic', name: 'Meic', what: 'Only in Wales.', shownTo: ['9-11'], nations: ['wales'], verified: true },
    { id: 'rumour', name: 'Seen nowhere', what: 'Nobody has checked it.', shownTo: ['9-11'], verified: false },
    { id: 'nspcc', name: 'NSPCC', what: 'For adults.', shownTo: ['adults'], verified: true },
  ],
}

const library: Library = {
  lessons: [{ value: fixtureLesson(), path: 'lessons/en/9-11/lying-online.yml', lineOf: () => 1 }],
  help: [help],
  situations: [],
  nations: [],
  issues: [
    { file: 'content/lessons/en/7-9/speak-up.yml', line: 12, rule: 'schema', message: 'title: Too small' },
    { file: 'content/lessons/en/7-9/speak-up.yml', line: 14, rule: 'schema', message: 'minutes: Too small' },
  ],
  packs: [],
  packCommons: [],
  curricula: [],
}

function asked(changes: Partial<Workshop & ExportRequest> = {}) {
  const { library: own = library, assets = fakeAssets(), renderOpening = async () => '', release = '0.0.0', ...request } = changes
  return exportPackage(
    { library: own, assets, renderOpening, release },
    { lessons: ['lying-online-9-11'], locales: ['en'], format: 'scorm12', options: defaultExportOptions, ...request },
  )
}

async function givenToThePlayer(changes: Partial<Workshop & ExportRequest> = {}): Promise<PackageData> {
  let given: PackageData | undefined
  await asked({ ...changes, renderOpening: async (data) => {
    given = data
    return ''
  } })
  if (!given) throw new Error('nothing was rendered')
  return given
}

describe('whether a lesson has been reviewed', () => {
  const by = (role: string) => ({ ...library, lessons: library.lessons.map(file =>
    ({ ...file, value: fixtureLesson({ reviewedBy: [{ name: 'Jo Bright', role, date: '2026-12-01' }] }) })) })
  const manifestOf = ({ bytes }: { bytes: Uint8Array }) => strFromU8(unzipSync(bytes)['imsmanifest.xml'] ?? new Uint8Array())

  it('is told by its package until a specialist has signed it, whoever else has', async () => {
    for (const own of [library, by('PSHE teacher')]) {
      const made = await asked({ library: own })
      expect(made.awaitingReview).toEqual(['lying-online-9-11'])
      expect(manifestOf(made)).toContain('Awaiting review')
    }
  })

  it('is no question any more once one has', async () => {
    const made = await asked({ library: by('Child-protection specialist') })
    expect(made.awaitingReview).toEqual([])
    expect(manifestOf(made)).not.toContain('Awaiting review')
  })
})

describe('asking for a package', () => {
  it('gives the player the help routes of the band and its words', async () => {
    expect((await asked()).fileName).toBe('lying-online-9-11_en_scorm12.zip')
    const { help, messages } = await givenToThePlayer()
    expect(help.map(route => route.id)).toEqual(['childline', 'school'])
    expect(messages['help.title']).toBeTypeOf('string')
  })

  it('never makes a package without help: a language without routes of its own has the English ones, and without any file there are 999 and Childline', async () => {
    await asked({
      library: {
        ...library,
        help: [{ ...help, locale: 'cy', routes: help.routes.filter(({ shownTo }) => !shownTo.includes('9-11')) }, help],
      },
    })
    expect((await givenToThePlayer()).help.map(route => route.id)).toEqual(['childline', 'school'])
    const { help: last } = await givenToThePlayer({ library: { ...library, help: [] } })
    expect(last.map(route => route.phone)).toEqual(['999', '0800 1111'])
  })

  it('puts the nation\'s own routes and the school\'s own contact in', async () => {
    const { help } = await givenToThePlayer({
      options: exportOptions.parse({ help: { nation: 'wales', contact: 'Mrs Khan, room 12' }, school: { name: 'Hill School' } }),
    })
    expect(help.map(route => route.id)).toEqual(['childline', 'school', 'meic'])
    expect(help[1]).toMatchObject({ name: 'Hill School', what: 'Mrs Khan, room 12' })
  })

  it.each([
    [{ format: 'scorm13' }, 'unknown-format', 'There is no format "scorm13". The formats are: scorm12, scorm2004-3, scorm2004-4, web.'],
    [{ lessons: ['nothing'] }, 'unknown-lesson', 'There is no lesson "nothing" in the locale "en". The lessons are: lying-online-9-11.'],
    [{ lessons: [] }, 'unknown-lesson', 'Choose at least one lesson.'],
    [
      { lessons: ['../../etc/passwd'] },
      'unknown-lesson',
      'There is no lesson of that name in the locale "en". The lessons are: lying-online-9-11.',
    ],
    [{ locales: ['cy'] }, 'unknown-locale', 'There are no lessons in the locale "cy". The locales are: en.'],
    [
      { lessons: ['speak-up-7-9'] },
      'invalid-lesson',
      'The lesson "speak-up-7-9" cannot be used: content/lessons/en/7-9/speak-up.yml, line 12: title: Too small (and 1 more).',
    ],
    [
      { assets: fakeAssets('player/player.js') },
      'missing-file',
      'The file player/player.js is missing. Build the player first: npm run build:player.',
    ],
    [
      { assets: fakeAssets('pictures/cover.svg') },
      'missing-file',
      'The file pictures/cover.svg is missing. The lesson shows this picture, so content/pictures/cover.svg has to be there.',
    ],
    [
      { options: exportOptions.parse({ school: { logo: 'data:image/png;base64,AAAA' } }) },
      'invalid-options',
      'The logo is not a PNG, JPEG or WebP picture. Save it as PNG and choose it again. (SVG is not taken, because it can hold scripts.)',
    ],
  ] as const)('says clearly what is wrong with request %#', async (changes, code, message) => {
    const error: unknown = await asked(changes).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ExportError)
    expect(error).toMatchObject({ code, message })
  })
})

describe('the options', () => {
  it.each([
    [{ passMark: 0 }, 'passMark: from 1 to 100'],
    [{ passMark: 101 }, 'passMark: from 1 to 100'],
    [{ passMark: 70.5 }, 'passMark: a whole number'],
    [{ goes: 0 }, 'goes: from 1 to 20'],
    [{ help: { nation: 'france' } }, 'help.nation: one of: uk, england'],
    [{ school: { logo: 'data:image/svg+xml;base64,PHN2Zy8+' } }, 'school.logo: a PNG, JPEG or WebP picture'],
    [{ school: { logo: 'https://elsewhere.example/logo.png' } }, 'school.logo: a PNG, JPEG or WebP picture'],
    [{ school: { logo: `data:image/png;base64,${'A'.repeat(200_000)}` } }, 'school.logo: at most 60 kB'],
    [{ school: { name: 'x'.repeat(81) } }, 'school.name: at most 80 characters'],
    [{ school: { name: 'two\nlines' } }, 'school.name: no line breaks'],
    [{ finish: { to: 'address', address: 'javascript:alert(1)' } }, 'finish.address: a whole web address'],
    [{ finish: { to: 'address' } }, 'finish.address'],
    [{ passmark: 80 }, 'passmark: there is no such option'],
    ['text', 'expected object'],
  ])('are refused with the field and what it takes: %j', (given, words) => {
    expect(() => knownOptions(given)).toThrow(words)
  })

  it.each(['<b>&"\'', 'Ysgol y Bryn', '😀😀', '‮right to left', '</script><script>'])('take the name "%s" as it is', (name) => {
    expect(knownOptions({ school: { name } }).school.name).toBe(name)
  })
})
