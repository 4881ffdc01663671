/** Which files make up which collection of Nuxt Content: content.config.ts declares them, the build lists them, and the server reads them by these names. */
import { createHash } from 'node:crypto'

interface Source {
  /** Folder of the project in which the pattern looks. */
  readonly folder: 'content' | 'activities'
  readonly include: string
}

/** Files that our own parser reads, kept as their authors wrote them. Whatever is in a collection may be read by anybody. */
export const dataCollections = {
  lessons: { folder: 'content', include: 'lessons/**/*.yml' },
  packs: { folder: 'content', include: 'packs/**/*.yml' },
  help: { folder: 'content', include: 'help/**/*.yml' },
  curriculum: { folder: 'content', include: 'curriculum/*.yml' },
  examples: { folder: 'activities', include: '*/example.yml' },
} as const satisfies Readonly<Record<string, Source>>

export type DataCollection = keyof typeof dataCollections

export const dataCollectionNames = Object.keys(dataCollections) as DataCollection[]

/** One file of a collection. Nuxt Content's `id` is the collection's name and then the path in its folder. */
export interface ContentRow {
  readonly id: string
  readonly rawbody: string
}

/** Sums of what was in the files when the app was built, by the ids that their rows should have. */
export type BuiltList = Readonly<Record<string, string>>

/** @returns a sum by which a text is known again; Nuxt Content keeps lines as they end on Unix */
export function sumOfText(text: string): string {
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex')
}

/** @returns the ids of files that have no row, of rows that have no file, and of those that hold another text; none where all is as it was built */
export function differences(rows: readonly ContentRow[], built: BuiltList): string[] {
  const sums = new Map(rows.map(({ id, rawbody }) => [id, sumOfText(rawbody)]))
  const differing = Object.entries(built).filter(([id, sum]) => sums.get(id) !== sum).map(([id]) => id)
  return [...differing, ...[...sums.keys()].filter(id => built[id] === undefined)].sort()
}
