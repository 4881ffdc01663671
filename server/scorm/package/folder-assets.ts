/** A package's assets on disk, for the command line and the tests: `player/…` is the built player, `pictures/…` stands in content/. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Assets } from './assets.ts'

/**
 * Each file is read once, however many packages it goes into.
 * @param project path of the project's root folder
 */
export function folderAssets(project: string): Assets {
  const files = new Map<string, Promise<Uint8Array>>()
  return {
    read(path) {
      const file = files.get(path) ?? readFile(path.startsWith('player/')
        ? join(project, 'player/dist', path.slice('player/'.length))
        : join(project, 'content', path))
      files.set(path, file)
      return file
    },
  }
}
