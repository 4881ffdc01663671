/**
 * Builds the activities of a package in pieces, so that each package has those that its lessons use, and no others. One build finds all
 * modules and gives each name in them once; a piece is what the same types need, made small by itself. Put together again, in any choice of
 * types, the pieces are one function: they share its names, and cost no more than one script of just these modules would.
 */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { minify, type CompressOptions } from 'terser'
import type { Plugin } from 'vite'
import type { ActivityPieces, Piece } from './activity-pieces'

const REGISTRY = fileURLToPath(new URL('../activities/components.ts', import.meta.url))
const ALL = '\0activities'
const LIST = '\0activity-components'
const ONE = '\0activity:'

/** @returns the files of all components by their types, as the registry lists them */
function registered(): Map<string, string> {
  const code = readFileSync(REGISTRY, 'utf8')
  const files = new Map([...code.matchAll(/^import (\w+) from '(\.\/.+\.vue)'$/gm)].map(([, name = '', file = '']) => [name, file]))
  return new Map([...code.matchAll(/^ {2}'?([\w-]+)'?: (\w+),$/gm)].map(([, type = '', name = '']) => {
    const file = files.get(name)
    if (!file) throw new Error(`activities/components.ts has no import of ${name}, the component of ${type}.`)
    return [type, fileURLToPath(new URL(file, `file://${REGISTRY}`))]
  }))
}

/** Modules by the types that need them. */
type Needs = ReadonlyMap<string, readonly string[] | null>

/** @returns null for what is needed without any type */
function needs(types: Iterable<string>, entry: string, importsOf: (id: string) => readonly string[]): Needs {
  const reached = (start: string) => {
    const ids = new Set([start])
    for (const id of ids) for (const next of importsOf(id)) if (next !== ALL) ids.add(next)
    return ids
  }
  const found = new Map<string, string[] | null>()
  for (const type of types) for (const id of reached(ONE + type)) found.set(id, [...found.get(id) ?? [], type])
  for (const id of [...reached(entry), LIST]) found.set(id, null)
  return found
}

interface Group {
  readonly types: readonly string[] | null
  text: string
}

/**
 * @returns the modules' code by the types that need it. What many need stands before what few do, so that nothing stands before what it
 * uses: whoever uses a module is needed by none but those who need the module
 */
function grouped(codes: readonly (readonly [id: string, code: string])[], needed: Needs): Group[] {
  const groups = new Map<string, Group>()
  for (const [id, code] of codes) {
    const types = needed.get(id) ?? null
    const key = types?.join() ?? ''
    const group = groups.get(key) ?? { types, text: '' }
    group.text += `${code}\n`
    groups.set(key, group)
  }
  const width = ({ types }: Group) => types?.length ?? Number.MAX_VALUE
  return [...groups.values()].sort((a, b) => width(b) - width(a))
}

const namesIn = (code: string) => new Set(code.match(/[\w$]+/g))

/** @returns the pieces of one function, whose names are the same in all of them */
async function scriptsOf(groups: readonly Group[], compress: CompressOptions): Promise<Piece[]> {
  const nameCache = {}
  const names = groups.map(({ text }) => namesIn(text))
  const pieces: Piece[] = [{ types: null, text: '(()=>{"use strict";' }]
  for (const [index, { types, text }] of groups.entries()) {
    const elsewhere = names.flatMap((others, place) => place === index ? [] : [...others])
    const { code = '' } = await minify(text, {
      ecma: 2020,
      nameCache,
      compress: { ...compress, toplevel: true, top_retain: elsewhere },
      mangle: { toplevel: true },
    })
    if (code !== '') pieces.push({ types, text: code.endsWith(';') ? code : `${code};` })
  }
  return [...pieces, { types: null, text: '})()' }]
}

/** @returns neighbours for the same types as one */
function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = []
  for (const piece of pieces) {
    const last = result.at(-1)
    if (last?.types?.join() === piece.types?.join()) result.splice(-1, 1, { types: piece.types, text: (last?.text ?? '') + piece.text })
    else result.push(piece)
  }
  return result
}

