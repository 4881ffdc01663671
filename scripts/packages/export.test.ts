import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyAssets } from '../../player/copy-assets.ts'
import { fakePlayer } from '../../tests/support/packages/fake-assets.ts'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson.ts'
import { runExport } from './export.ts'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder.ts'

/** A project of its own with one lesson and a made-up player. */
let project: string
let out: string

beforeAll(async () => {
  project = temporaryFolder('export-test')
  out = join(project, 'out')
  const write = async (path: string, text: string) => {
    await mkdir(join(project, path, '..'), { recursive: true })
    await writeFile(join(project, path), text)
  }
  await write('content/lessons/en/9-11/lying-online.yml', stringify(fixtureLesson()))
  await write(
    'content/help/en.yml',
    stringify({
      locale: 'en',
      checked: '2026-11-01',
      routes: [{ id: 'childline', name: 'Childline', what: 'Talk.', shownTo: ['9-11'], verified: true }],
    }),
  )
  await write('content/pictures/cover.svg', '<svg/>')
  await write('player/dist/player.js', fakePlayer)
  await write('player/dist/player.css', 'body{}')
  await write('player/dist/activities.json', '{"scripts":[{"types":null,"text":"0"}],"styles":[{"types":["choice"],"text":"p{}"}],"words":{}}')
  await write('player/dist/early.js', '0')
  await write('player/dist/record.js', '0')
  await write('player/dist/admin.js', '0')
  await copyAssets(join(project, 'player/dist'))
})
afterAll(() => removeFolder(project))

async function run(...args: string[]) {
  const printed: string[] = []
  const complaints: string[] = []
  const code = await runExport(args, {
    project,
    loadRenderOpening: async () => async () => '<main></main>',
    print: line => printed.push(line),
    complain: line => complaints.push(line),
  })
  return { code, printed, complaints }
}

describe('npm run export', () => {
  it('writes a package and one line about it', async () => {
    const { code, printed, complaints } = await run('--lesson', 'lying-online-9-11', '--format', 'scorm12', '--out', out)
    expect({ code, complaints }).toEqual({ code: 0, complaints: [] })
    expect(printed).toEqual([expect.stringMatching(/lying-online-9-11_en_scorm12\.zip {2}\d+\.\d kB {2}self-check passed \(\d+ rules\) {2}awaiting review$/)])
    expect(await readdir(out)).toEqual(['lying-online-9-11_en_scorm12.zip'])
  })

  it('writes all lessons, and the same bytes every time', async () => {
    const file = join(out, 'lying-online-9-11_en_scorm2004-4.zip')
    await run('--all', '--format', 'scorm2004-4', '--out', out)
    const first = await readFile(file)
    expect((await run('--all', '--format', 'scorm2004-4', '--out', out)).code).toBe(0)
    expect((await readFile(file)).equals(first)).toBe(true)
  })

  it('explains itself', async () => {
    const { code, printed } = await run('--help')
    expect(code).toBe(0)
    expect(printed.join()).toContain('--lesson')
  })

  it.each([
    [[], 'Say which lessons'],
    [['--format', ' , ', '--all'], 'Say which format'],
    [['--format', 'scorm12', '--lesson', ' , '], 'Say which lessons'],
    [['--format', 'scorm12', '--all', '--lesson', 'lying-online-9-11'], 'not both'],
    [['--fromat', 'scorm12'], '--fromat'],
    [['scorm12'], 'scorm12'],
  ])('asks for proper usage after %j', async (args, words) => {
    const { code, complaints } = await run(...args)
    expect(code).toBe(2)
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toContain(words)
    expect(complaints[0]).not.toContain('\n')
  })

  it.each([
    [['--lesson', 'nothing', '--format', 'scorm12'], 'The lessons are: lying-online-9-11.'],
    [['--lesson', 'lying-online-9-11,nothing', '--format', 'scorm12'], 'There is no lesson "nothing"'],
    [['--lesson', 'lying-online-9-11', '--format', 'scorm99'], 'The formats are: scorm12, scorm2004-3, scorm2004-4, web.'],
    [['--lesson', 'lying-online-9-11', '--format', 'scorm12', '--locale', 'xx'], 'The locales are: en.'],
    [['--all', '--format', 'scorm12', '--locale', 'xx'], 'The locales are: en.'],
  ])('says what there is after %j and writes nothing', async (args, words) => {
    const folder = join(project, 'nothing-here')
    const { code, complaints } = await run(...args, '--out', folder)
    expect(code).toBe(1)
    expect(complaints).toHaveLength(1)
    expect(complaints[0]).toContain(words)
    await expect(readdir(folder)).rejects.toThrow()
  })

  it('says so when the folder cannot be written to, and leaves nothing half-written', async () => {
    await writeFile(join(project, 'a-file'), '')
    const { code, complaints } = await run('--all', '--format', 'scorm12', '--out', join(project, 'a-file'))
    expect(code).toBe(3)
    expect(complaints[0]).toMatch(/cannot be written to ".*a-file" \(\w+\)\. Nothing was left there\. Choose another folder/)
    const occupied = join(project, 'occupied')
    await mkdir(join(occupied, 'lying-online-9-11_en_scorm12.zip'), { recursive: true })
    expect((await run('--all', '--format', 'scorm12', '--out', occupied)).code).toBe(3)
    expect(await readdir(occupied)).toEqual(['lying-online-9-11_en_scorm12.zip'])
  })

  it('names file and line of a lesson that breaks the schema', async () => {
    const broken = join(project, 'content/lessons/en/7-9/speak-up.yml')
    await mkdir(join(broken, '..'), { recursive: true })
    await writeFile(broken, 'id: speak-up-7-9\n')
    for (const which of [['--lesson', 'speak-up-7-9'], ['--all']]) {
      const { code, complaints } = await run(...which, '--format', 'scorm12', '--out', out)
      expect(code).toBe(1)
      expect(complaints[0]).toContain('content/lessons/en/7-9/speak-up.yml, line ')
    }
    await rm(broken)
  })
})
