/** The activities of a package are put together from pieces: in whatever choice, each piece finds what it uses. */
import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import ts from 'typescript'
import { schemas } from '#activities/schemas'
import type { Lesson } from '#activities/lesson'
import { activityFiles } from '../../../server/scorm/package/activity-files.ts'

const pieces = readFileSync(new URL('../../../player/dist/activities.json', import.meta.url))
const types = [...Object.keys(schemas), 'break', 'ending']

/** @returns the script of a lesson with screens of these types */
function scriptOf(types: readonly string[]): string {
  const screens = types.map(type => type === 'break' ? { type: 'content', startsSitting: true } : { type })
  return new TextDecoder().decode(activityFiles(pieces, [{ screens } as unknown as Lesson], []).get('activities.js'))
}

/** @returns names that nothing in their script declares, nor any browser */
function unknownNames(scripts: ReadonlyMap<string, string>): string[] {
  const options: ts.CompilerOptions = { allowJs: true, checkJs: true, noEmit: true, types: [], lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'] }
  const host = ts.createCompilerHost(options)
  const { getSourceFile, fileExists } = host
  host.fileExists = name => scripts.has(name) || fileExists(name)
  host.getSourceFile = (name, ...others) => {
    const own = scripts.get(name)
    return own === undefined ? getSourceFile(name, ...others) : ts.createSourceFile(name, own, ts.ScriptTarget.ES2022)
  }
  const program = ts.createProgram([...scripts.keys()], options, host)
  const isUnknown = ({ code }: ts.Diagnostic) => [2304, 2552, 18004].includes(code)
  const isTwice = ({ code }: ts.Diagnostic) => [2300, 2451].includes(code)
  return program.getSourceFiles().filter(({ fileName }) => scripts.has(fileName)).flatMap(file =>
    [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file).filter(found => isUnknown(found) || isTwice(found))]
      .map(({ messageText }) => `${file.fileName} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`))
}

test('every type by itself, none and all of them have every name that they use, once', () => {
  const choices = new Map([...types.map((type): [string, string[]] => [type, [type]]), ['none', []], ['all', types]])
  expect(unknownNames(new Map([...choices].map(([name, chosen]) => [`${name}.js`, scriptOf(chosen)])))).toEqual([])
})

test('a type brings itself, and what only others need stays away', () => {
  const all = scriptOf(types)
  for (const type of types) {
    const own = scriptOf([type])
    expect(own.length, type).toBeLessThan(all.length / 1.5)
    expect(own.length, type).toBeGreaterThan(scriptOf([]).length)
  }
  expect(scriptOf(['sort', 'chat'])).toBe(scriptOf(['chat', 'sort']))
})