/** @param typesOf a mark the types that need the style before it @returns the style cut at its marks */
function stylesOf(style: string, typesOf: (mark: number) => Piece['types']): Piece[] {
  const parts = style.split(/\.piece-\d+(?:\[[^\]]*\])?\{--of:(\d+)\}/)
  const pieces = parts.flatMap((text, at) => at % 2 === 0 && text !== '' ? [{ types: typesOf(Number(parts[at + 1])), text }] : [])
  return joined(pieces)
}

/** @returns the areas of the player's words that these modules ask for, by the types that need a module which does */
function wordsOf(codes: readonly (readonly [id: string, code: string])[], needed: Needs): ActivityPieces['words'] {
  const words: Record<string, Piece['types']> = {}
  for (const [id, code] of codes) {
    for (const [, area = ''] of code.matchAll(/["'`]([a-z][a-z-]*)\.[a-z$]/g)) {
      const [types, before = []] = [needed.get(id) ?? null, words[area]]
      words[area] = types && before && [...new Set([...before, ...types])].sort()
    }
  }
  return words
}

/** Puts a module for each type in the place of the registry. @param files of all components by their types */
const apart = (files: ReadonlyMap<string, string>): Plugin => ({
  name: 'activities-apart',
  enforce: 'pre',
  resolveId(source, importer) {
    if (source === LIST || source.startsWith(ONE)) return source
    return importer && /\/activities\/components$/.test(source) ? ALL : undefined
  },
  load(id) {
    if (id === ALL) return `${[...files.keys()].map(type => `import '${ONE}${type}'`).join('\n')}\nexport { components } from '${LIST}'`
    if (id === LIST) return 'export const components = {}'
    if (!id.startsWith(ONE)) return undefined
    const type = id.slice(ONE.length)
    return `import component from '${files.get(type)}'\nimport { components } from '${LIST}'\ncomponents['${type}'] = component`
  },
})

/** @param compress how the script is made small @returns plugins, of which the last stands behind Vue's */
export function activityPieces(compress: CompressOptions): Plugin[] {
  const files = registered()
  /** Modules with a style, by the number of the mark that ends it. */
  const styled: string[] = []
  return [apart(files), {
    name: 'activity-pieces',
    transform: (code, id) =>
      /[?&]type=style|\.css$/.test(id) ? `${code}\n.piece-${styled.push(id) - 1}{--of:${styled.length - 1}}` : undefined,
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        // Who only asks which modules there are (vite.config.ts) needs no pieces.
        if (!this.environment.config.build.write) return
        const isEntry = (id: string) => this.getModuleInfo(id)?.isEntry ?? false
        const entry = [...this.getModuleIds()].find(isEntry) ?? ''
        const needed = needs(files.keys(), entry, id => this.getModuleInfo(id)?.importedIds ?? [])
        const pieces: { -readonly [Kind in keyof ActivityPieces]: ActivityPieces[Kind] } = { scripts: [], styles: [], words: {} }
        for (const output of Object.values(bundle)) {
          if (output.type === 'chunk') {
            const codes = Object.entries(output.modules).map(([id, { code }]) => [id, code ?? ''] as const)
            pieces.words = wordsOf(codes.map(([id]) => [id, this.getModuleInfo(id)?.code ?? '']), needed)
            const groups = grouped(codes.filter(([id]) => !isEntry(id)), needed)
            // Hands all of it over, so it comes last.
            const last = { types: null, text: codes.find(([id]) => isEntry(id))?.[1] ?? '' }
            pieces.scripts = await scriptsOf([...groups, last], compress)
          }
          else pieces.styles = stylesOf(String(output.source), mark => needed.get(styled[mark] ?? '') ?? null)
        }
        Object.keys(bundle).forEach(file => Reflect.deleteProperty(bundle, file))
        this.emitFile({ type: 'asset', fileName: 'activities.json', source: JSON.stringify(pieces) })
      },
    },
  }]
}
