/** What Nuxt Content holds, inside the running app: read once in production, at every request while developing. */
import { queryCollection } from '@nuxt/content/server'
import built from '#content-list'
import { collectionSource } from './collection-source.ts'
import { dataCollectionNames, differences, type ContentRow, type DataCollection } from './collections.ts'
import { readLibrary, type Library } from './library.ts'

/** Timers and the server's start have no request. Nuxt Content then asks the server itself, which is all it does with one. */
const noRequest = undefined as unknown as Parameters<typeof queryCollection>[0]

const rowsOf = (name: DataCollection): Promise<ContentRow[]> => queryCollection(noRequest, name).select('id', 'rawbody').all()

let rows: Promise<readonly ContentRow[]> | undefined
let library: Promise<Library> | undefined
let isWhole = true

/** @returns every file of the data collections. A database that could not be read is read again when it is next asked for. */
export function appFiles(): Promise<readonly ContentRow[]> {
  if (rows && !import.meta.dev) return rows
  const reading = Promise.all(dataCollectionNames.map(rowsOf)).then(found => found.flat())
  rows = reading
  reading.then(compare, (error: unknown) => {
    rows = undefined
    isWhole = false
    console.error('The content of the app cannot be read.', error)
  })
  return reading
}

/** A statement that fails while Nuxt Content fills its database is only logged, so what is in it is compared with what was built. */
function compare(found: readonly ContentRow[]) {
  if (import.meta.dev) return
  const differing = differences(found, built)
  isWhole = differing.length === 0
  if (!isWhole) console.error(`The content of this server is not what it was built from: ${differing.join(', ')}. Build it again.`)
}

/** @returns whether what was last read is all that the app was built from */
export async function contentIsWhole(): Promise<boolean> {
  await appFiles().catch(() => undefined)
  return isWhole
}

/** @returns all lessons and help routes */
export function appLibrary(): Promise<Library> {
  if (library && !import.meta.dev) return library
  const reading = appFiles().then(files => readLibrary(collectionSource(files)))
  library = reading
  reading.then(logProblems, () => (library = undefined))
  return reading
}

/** A lesson that cannot be used is left out of the app, so whoever runs it is told why. */
function logProblems({ issues }: Library) {
  for (const { file, line, message } of issues) console.warn(`${file}, line ${line}: ${message}. This file is left out until it is put right.`)
}
