import { describe, expect, it } from 'vitest'
import type { HelpFile } from '#shared/help-routes'
import { fakeAssets } from '../../tests/support/fake-assets.ts'
import { fixtureLesson } from '../../tests/support/fixture-lesson.ts'
import type { Library } from '../content/library.ts'
import { exportPackage, ExportError, type ExportRequest } from './export.ts'
import type { PackageData } from '../../player/package-data.ts'

const help: HelpFile = {
  locale: 'en',
  checked: '2026-11-01',
  routes: [
    { id: 'childline', name: 'Childline', what: 'Talk.', shownTo: ['9-11'], verified: true },
    { id: 'nspcc', name: 'NSPCC', what: 'For adults.', shownTo: ['adults'], verified: true },
  ],
}

const library: Library = {
  lessons: [{ value: fixtureLesson(), path: 'lessons/en/9-11/lying-online.yml', lineOf: () => 1 }],
  help: [help],
  issues: [
    { file: 'content/lessons/en/7-9/speak-up.yml', line: 12, rule: 'schema', message: 'title: Too small' },
    { file: 'content/lessons/en/7-9/speak-up.yml', line: 14, rule: 'schema', message: 'minutes: Too small' },
  ],
}

function request(changes: Partial<ExportRequest> = {}): ExportRequest {
  return { library, lessonId: 'lying-online-9-11', locale: 'en', format: 'scorm12', assets: fakeAssets(), renderOpening: async () => '', ...changes }
}

describe('asking for a package', () => {
  it('gives the player the help routes of the band and its words', async () => {
    let given: PackageData | undefined
    const built = await exportPackage(request({ renderOpening: async (data) => {
      given = data
      return ''
    } }))
    expect(built.fileName).toBe('lying-online-9-11_en_scorm12.zip')
    expect(given?.help.map(route => route.id)).toEqual(['childline'])
    expect(given?.messages['feedback.unsure']).toBeTypeOf('string')
  })

  it.each([
    [{ format: 'scorm13' }, 'unknown-format', 'There is no format "scorm13". The formats are: scorm12, scorm2004-3, scorm2004-4.'],
    [{ lessonId: 'nothing' }, 'unknown-lesson', 'There is no lesson "nothing" in the locale "en". The lessons are: lying-online-9-11.'],
    [{ lessonId: '../../etc/passwd' }, 'unknown-lesson', 'There is no lesson "../../etc/passwd" in the locale "en". The lessons are: lying-online-9-11.'],
    [{ locale: 'cy' }, 'unknown-locale', 'There are no lessons in the locale "cy". The locales are: en.'],
    [{ lessonId: 'speak-up-7-9' }, 'invalid-lesson', 'The lesson "speak-up-7-9" cannot be used: content/lessons/en/7-9/speak-up.yml, line 12: title: Too small (and 1 more).'],
    [{ library: { ...library, help: [] } }, 'missing-file', 'The help routes (content/help/en.yml) are missing or cannot be read. No lesson goes out without them.'],
    [{ assets: fakeAssets('player/player.js') }, 'missing-file', 'The file player/player.js is missing. Build the player first: npm run build:player.'],
    [{ assets: fakeAssets('pictures/cover.svg') }, 'missing-file', 'The file pictures/cover.svg is missing. The lesson shows this picture, so content/pictures/cover.svg has to be there.'],
  ] as const)('says clearly what is wrong with %j', async (changes, code, message) => {
    const error: unknown = await exportPackage(request(changes)).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(ExportError)
    expect(error).toMatchObject({ code, message })
  })
})
