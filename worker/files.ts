/** Which files of a build the service worker has to have, so that pupils' pages start without a network. */

import { areasOf } from '../i18n/areas'

/** Where the app starts from the shell (`startsFromShell`), and what is around those pages. */
export const STARTS: readonly string[] = [
  'pages/my/index.vue',
  'pages/my/[id]/index.vue',
  'pages/join.vue',
  'pages/lessons/[id]/play.vue',
  'layouts/pupil.vue',
  'layouts/player.vue',
  'components/site/ReadingSettings.vue',
]

/** One entry of Vite's manifest. */
interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
  readonly assets?: readonly string[]
}
export type Manifest = Readonly<Record<string, Chunk>>

/** Texts of areas that pupils' pages do not carry. */
function isOfOthers(key: string): boolean {
  const [, area] = /^i18n\/locales\/[^/]+\/(\w+)\.json$/.exec(key) ?? []
  return area !== undefined && !areasOf('/my').some(carried => carried === area)
}

/**
 * Pages, layouts, components and checks that the app loads when they are wanted; what is left are parts of Nuxt and its modules,
 * and pupils' texts.
 */
const isOnDemand = (key: string) => /^(?:pages|layouts|components|middleware)\//.test(key) || isOfOthers(key)

/** @returns files behind `_nuxt/` that the starts need, each once, sorted */
export function filesFor(manifest: Manifest): string[] {
  const files = new Set<string>()
  const seen = new Set<string>()
  const visit = (key: string) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...chunk.css ?? [], ...chunk.assets ?? []]) files.add(file)
    for (const one of chunk.imports ?? []) visit(one)
    for (const one of chunk.dynamicImports ?? []) if (!isOnDemand(one) || STARTS.includes(one)) visit(one)
  }
  for (const [key, { isEntry }] of Object.entries(manifest)) if (isEntry || STARTS.includes(key)) visit(key)
  const missing = STARTS.filter(start => !seen.has(start))
  if (missing.length > 0) throw new Error(`The service worker needs pages that this build does not have: ${missing.join(', ')}`)
  return [...files].sort()
}
