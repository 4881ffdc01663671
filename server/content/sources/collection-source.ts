/** Rows of Nuxt Content's collections as files, for the same parser that reads the folder. */
import type { ContentRow } from './collections.ts'
import type { ContentSource } from '../library/library.ts'

/** @param rows of several collections, each a file by its path in its folder */
export function collectionSource(rows: readonly ContentRow[]): ContentSource {
  const files = new Map(rows.map(({ id, rawbody }) => [id.slice(id.indexOf('/') + 1), rawbody]))
  return {
    list: async () => [...files.keys()],
    async read(path) {
      const text = files.get(path)
      if (text === undefined) throw new Error(`${path} is not in a collection`)
      return text
    },
  }
}
