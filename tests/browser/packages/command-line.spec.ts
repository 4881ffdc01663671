/** `npm run export` and `npm run check-package` as an admin runs them, on the built player. No browser takes part. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder'

let folder = ''
test.beforeEach(() => {
  folder = temporaryFolder('command')
})
test.afterEach(() => removeFolder(folder))

function run(script: string, ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [`scripts/packages/${script}.ts`, ...args], { encoding: 'utf8' })
  return { status, stdout, stderr }
}

const out = () => join(folder, 'out')
const left = () => existsSync(out()) ? readdirSync(out()) : []

test('every lesson in every format, with a README and sums, and each passes check-package', () => {
  const made = run('export', '--all', '--format', 'scorm12,scorm2004-3,scorm2004-4,web', '--out', out())
  expect(made).toMatchObject({ status: 0, stderr: '' })
  const zips = left().filter(name => name.endsWith('.zip'))
  expect(zips.length % 4).toBe(0)
  expect(left()).toEqual(expect.arrayContaining(['README.txt', 'SHA256SUMS.txt']))
  const sums = readFileSync(join(out(), 'SHA256SUMS.txt'), 'utf8').trim().split('\n').map(line => line.split('  '))
  expect(sums.map(([, name]) => name).sort()).toEqual([...zips].sort())
  for (const [sum, name] of sums) expect(createHash('sha256').update(readFileSync(join(out(), name ?? ''))).digest('hex')).toBe(sum)
  const scorm = zips.filter(name => !name.includes('web')).map(name => join(out(), name))
  expect(run('check-package', ...scorm)).toMatchObject({ status: 0, stderr: '' })
  expect(run('check-package', '--web', ...zips.filter(name => name.includes('web')).map(name => join(out(), name)))).toMatchObject({
    status: 0,
    stderr: '',
  })
})

test('one zip of all packages, as a course, with saved options', () => {
  const options = join(folder, 'options.yml')
  writeFileSync(options, 'passMark: 80\nschool:\n  name: "St Ann <&> \'Co\' 😀"\n')
  expect(
    run('export', '--all', '--course', '--bundle', '--format', 'scorm12,scorm2004-4', '--options', options, '--out', out()),
  ).toMatchObject({ status: 0, stderr: '' })
  expect(left()).toEqual(['whos-there-packages.zip'])
  const files = unzipSync(new Uint8Array(readFileSync(join(out(), 'whos-there-packages.zip'))))
  expect(Object.keys(files).filter(name => name.endsWith('.zip'))).toHaveLength(2)
})

test('a full disk: says so, ends with 3, and leaves nothing', () => {
  // A limit on the size of a file is met in the same way, without filling anybody's disk.
  const { status, stderr } = spawnSync(
    'bash',
    ['-c', `ulimit -f 200; trap '' XFSZ; exec "$0" scripts/packages/export.ts --all --bundle --out "$1"`, process.execPath, out()],
    { encoding: 'utf8' },
  )
  expect(stderr).toContain('the disk is full')
  expect(status).toBe(3)
  expect(left()).toEqual([])
})

for (const [what, options, said] of [
  ['a mark out of range', 'passMark: 700', 'passMark'],
  ['an unknown nation', 'help: { nation: france }', 'nation'],
  ['a logo that is not a picture', 'school: { logo: logo.svg }', 'not a PNG, JPEG or WebP'],
  ['a picture that holds a script', 'school: { logo: logo.png }', 'not a PNG, JPEG or WebP'],
  ['a file that is no options at all', '{{{', 'not JSON or YAML'],
] as const) {
  test(`options with ${what}: a clear sentence, code 1, and nothing written`, () => {
    const file = join(folder, 'options.yml')
    writeFileSync(file, options)
    for (const name of ['logo.svg', 'logo.png'])
      writeFileSync(join(folder, name), '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    const made = run('export', '--all', '--options', file, '--out', out())
    expect(made.stderr).toContain(said)
    expect(made.status).toBe(1)
    expect(left()).toEqual([])
  })
}
