/** The library inside the running app: read once in production, at every request while developing. */
import { collectionSource } from '../sources/collection-source.ts'
import { settings } from '../../platform/settings.ts'
import { readLibrary, type Library } from '../library/library.ts'
import { withPseudo } from './pseudo-library.ts'
import { appRows } from './app-rows.ts'

let library: Promise<Library> | undefined

/** @returns all lessons and help routes */
export function appLibrary(): Promise<Library> {
  if (library && !import.meta.dev) return library
  const reading = appRows()
    .then(({ data }) => readLibrary(collectionSource(data)))
    .then(found => (settings().pseudoLanguage ? withPseudo(found) : found))
  library = reading
  reading.then(logProblems, () => (library = undefined))
  return reading
}

/** A lesson that cannot be used is left out of the app, so whoever runs it is told why. */
function logProblems({ issues }: Library) {
  for (const { file, line, message } of issues)
    console.warn(`${file}, line ${line}: ${message}. This file is left out until it is put right.`)
}
