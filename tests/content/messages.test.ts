/** Every word that a person sees comes from a message file: none is missing, and none lies there unused. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import app from '../../i18n/locales/en.json' with { type: 'json' }
import player from '../../i18n/player/en.json' with { type: 'json' }
import { schemas } from '#activities/schemas'
import { moduleIds } from '#activities/module-ids'

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
const literal = /(['`])((?:[a-z][\w-]*|\$\{[^}]*\})(?:\.(?:[\w-]+|\$\{[^}]*\}))*)\1/g

describe.each([
  ['player', keysOf(player), sources.filter(({ path, text }) => isOfPlayer(path) || path.startsWith('server/scorm/') || text.includes('i18n/player'))],
  ['app', keysOf(app), sources.filter(({ path }) => /^(?:pages|layouts|components\/(?!lesson\/)|composables|app|error)/.test(path))],
])('the words of the %s', (_, keys, files) => {
  it('are all used', () => {
    const patterns = files.flatMap(({ text }) => used(text, literal))
    expect(keys.filter(key => !patterns.some(pattern => pattern.test(key)))).toEqual([])
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
  expect(Object.keys(app.type).sort()).toEqual(Object.keys(schemas).sort())
  expect(Object.keys(app.module)).toEqual(expect.arrayContaining([...moduleIds]))
})
