/** What Nuxt Content holds, inside the running app: read once in production, at every request while developing. */
import { queryCollection } from '@nuxt/content/server'
import built from '#content-list'
import {
  dataCollectionNames,
  differences,
  proseCollectionNames,
  type ContentRow,
  type DataCollection,
  type ProseCollection,
} from '../sources/collections.ts'
import type { ProseRow } from '../prose/prose.ts'

/** Timers and the server's start have no request. Nuxt Content then asks the server itself, which is all it does with one. */
const noRequest = undefined as unknown as Parameters<typeof queryCollection>[0]

/** A page with its text, and what its author said of it. */
export interface AuthoredProse extends ProseRow, ContentRow {
  /** What the browser's tab says; guides have none of their own. */
  readonly tab?: string
}

interface AppRows {
  readonly data: readonly ContentRow[]
  readonly prose: Readonly<Record<ProseCollection, readonly AuthoredProse[]>>
}

const dataOf = (name: DataCollection): Promise<ContentRow[]> => queryCollection(noRequest, name).select('id', 'rawbody').all()
const proseOf = (name: ProseCollection) => queryCollection(noRequest, name).all() as unknown as Promise<AuthoredProse[]>

let rows: Promise<AppRows> | undefined
let isWhole = true

async function read(): Promise<AppRows> {
  const [data, pages, guides] = await Promise.all([Promise.all(dataCollectionNames.map(dataOf)), proseOf('pages'), proseOf('guides')])
  return { data: data.flat(), prose: { pages, guides } }
}

/** @returns every row of the collections. A database that could not be read is read again when it is next asked for. */
export function appRows(): Promise<AppRows> {
  if (rows && !import.meta.dev) return rows
  const reading = read()
  rows = reading
  reading.then(compare, (error: unknown) => {
    rows = undefined
    isWhole = false
    console.error('The content of the app cannot be read.', error)
  })
  return reading
}

/** A statement that fails while Nuxt Content fills its database is only logged, so what is in it is compared with what was built. */
function compare({ data, prose }: AppRows) {
  if (import.meta.dev) return
  const differing = differences([...data, ...proseCollectionNames.flatMap(name => prose[name])], built)
  isWhole = differing.length === 0
  if (!isWhole) console.error(`The content of this server is not what it was built from: ${differing.join(', ')}. Build it again.`)
}

/** @returns whether what was last read is all that the app was built from */
export async function contentIsWhole(): Promise<boolean> {
  await appRows().catch(() => undefined)
  return isWhole
}
