/**
 * Which files make up which collection of Nuxt Content: content.config.ts declares them, the build lists them, and the server
 * reads them by these names.
 */
import { createHash } from 'node:crypto'

interface Source {
  /** Folder of the project in which the pattern looks. */
  readonly folder: 'content' | 'activities' | 'docs'
  readonly include: string
  /** What stands in addresses in place of the pattern's own folder. */
  readonly prefix?: string
}

/** Files that our own parser reads, kept as their authors wrote them. Whatever is in a collection may be read by anybody. */
const dataCollections = {
  lessons: [{ folder: 'content', include: 'lessons/**/*.yml' }],
  packs: [{ folder: 'content', include: 'packs/**/*.yml' }],
  help: [{ folder: 'content', include: 'help/**/*.yml' }],
  curriculum: [{ folder: 'content', include: 'curriculum/*.yml' }],
  examples: [{ folder: 'activities', include: '*/example.yml' }],
} as const satisfies Readonly<Record<string, readonly Source[]>>

/** Texts in Markdown. Guides for whoever runs the app or writes for it are the project's own documents: one source, no copies. */
export const proseCollections = {
  pages: [{ folder: 'content', include: 'pages/**/*.md' }],
  guides: [
    { folder: 'content', include: 'guides/**/*.md' },
    { folder: 'docs', include: 'lms/*.md', prefix: '/guides/en/lms' },
    ...['add-an-activity', 'authoring', 'check-package', 'class-lists', 'deployment', 'pedagogy', 'pictures', 'privacy'].map(name => ({
      folder: 'docs' as const,
      include: `${name}.md`,
      prefix: '/guides/en',
    })),
  ],
} as const satisfies Readonly<Record<string, readonly Source[]>>

export type DataCollection = keyof typeof dataCollections
export type ProseCollection = keyof typeof proseCollections

export const collections: Readonly<Record<DataCollection | ProseCollection, readonly Source[]>> = {
  ...dataCollections,
  ...proseCollections,
}

export const dataCollectionNames = Object.keys(dataCollections) as DataCollection[]
export const proseCollectionNames = Object.keys(proseCollections) as ProseCollection[]

/** What Nuxt Content takes for the part of a pattern that every path has. */
const fixedPart = (include: string) => include.includes('*') ? include.slice(0, include.indexOf('*')) : ''

/**
 * @param path in the source's folder; @returns the `id` that Nuxt Content gives a file: the collection's name, the prefix, and
 * the rest of the path
 */
export function idOf(collection: string, { include, prefix }: Source, path: string): string {
  const fixed = fixedPart(include)
  return [collection, ...(prefix ?? fixed).split('/'), ...path.slice(fixed.length).split('/')].filter(part => part !== '').join('/')
}

/** @returns the project's file that a row was made of, such as "docs/lms/moodle.md" */
export function fileOf(id: string): string {
  const [name = ''] = id.split('/')
  const sources: readonly Source[] = collections[name as DataCollection | ProseCollection] ?? []
  // The longest prefix that fits: "guides/en/lms" before "guides".
  const fitting = sources.flatMap((source) => {
    const start = idOf(name, { ...source, include: `${fixedPart(source.include)}*` }, fixedPart(source.include))
    const rest = id.slice(start.length + 1)
    const isIt = id.startsWith(`${start}/`) && (source.include.includes('*') || rest === source.include)
    return isIt ? [{ start, file: `${source.folder}/${fixedPart(source.include)}${rest}` }] : []
  })
  return fitting.sort((a, b) => b.start.length - a.start.length)[0]?.file ?? id
}

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

/**
 * @returns the ids of files that have no row, of rows that have no file, and of those that hold another text; none where all is
 * as it was built
 */
export function differences(rows: readonly ContentRow[], built: BuiltList): string[] {
  const sums = new Map(rows.map(({ id, rawbody }) => [id, sumOfText(rawbody)]))
  const differing = Object.entries(built).filter(([id, sum]) => sums.get(id) !== sum).map(([id]) => id)
  return [...differing, ...[...sums.keys()].filter(id => built[id] === undefined)].sort()
}
