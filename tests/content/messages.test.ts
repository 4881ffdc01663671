/** Every word that a person sees comes from a message file: none is missing, and none lies there unused. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { areas, areasOf } from '../../i18n/areas'
import player from '../../i18n/player/en.json' with { type: 'json' }
import { schemas } from '#activities/schemas'
import { moduleIds } from '#shared/lesson/modules'

interface Messages { readonly [key: string]: string | Messages }
const byArea = Object.fromEntries(areas.map(area => [area, JSON.parse(readFileSync(`i18n/locales/en/${area}.json`, 'utf8')) as Messages]))
const app = Object.assign({}, ...Object.values(byArea)) as Messages

const skipped = /^(?:node_modules|\.|player\/dist|tests|docs|content|bench)/
const sources = readdirSync('.', { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => !skipped.test(path) && !path.includes('node_modules/') && /\.(?:vue|ts)$/.test(path) && !path.endsWith('.test.ts'))
  .map(path => ({ path, text: readFileSync(path, 'utf8') }))
const isOfPlayer = (path: string) => /^(?:activities|components\/lesson|player)\//.test(path)

function keysOf(messages: object, prefix = ''): string[] {
  return Object.entries(messages).flatMap(([key, value]) => typeof value === 'string' ? [prefix + key] : keysOf(value as object, `${prefix}${key}.`))
}

/** Keys as they stand in code; `${…}` inside a key may be anything without a quote. */
function used(text: string, call: RegExp): RegExp[] {
  return [...text.matchAll(call)].map(match => new RegExp(`^${(match[2] ?? '').replace(/[.*+?^()|[\]\\]/g, '\\$&').replace(/\$\{[^}]*\}/g, '[^\'"`]+')}$`))
}
/** A band's own wording is asked for by the key of all. */
const asked = (key: string) => key.replace(/\.(?:7-9|9-11|11-14|14-16)$/, '')
const literal = /(['`])((?:[a-z][\w-]*|\$\{[^}]*\})(?:\.(?:[\w-]+|\$\{[^}]*\}))*)\1/g

describe.each([
  ['player', keysOf(player), sources.filter(({ path, text }) => isOfPlayer(path) || path.startsWith('server/scorm/') || /i18n\/player|usePlayerWords/.test(text))],
  ['app', keysOf(app), sources.filter(({ path }) => /^(?:pages|layouts|components\/(?!lesson\/)|composables|middleware|app|error)/.test(path))],
])('the words of the %s', (_, keys, files) => {
  it('are all used', () => {
    const patterns = files.flatMap(({ text }) => used(text, literal))
    expect(keys.filter(key => !patterns.some(pattern => pattern.test(asked(key))))).toEqual([])
  })
})

describe.each([['player', player], ['app', app]])('the words of the %s', (_, messages) => {
  it('have no empty case between bars, which no message may have', () => {
    const valuesOf = (part: object): string[] => Object.values(part).flatMap((value: unknown) => typeof value === 'string' ? [value] : valuesOf(value as object))
    expect(valuesOf(messages).filter(value => /^\s*\||\|\s*(?:\||$)/.test(value))).toEqual([])
  })
})

describe.each([
  ['player', keysOf(player), sources.filter(({ path }) => isOfPlayer(path)), /\bt\((['`])([^'`]+)\1/g],
  ['app', keysOf(app), sources.filter(({ path }) => /^(?:pages|layouts|components\/(?!lesson\/)|composables|error)/.test(path)), /\$?\bt\((['`])([^'`]+)\1/g],
] as const)('the words that the %s asks for', (_, keys, files, call) => {
  it('are all there', () => {
    const missing = files.flatMap(({ path, text }) => used(text, call)
      .filter(pattern => !keys.some(key => pattern.test(key)))
      .map(pattern => `${path}: ${pattern.source}`))
    expect(missing).toEqual([])
  })
})

it('names every activity type and module, which pages ask for by their ids', () => {
  expect(Object.keys(app.type ?? {}).sort()).toEqual(Object.keys(schemas).sort())
  expect(Object.keys(app.module ?? {})).toEqual(expect.arrayContaining([...moduleIds]))
})

describe('texts by area', () => {
  it('the default language has a file for each area, and no language has another file', () => {
    const files = areas.map(area => `${area}.json`)
    expect(readdirSync('i18n/locales/en').sort()).toEqual([...files].sort())
    for (const language of readdirSync('i18n/locales'))
      expect(readdirSync(`i18n/locales/${language}`).filter(file => !files.includes(file))).toEqual([])
  })

  it('no two areas have the same group of texts', () => {
    const groups = Object.values(byArea).flatMap(messages => Object.keys(messages))
    expect(groups.filter((group, index) => groups.indexOf(group) !== index)).toEqual([])
  })

  it('what every pupil\'s page carries is small', () => {
    const carried = areasOf('/join').map(area => JSON.stringify(byArea[area]).length)
    expect(carried.reduce((sum, length) => sum + length, 0)).toBeLessThan(12_000)
    expect(areasOf('/join')).not.toContain('staff')
  })

  const textOf = new Map(sources.map(({ path, text }) => [path, text]))
  const named = new Map(sources.filter(({ path }) => /^components\/.*\.vue$/.test(path)).map(({ path }) => [path.replace(/^.*\/|\.vue$/g, ''), path]))
  const exported = new Map(sources.filter(({ path }) => /^(?:composables|utils)\//.test(path)).flatMap(({ path, text }) => [...text.matchAll(/export (?:async )?(?:function|const) (\w+)/g)].map(([, name = '']) => [name, path])))

  /** @returns every file of the app that a page or component is made of, itself included */
  function madeOf(path: string, known = new Set<string>()): Set<string> {
    const text = textOf.get(path)
    if (text === undefined || known.has(path) || isOfPlayer(path)) return known
    known.add(path)
    const imported = [...text.matchAll(/from '(~\/|\.{1,2}\/)([^']+)'/g)].map(([, start, rest = '']) => start === '~/' ? rest : join(dirname(path), start ?? '', rest)).flatMap(file => [file, `${file}.ts`])
    const used = [...text.matchAll(/<([A-Z]\w+)/g)].map(([, name = '']) => named.get(name) ?? '')
    const called = [...text.matchAll(/\b([a-z]\w+)\(/g)].map(([, name = '']) => exported.get(name) ?? '')
    for (const file of [...imported, ...used, ...called]) madeOf(file, known)
    return known
  }

  const pages = sources.filter(({ path }) => path.startsWith('pages/')).map(({ path, text }) => ({
    path,
    address: path.replace(/^pages|(?:\/index)?\.vue$/g, '').replaceAll(/\[[^\]]+\]/g, 'x') || '/',
    frames: [`layouts/${/layout: '(\w+)'/.exec(text)?.[1] ?? 'default'}.vue`, ...(/middleware: [^\n]*admin/.test(text) ? ['middleware/admin.ts'] : [])],
  }))

  it.each(pages)('$path asks for no text that it does not carry', ({ path, address, frames }) => {
    const carried = areasOf(address)
    const elsewhere = areas.filter(area => !carried.includes(area)).flatMap(area => keysOf(byArea[area] ?? {}))
    const files = new Set([path, ...frames].flatMap(file => [...madeOf(file)]))
    const missing = [...files].flatMap(file => used((textOf.get(file) ?? '').replaceAll(/issueOf\([^)]*\)/g, ''), literal)
      // A key that begins with something that is put in may be any.
      .filter(({ source }) => /^\^[a-z][\w-]*(?:\\\.|\$)/.test(source))
      .flatMap(pattern => elsewhere.filter(key => pattern.test(key)).map(key => `${file}: ${key}`)))
    expect(missing).toEqual([])
  })
})

it('the button to leave is called the same on every page', () => {
  expect((app.site as Messages).leave).toBe(player['action.leave'])
})
