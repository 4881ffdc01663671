/** The `content/` folder on disk, for the command line, the content lint and the tests. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ContentSource } from '../library/library.ts'

/** @param folder path of the content folder */
export function folderSource(folder: string): ContentSource {
  return {
    async list() {
      const entries = await readdir(folder, { recursive: true, withFileTypes: true })
      return entries
        .filter(entry => entry.isFile())
        .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1).replaceAll('\\', '/'))
    },
    read: path => readFile(join(folder, path), 'utf8'),
  }
}
