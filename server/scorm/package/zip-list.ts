/** What is in a package. */
import { unzipSync } from 'fflate'

/** @returns what a zip lists; nothing is unpacked */
export function filesIn(zip: Uint8Array): { path: string, bytes: number }[] {
  const files: { path: string, bytes: number }[] = []
  unzipSync(zip, {
    filter({ name, originalSize }) {
      files.push({ path: name, bytes: originalSize })
      return false
    },
  })
  return files
}
