/** What `npm run new:lesson` and `npm run new:activity` write works as it is, in a copy of this project. */
import { execFileSync } from 'node:child_process'
import { cpSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lesson } from '#activities/lesson'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { findPack, readLibrary } from '../../server/content/library/library.ts'
import { lintContent } from '../../server/content/lint/lint.ts'
import { parseYaml } from '../../server/content/library/parse-yaml.ts'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder.ts'

let copy: string
beforeAll(() => {
  copy = temporaryFolder('new-test')
  for (const part of [
    'activities',
    'components',
    'content',
    'i18n',
    'player',
    'scripts',
    'server',
    'shared',
    'stores',
    'tests',
    'package.json',
    'vitest.config.ts',
  ]) {
    // Without the folder that the new lesson comes into: whoever follows the guide has one of the same name.
    cpSync(part, join(copy, part), { recursive: true, filter: path => !/player\/dist|content\/(?:lessons|packs)\/en\/7-9/.test(path) })
  }
  symlinkSync(join(process.cwd(), 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => removeFolder(copy))

/** @returns what the program printed, or why it stopped */
function run(...command: string[]): { ok: boolean, said: string } {
  try {
    return {
      ok: true,
      said: execFileSync(process.execPath, command, { cwd: copy, encoding: 'utf8', stdio: 'pipe', env: { ...process.env, VITEST: '' } }),
    }
  }
  catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string, stderr?: string }
    return { ok: false, said: stdout + stderr }
  }
}

/** Not the name that the guide takes, or whoever follows it would see this fail. */
const type = 'written-by-a-test'

describe('npm run new:activity', () => {
  it('writes a type that is registered and passes its own tests and the contract of all types', () => {
    expect(run('scripts/authoring/new-activity.ts', type)).toMatchObject({ ok: true })
    const { ok, said } = run(
      'node_modules/vitest/vitest.mjs',
      'run',
      `activities/${type}`,
      'activities/contract.test.ts',
      '-t',
      type,
    )
    expect(said).toMatch(/[7-9] passed/)
    expect(ok, said).toBe(true)
  }, 120_000)

  it('gives it a name for pages, and changes no other word', () => {
    const before = JSON.parse(readFileSync('i18n/locales/en/teachers.json', 'utf8')) as { type: Record<string, string> }
    const after = JSON.parse(readFileSync(join(copy, 'i18n/locales/en/teachers.json'), 'utf8')) as typeof before
    expect(after).toEqual({ ...before, type: { ...before.type, [type]: 'written by a test' } })
    expect(Object.keys(after.type)).toEqual(Object.keys(after.type).sort())
  })

  it('puts one line into each registry, in the order of the alphabet', () => {
    for (const registry of ['schemas', 'scoring', 'components', 'full-text']) {
      const types
        = readFileSync(join(copy, `activities/${registry}.ts`), 'utf8').match(/(?<=^import .*?(?:#activities\/|\.\/))[\w-]+(?=\/)/gm) ?? []
      expect(types, registry).toContain(type)
      expect([...types].sort(), registry).toEqual(types)
    }
  })

  it('stops before it overwrites anything, and says what to do', () => {
    expect(run('scripts/authoring/new-activity.ts', 'choice')).toMatchObject({
      ok: false,
      said: expect.stringContaining('There is an activity type "choice" already'),
    })
    expect(run('scripts/authoring/new-activity.ts', 'Word Search')).toMatchObject({
      ok: false,
      said: expect.stringContaining('npm run new:activity -- word-search'),
    })
  })
})

describe('npm run new:lesson', () => {
  it('writes a lesson that the schema takes, in its place', () => {
    expect(run('scripts/authoring/new-lesson.ts', 'speak-up-7-9')).toMatchObject({ ok: true })
    const result = parseYaml(lesson, readFileSync(join(copy, 'content/lessons/en/7-9/speak-up.yml'), 'utf8'), 'speak-up.yml')
    expect(result.ok ? [] : result.issues).toEqual([])
  })

  it('writes a teacher pack that fits the lesson', async () => {
    const library = await readLibrary(folderSource(join(copy, 'content')))
    expect(library.issues).toEqual([])
    expect(findPack(library, 'speak-up-7-9', 'en')?.pack.reviewedBy).toEqual([])
  })

  it('leaves a mark at each text to be written, which the content lint reports', async () => {
    const { problems } = await lintContent(folderSource(join(copy, 'content')), '2026-11-24')
    const unwritten = problems.filter(({ rule }) => rule === 'unwritten')
    expect(unwritten.length).toBeGreaterThan(30)
    expect(new Set(unwritten.map(({ file }) => file))).toEqual(
      new Set(['content/lessons/en/7-9/speak-up.yml', 'content/packs/en/7-9/speak-up.yml']),
    )
  })

  it('stops before it overwrites anything, and says what to do', () => {
    expect(run('scripts/authoring/new-lesson.ts', 'lying-online-9-11')).toMatchObject({
      ok: false,
      said: expect.stringContaining('Nothing was changed'),
    })
    expect(run('scripts/authoring/new-lesson.ts', 'lying-online')).toMatchObject({
      ok: false,
      said: expect.stringContaining('npm run new:lesson -- <module>-<band>'),
    })
  })
})
