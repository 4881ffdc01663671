/**
 * Packages of other makers that are being played, in this process's memory: one for each member of staff, for half an hour or until
 * its page is left. Whoever comes back later chooses the file again.
 */
import { randomBytes } from 'node:crypto'
import type { ScormFormat } from '#shared/scorm/package-format'
import type { LaunchedItem } from '#shared/scorm/package-report'
import { unpackEntry, type ZipEntry } from '../../check/archive/zip.ts'
import { storeLimits } from '../package-store.ts'

export interface ForeignPackage {
  readonly staffId: string
  readonly zip: Uint8Array
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly format: ScormFormat
  readonly items: readonly LaunchedItem[]
  /** Origin of the app's page, the only one that may frame it. */
  readonly listener: string
}

interface Kept extends ForeignPackage {
  readonly since: number
  /** Files that were asked for and are not there. */
  readonly missing: Set<string>
  /** What was wanted from other servers, and held back, by its address. */
  readonly outside: Map<string, { readonly address: string, readonly kind: string }>
  /** Nothing has been served of it yet: what an earlier package left in the browser goes now. */
  isFresh: boolean
}

/** Bytes from which on a file is not unpacked anew for each piece of it that is asked for. */
const WORTH_KEEPING = 1_000_000

/** Notes of a kind; a script may ask for as many things as it likes. */
const MOST_NOTES = 200
const LONGEST_NOTE = 300

const foreignStoreLimits = { bytes: 150_000_000, age: storeLimits.age }

export class ForeignStore {
  private readonly limits: { readonly bytes: number, readonly age: number }
  private readonly now: () => number
  private readonly packages = new Map<string, Kept>()
  /** The large file that was asked for last, of whichever package: a film is asked for in pieces. */
  private latest: { readonly of: Kept, readonly entry: ZipEntry, readonly contents: Uint8Array } | null = null
  private timer: NodeJS.Timeout | undefined

  constructor(limits: { readonly bytes: number, readonly age: number } = foreignStoreLimits, now: () => number = Date.now) {
    this.limits = limits
    this.now = now
  }

  /** @returns its key, 256 bits; undefined where other people's packages leave no room: theirs are not taken away */
  put(given: ForeignPackage): string | undefined {
    this.forgetOld()
    for (const [key, { staffId }] of this.packages) if (staffId === given.staffId) this.forget(key)
    const taken = [...this.packages.values()].reduce((sum, { zip }) => sum + zip.length, 0)
    if (taken + given.zip.length > this.limits.bytes) return undefined
    const key = randomBytes(32).toString('base64url')
    this.packages.set(key, { ...given, since: this.now(), missing: new Set(), outside: new Map(), isFresh: true })
    this.forgetInTime()
    return key
  }

  /** @param staffId whose it has to be, where a person asks; @returns undefined where it is not, no longer, or somebody else's */
  find(key: string, staffId?: string): Kept | undefined {
    this.forgetOld()
    const found = this.packages.get(key)
    return staffId === undefined || found?.staffId === staffId ? found : undefined
  }

  remove(key: string, staffId: string): void {
    if (this.find(key, staffId)) this.forget(key)
  }

  /** @returns a file of a package that is kept; @throws {DamagedEntry} as unpackEntry does */
  unpacked(kept: Kept, entry: ZipEntry): Uint8Array {
    if (this.latest?.of === kept && this.latest.entry === entry) return this.latest.contents
    const contents = unpackEntry(kept.zip, entry)
    if (contents.length >= WORTH_KEEPING) this.latest = { of: kept, entry, contents }
    return contents
  }

  private forget(key: string): void {
    if (this.latest && this.latest.of === this.packages.get(key)) this.latest = null
    this.packages.delete(key)
  }

  private forgetOld(): void {
    const eldest = this.now() - this.limits.age
    for (const [key, { since }] of this.packages) if (since <= eldest || since > this.now()) this.forget(key)
  }

  /** Also where nobody asks for anything any more. It keeps no process alive. */
  private forgetInTime(): void {
    if (this.packages.size === 0 || this.timer) return
    this.timer = setTimeout(() => {
      this.timer = undefined
      this.forgetOld()
      this.forgetInTime()
    }, this.limits.age / 4).unref()
  }
}

export function noteMissing({ missing }: Pick<Kept, 'missing'>, path: string): void {
  if (missing.size < MOST_NOTES) missing.add(path.slice(0, LONGEST_NOTE))
}

export function noteOutside({ outside }: Pick<Kept, 'outside'>, address: string, kind: string): void {
  if (outside.size < MOST_NOTES) outside.set(address, { address: address.slice(0, LONGEST_NOTE), kind })
}

/** The app's own. */
export const foreignStore = new ForeignStore()
