/** Files that are written whole or not at all: under temporary names first, and under their own once every one of them is there. */
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** The folder cannot be written to. The message says so, with the system's own reason. */
export class FolderError extends Error {}

export class WholeFiles {
  private readonly folder: string
  private readonly written: { readonly temporary: string, readonly path: string }[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  /** Writes one file under a temporary name. @throws {FolderError} */
  async write(name: string, chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<void> {
    const temporary = join(this.folder, `.${name}.${process.pid}.part`)
    this.written.push({ temporary, path: join(this.folder, name) })
    await this.attempt(async () => {
      await mkdir(this.folder, { recursive: true })
      const file = await open(temporary, 'w')
      try {
        for await (const chunk of chunks) await file.writeFile(chunk)
        // A full disk may show only now.
        await file.sync()
      }
      finally {
        await file.close()
      }
    })
  }

  /** Gives every file its own name. @throws {FolderError} */
  async keep(): Promise<void> {
    await this.attempt(async () => {
      for (const { temporary, path } of this.written) await rename(temporary, path)
    })
  }

  /** Removes whatever still has a temporary name. Never throws. */
  async clean(): Promise<void> {
    await Promise.all(this.written.map(({ temporary }) => rm(temporary, { force: true }).catch(() => undefined)))
  }

  private async attempt(work: () => Promise<void>): Promise<void> {
    try {
      await work()
    }
    catch (error) {
      if (!(error instanceof Error && 'code' in error && 'syscall' in error)) throw error
      const reason = error.code === 'ENOSPC' || error.code === 'EDQUOT' || error.code === 'EFBIG' ? 'the disk is full' : String(error.code)
      throw new FolderError(
        `The packages cannot be written to "${this.folder}" (${reason}). Nothing was left there. Choose another folder with --out${reason.startsWith('the') ? ', or make room' : ''}.`,
      )
    }
  }
}
