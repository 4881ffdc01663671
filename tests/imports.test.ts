/** No circle among files or among folders: what a room stands on does not stand on it. Which way arrows may go is in eslint.config.mjs. */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import { preProcessFile } from 'typescript'
import { parse } from 'vue/compiler-sfc'
import { describe, expect, it } from 'vitest'

const ROOMS = [
  'activities',
  'bench',
  'components',
  'composables',
  'i18n',
  'layouts',
  'middleware',
  'modules',
  'pages',
  'player',
  'plugins',
  'scripts',
  'server',
  'shared',
  'stores',
  'tests',
  'utils',
  'worker',
]
const paths = ROOMS.flatMap(room =>
  readdirSync(room, { recursive: true, encoding: 'utf8' }).map(path => posix.join(room, path.replaceAll('\\', '/'))),
).filter(path => /\.(?:ts|vue|mjs)$/.test(path) && !/^player\/dist\//.test(path) && statSync(path).isFile())
const known = new Set(paths)

function codeOf(path: string): string {
  const text = readFileSync(path, 'utf8')
  if (!path.endsWith('.vue')) return text
  const { script, scriptSetup } = parse(text).descriptor
  return `${script?.content ?? ''}\n${scriptSetup?.content ?? ''}`
}

/** Names of package.json ("imports") and of Nuxt. */
const aliases: readonly (readonly [RegExp, string])[] = [[/^#(shared|activities|player)\//, '$1/'], [/^(?:~~?|@)\//, '']]

/** @returns the file of ours that an import names */
function fileOf(from: string, name: string): string | undefined {
  const plain = name.startsWith('.')
    ? posix.join(dirname(from), name)
    : aliases.reduce((path, [start, room]) => path.replace(start, room), name)
  return [plain, `${plain}.ts`, `${plain}.vue`, join(plain, 'index.ts')].find(path => known.has(path))
}

const imports = new Map(
  paths.map(path => [
    path,
    new Set(preProcessFile(codeOf(path), true, true).importedFiles.flatMap(({ fileName }) => fileOf(path, fileName) ?? [])),
  ]),
)

/** @returns the shortest circle through each node that is on one, each circle once, as "a → b → a" */
function circlesIn(arrows: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const circles = [...arrows.keys()].flatMap((start) => {
    const cameFrom = new Map<string, string>()
    for (const queue = [start]; queue.length > 0;) {
      const at = queue.shift() ?? ''
      for (const next of arrows.get(at) ?? []) {
        if (cameFrom.has(next)) continue
        cameFrom.set(next, at)
        queue.push(next)
      }
    }
    if (!cameFrom.has(start)) return []
    const way = [start]
    for (let at = cameFrom.get(start) ?? start; at !== start; at = cameFrom.get(at) ?? start) way.unshift(at)
    return [way]
  })
  return [...new Map(circles.map(way => [[...way].sort().join(), [way.at(-1), ...way].join(' → ')])).values()]
}

/** A folder of the second level with all that is in it. The types of activities and the lists of them are one. */
const folderOf = (path: string) =>
  path
    .split('/')
    .slice(0, path.startsWith('activities/') ? 1 : 2)
    .filter(part => !part.includes('.'))
    .join('/')

describe('imports', () => {
  it('are found', () => {
    expect(imports.get('server/api/staff/index.get.ts')).toContain('server/accounts/staff/staff.ts')
    expect(imports.get('components/lesson/LessonPlayer.vue')?.size).toBeGreaterThan(5)
  })

  it('circles are told from ways', () => {
    const arrows = (...pairs: string[]) => new Map(pairs.map(pair => [pair[0] ?? '', new Set(pair.slice(1))]))
    expect(circlesIn(arrows('abc', 'bd', 'cd'))).toEqual([])
    expect(circlesIn(arrows('ab', 'bc', 'ca', 'da'))).toEqual(['c → a → b → c'])
  })

  it('make no circle among files', () => {
    expect(circlesIn(imports)).toEqual([])
  })

  it('make no circle among folders', () => {
    const folders = new Map<string, Set<string>>()
    for (const [path, targets] of imports) {
      // Tests may stand anywhere and look at anything.
      if (path.includes('.test.') || path.startsWith('tests/')) continue
      for (const target of targets)
        if (folderOf(target) !== folderOf(path))
          folders.set(folderOf(path), (folders.get(folderOf(path)) ?? new Set()).add(folderOf(target)))
    }
    expect(circlesIn(folders)).toEqual([])
  })
})
