import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** @returns the path of a new, empty folder; removeFolder takes it away again */
export function temporaryFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `whos-there-${purpose}-`))
}

/**
 * Takes a folder away, with all that is in it. A program that was just stopped may still be closing files there, so it tries for
 * five seconds.
 */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 9, retryDelay: 100 })
}
