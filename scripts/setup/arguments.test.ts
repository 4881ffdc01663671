import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { packageFormats } from '#shared/scorm/package-format'
import { openDatabase } from '../../server/platform/database/client'
import { seededSchool } from '../../tests/support/databases/databases'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder'
import { readCommand } from './arguments.mjs'
import { commands } from './commands.mjs'

const scripts = (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts
const ours = Object.entries(scripts).filter(([, line]) => line.startsWith('node scripts/')).map(([name, line]) => ({ name, line }))

let folder = ''
beforeAll(() => {
  folder = temporaryFolder('arguments')
})
afterAll(() => removeFolder(folder))

it('every command of ours has its arguments described', () => {
  expect(ours.map(({ name }) => name).sort()).toEqual(Object.keys(commands).sort())
  for (const { program } of Object.values(commands)) expect(existsSync(program)).toBe(true)
})

describe.each(ours)('npm run $name', ({ line }) => {
  /** In a clone in which nothing is installed: a command that wanted to install or build first would fail, or leave something. */
  function inFreshClone(...args: string[]) {
    const clone = join(folder, 'clone')
    cpSync('scripts', join(clone, 'scripts'), { recursive: true, filter: path => !path.endsWith('.ts') })
    cpSync('package.json', join(clone, 'package.json'))
    cpSync('shared/text/languages.json', join(clone, 'shared/text/languages.json'))
    const before = readdirSync(clone, { recursive: true }).sort()
    const [, program = '', ...rest] = line.split(' ')
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...rest, ...args], { cwd: clone, encoding: 'utf8' })
    expect(readdirSync(clone, { recursive: true }).sort()).toEqual(before)
    return { status, stdout, stderr }
  }

  it('explains itself before it installs, builds or changes anything', () => {
    expect(inFreshClone('--help')).toEqual({ status: 0, stdout: expect.stringMatching(/\n {2}npm (?:run )?[\w:-]+[^]*--help/), stderr: '' })
  })

  it('refuses what it does not know, in one sentence that says where to look, before it does anything', () => {
    for (const args of [['--wrong-option'], ['a', 'b', 'c', '--wrong-option=1']]) {
      expect(inFreshClone(...args)).toEqual({
        status: 2,
        stdout: '',
        stderr: expect.stringMatching(/^[^\n]*--wrong-option[^\n]* See npm [^\n]+ --help\.\n$/),
      })
    }
  })
})

it.each([
  ['backup', ['--help'], { help: expect.stringContaining('--yes') as string }],
  ['backup', ['a', 'b'], { mistake: 'npm run backup takes one name, so "b" is one too many. See npm run backup -- --help.' }],
  ['backup', [''], { mistake: expect.stringContaining('empty') as string }],
  ['restore', [], { mistake: expect.stringContaining('Say which backup') as string }],
  ['restore', ['a', '--yes'], { values: { yes: true }, positionals: ['a'] }],
  ['restore', ['a', '--yes=no'], { mistake: expect.stringContaining('--yes takes no value') as string }],
  ['export', ['--lesson'], { mistake: expect.stringContaining('--lesson needs a value: --lesson ID[,ID...]') as string }],
  ['export', ['--out', '--all'], { mistake: expect.stringContaining('--out needs a value') as string }],
  ['start', ['3001'], { mistake: 'npm start does not know what to do with "3001". See npm start -- --help.' }],
  ['new:lesson', ['a', '--', '--help'], { mistake: expect.stringContaining('one too many') as string }],
] as const)('npm run %s with %j', (name, args, expected) => {
  expect(readCommand(name, args)).toMatchObject(expected)
})

it('the formats that npm run export names are the ones there are', () => {
  const { says } = commands.export.options.format
  for (const format of packageFormats) expect(says).toContain(format)
})

describe('restore and backup', () => {
  const run = (command: string, ...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/${command}.ts`, ...args], {
      encoding: 'utf8',
      input: 'yes\n',
      env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' },
    })
    expect(stderr).not.toMatch(/^\s+at /m)
    return { status, stdout, stderr }
  }

  it('restore shows what it is about to replace, and wants --yes where nobody is there to ask', async () => {
    const file = join(folder, 'backup.gz')
    const { db } = await openDatabase(join(folder, 'whos-there.sqlite'))
    await seededSchool(db)
    expect(run('backup', file)).toMatchObject({ status: 0 })
    const [{ name } = { name: '' }] = await db.selectFrom('school').select('name').execute()
    await db.updateTable('school').set({ name: 'Elm Park' }).execute()

    expect(run('restore', file)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: expect.stringMatching(
        new RegExp(
          `In this backup, of .*: ${name}: \\d+ members? of staff, 1 class, \\d+ pupils, \\d+ attempts?\\.\nThere now, and replaced by it: Elm Park: [^]*--yes`,
        ),
      ),
    })
    expect(await db.selectFrom('school').select('name').execute()).toEqual([{ name: 'Elm Park' }])
    expect(run('restore', file, '--yes')).toMatchObject({ status: 0, stdout: expect.stringContaining('Restored') })
    expect(await db.selectFrom('school').select('name').execute()).toEqual([{ name }])

    // Nor does a second backup quietly take the place of the first.
    const bytes = readFileSync(file)
    expect(run('backup', file)).toMatchObject({ status: 2, stderr: expect.stringContaining('is there already') })
    expect(readFileSync(file)).toEqual(bytes)
    expect(run('backup', file, '--yes')).toMatchObject({ status: 0 })

    // A copy that broke off changes nothing.
    const half = join(folder, 'half.gz')
    writeFileSync(half, bytes.subarray(0, bytes.length / 2))
    expect(run('restore', half, '--yes')).toMatchObject({ status: 1, stderr: expect.stringContaining('damaged') })
    expect(await db.selectFrom('school').select('name').execute()).toEqual([{ name }])
    await db.destroy()
  })

  it.each([
    ['restore', 'no-such-file', 1, 'is not there. Give the path of a backup.'],
    ['restore', '.', 1, 'no backup of Who\'s There?'],
    ['restore', '--help', 0, ''],
    ['backup', '--help', 0, ''],
    ['backup', 'no/such/folder/backup.gz', 1, 'its folder is not there'],
    ['authoring/lint-content', '--help', 0, ''],
    ['authoring/lint-content', 'no-such-folder', 2, 'There is no folder "no-such-folder"'],
  ])('%s %s ends with %i and a sentence', (command, argument, status, said) => {
    expect(run(command, argument)).toMatchObject({ status, stderr: expect.stringContaining(said) })
    expect(existsSync('--help')).toBe(false)
  })
})
