/**
 * `npm run mutate`: changes the code in one place at a time (an operator, a condition, a text, a border), runs the tests that reach
 * the place, and names the changes that none of them noticed. docs/mutation.md says how to read it.
 * It works in a copy of the project, and leaves nothing behind.
 */
import { matchesGlob, relative } from 'node:path'
import { Stryker } from '@stryker-mutator/core'
import { temporaryFolder, removeFolder } from '../../tests/support/temporary-folder.ts'
import { readArguments } from '../setup/arguments.mjs'
import { groups, type Group, type GroupName } from './groups.ts'

type Settings = ConstructorParameters<typeof Stryker>[0]
type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number]

const { values, positionals } = readArguments('mutate')
const least = Number(values.least)
if (!(least >= 0 && least <= 100)) stop('--least is a share in per cent, such as 85.')

function stop(sentence: string): never {
  console.error(`${sentence} See npm run mutate -- --help.`)
  process.exit(2)
}

const isIn = ({ files }: Group, file: string) => files.every(glob => glob.startsWith('!') ? !matchesGlob(file, glob.slice(1)) : true)
  && files.some(glob => matchesGlob(file, glob))

/** @returns by group what is to be changed: whole groups, or files of them */
function asked(): Map<GroupName, readonly string[]> {
  const names = Object.keys(groups) as GroupName[]
  const found = new Map<GroupName, readonly string[]>()
  for (const word of positionals.length > 0 ? positionals : names) {
    const group = names.find(name => name === word) ?? names.find(name => isIn(groups[name], relative('.', word)))
    if (!group) stop(`"${word}" is no group (${names.join(', ')}), and no file of one.`)
    found.set(group, group === word ? groups[group].files : [...found.get(group) ?? [], relative('.', word)])
  }
  return found
}

function settings(files: readonly string[], folder: string): Settings {
  return {
    mutate: [...files],
    testRunner: 'vitest',
    plugins: ['@stryker-mutator/vitest-runner'],
    vitest: { configFile: 'scripts/mutation/vitest.config.ts', related: true },
    coverageAnalysis: 'perTest',
    concurrency: 1,
    // What is reached takes seconds; an endless loop is noticed too.
    timeoutMS: 20_000,
    tempDirName: folder,
    ignorePatterns: [
      '/.output', '/.releases', '/.data', '/data', '/packages', '/public', '/docs', '/test-results',
      '!.nuxt', '.nuxt/*', '!.nuxt/tsconfig*.json',
    ],
    disableTypeChecks: false,
    reporters: [process.stdout.isTTY ? 'progress' : 'progress-append-only'],
    allowEmpty: true,
    logLevel: 'error' as NonNullable<Settings['logLevel']>,
  } satisfies Settings & { readonly vitest: object }
}

const noticed = ({ status }: MutantResult) => status === 'Killed' || status === 'Timeout'
const unnoticed = ({ status }: MutantResult) => status === 'Survived' || status === 'NoCoverage'

/** @returns where a change was made, and what stands there instead, on one line */
function described({ fileName, location: { start }, mutatorName, replacement = '', status }: MutantResult): string {
  const instead = replacement.replace(/\s+/g, ' ')
  const place = `${relative('.', fileName)}:${start.line}:${start.column}`
  return `${place}  ${mutatorName}: ${instead.length > 80 ? `${instead.slice(0, 79)}…` : instead}${status === 'NoCoverage' ? '  (no test comes here)' : ''}`
}

function share(results: readonly MutantResult[]): number {
  const counted = results.filter(result => noticed(result) || unnoticed(result))
  return counted.length === 0 ? 100 : 100 * counted.filter(noticed).length / counted.length
}

const rows: { readonly name: string, readonly results: readonly MutantResult[] }[] = []
for (const [name, files] of asked()) {
  console.log(`${name}: ${groups[name].says} …`)
  const folder = temporaryFolder('mutate')
  process.env.MUTATION_GROUP = name
  try {
    rows.push({ name, results: await new Stryker(settings(files, folder)).runMutationTest() })
  }
  finally {
    removeFolder(folder)
  }
}

for (const { results } of rows) {
  for (const result of results.filter(unnoticed)) console.log(described(result))
}
for (const { name, results } of rows) {
  console.log(`\n${name}`)
  for (const [file, ofFile] of Map.groupBy(results, ({ fileName }) => relative('.', fileName))) {
    const [yes, no] = [ofFile.filter(noticed).length, ofFile.filter(unnoticed).length]
    console.log(`  ${share(ofFile).toFixed(0).padStart(3)} %  ${file}  (${yes} noticed, ${no} not)`)
  }
  console.log(
    `  ${share(results).toFixed(1)} % of ${results.filter(result => noticed(result) || unnoticed(result)).length} changes were noticed.`,
  )
}
const short = rows.filter(({ results }) => share(results) < least)
if (short.length > 0) {
  console.error(`\nFewer than ${least} % were noticed in: ${short.map(({ name }) => name).join(', ')}.`)
  process.exitCode = 1
}
