/**
 * Keeps the packages that are being checked, unzipped, in this process's memory for a while.
 * Whoever asks for one that is gone has it built again, so nothing is lost by forgetting.
 */
import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { ScormFormat } from '#shared/scorm/package-format'
import type { PackageReport } from '../check/check-package.ts'

/** One lesson of a package, as the manifest's organization lists it. */
export type PreviewItem = PackageReport['launch'][number]

/** What the page that checks a package is told of it. */
export interface PreviewPackage {
  /** Where the files are served: `/export/preview/package/<key>/<path>`. */
  readonly key: string
  readonly fileName: string
  /** Size of the zip. */
  readonly bytes: number
  /** Of the zip, in lower-case hexadecimal digits. */
  readonly sha256: string
  readonly format: ScormFormat
  readonly items: readonly PreviewItem[]
  readonly report: PackageReport
}

export interface StoreLimits {
  readonly packages: number
  /** Of all files together, unzipped. */
  readonly bytes: number
  /** Milliseconds since a package was put in. */
  readonly age: number
}

const storeLimits: StoreLimits = { packages: 12, bytes: 20 * 1024 * 1024, age: 30 * 60 * 1000 }

interface Kept {
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly size: number
  readonly since: number
}

export class PackageStore {
  private readonly limits: StoreLimits
  private readonly now: () => number
  /** Oldest first. */
  private readonly packages = new Map<string, Kept>()

  constructor(limits: StoreLimits = storeLimits, now: () => number = Date.now) {
    this.limits = limits
    this.now = now
  }

  /**
   * Keeps a package. The same bytes always have the same key, and putting them in again makes them young again.
   * @param zip the package as it is downloaded
   * @returns the key: SHA-256 of the zip in hexadecimal digits
   */
  put(zip: Uint8Array): string {
    const key = createHash('sha256').update(zip).digest('hex')
    this.keep(key, this.packages.get(key)?.files ?? new Map(Object.entries(unzipSync(zip))))
    return key
  }

  /** @returns a file by its exact path in the zip, undefined when the package or the file is not there */
  file(key: string, path: string): Uint8Array | undefined {
    this.forgetOld()
    return this.packages.get(key)?.files.get(path)
  }

  /** @returns whether the package is still kept */
  has(key: string): boolean {
    this.forgetOld()
    return this.packages.has(key)
  }

  private keep(key: string, files: ReadonlyMap<string, Uint8Array>): void {
    const size = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
    this.packages.delete(key)
    this.packages.set(key, { files, size, since: this.now() })
    for (const oldest of [...this.packages.keys()]) {
      // The newest stays, however large it is: someone is about to open it.
      if (oldest === key || (this.packages.size <= this.limits.packages && this.total() <= this.limits.bytes)) return
      this.packages.delete(oldest)
    }
  }

  private total(): number {
    return [...this.packages.values()].reduce((sum, { size }) => sum + size, 0)
  }

  private forgetOld(): void {
    const eldest = this.now() - this.limits.age
    for (const [key, { since }] of this.packages) {
      if (since < eldest) this.packages.delete(key)
    }
  }
}

/** The app's own store. */
export const previewStore = new PackageStore()
