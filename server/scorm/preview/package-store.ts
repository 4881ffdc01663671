/**
 * Keeps the packages that are being checked in this process's memory, each for half an hour and for the browser alone that had it built.
 * Whoever asks for one that is gone has it built again, so nothing is lost by forgetting.
 */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { unzipSync } from 'fflate'
import type { ScormFormat } from '#shared/scorm/package-format'

export interface StoreLimits {
  /** Of all previews together. */
  readonly previews: number
  /** Of all different zips together. */
  readonly bytes: number
  /** Milliseconds since a preview was made. Looking at it makes it no younger. */
  readonly age: number
}

export const storeLimits: StoreLimits = { previews: 300, bytes: 32 * 1024 * 1024, age: 30 * 60 * 1000 }

/** What opens a preview. */
export interface PreviewKeys {
  /** Stands in the address: opens its files, which a page without an origin can only ask for without a cookie. */
  readonly key: string
  /** The browser's own, in a cookie: opens its pages. */
  readonly secret: string
}

interface Preview {
  readonly secret: string
  readonly sha256: string
  readonly format: ScormFormat
  /** Where it was asked for. */
  readonly from: string
  readonly since: number
}

/** 256 bits, in letters that stand in an address as they are. */
const newKey = () => randomBytes(32).toString('base64url')

export class PackageStore {
  private readonly limits: StoreLimits
  private readonly now: () => number
  /** By key, oldest first. */
  private readonly previews = new Map<string, Preview>()
  /** Zips by their sum: the same bytes are kept once, whoever looks at them. */
  private readonly zips = new Map<string, Uint8Array>()

  constructor(limits: StoreLimits = storeLimits, now: () => number = Date.now) {
    this.limits = limits
    this.now = now
  }

  /**
   * Keeps a package as a new preview.
   * @param zip the package as it is downloaded
   * @param from whoever asks; when there is no more room, those go first who have most
   */
  put(zip: Uint8Array, format: ScormFormat, from: string): PreviewKeys {
    this.forgetOld()
    const sha256 = createHash('sha256').update(zip).digest('hex')
    if (!this.zips.has(sha256)) this.zips.set(sha256, zip)
    const keys = { key: newKey(), secret: newKey() }
    this.previews.set(keys.key, { secret: keys.secret, sha256, format, from, since: this.now() })
    // The newest stays, however large it is: someone is about to open it.
    while (this.previews.size > 1 && (this.previews.size > this.limits.previews || this.total() > this.limits.bytes))
      this.remove(this.oldestOfMost(keys.key))
    return keys
  }

  /** @returns the format of a preview, undefined where there is none under this key, or no longer */
  format(key: string): ScormFormat | undefined {
    return this.find(key)?.format
  }

  /** @returns whether a preview was made by the browser that holds this secret */
  belongsTo(key: string, secret: string): boolean {
    const [own, given] = [this.find(key)?.secret, secret].map(text => Buffer.from(text ?? ''))
    return own !== undefined && given !== undefined && own.length > 0 && own.length === given.length && timingSafeEqual(own, given)
  }

  /** @returns a file by its exact path in the zip, undefined when the preview or the file is not there */
  file(key: string, path: string): Uint8Array | undefined {
    const zip = this.zips.get(this.find(key)?.sha256 ?? '')
    if (!zip) return undefined
    const files = unzipSync(zip, { filter: ({ name }) => name === path })
    return Object.hasOwn(files, path) ? files[path] : undefined
  }

  private find(key: string): Preview | undefined {
    this.forgetOld()
    return this.previews.get(key)
  }

  private total(): number {
    return [...this.zips.values()].reduce((sum, { length }) => sum + length, 0)
  }

  /** One guest who makes very many pushes out their own, not those of others. */
  private oldestOfMost(butNot: string): string {
    const counts = new Map<string, number>()
    for (const { from } of this.previews.values()) counts.set(from, (counts.get(from) ?? 0) + 1)
    const others = [...this.previews].filter(([key]) => key !== butNot)
    const most = Math.max(...others.map(([, { from }]) => counts.get(from) ?? 0))
    return others.find(([, { from }]) => counts.get(from) === most)?.[0] ?? ''
  }

  private remove(key: string): void {
    const gone = this.previews.get(key)
    this.previews.delete(key)
    if (gone && ![...this.previews.values()].some(({ sha256 }) => sha256 === gone.sha256)) this.zips.delete(gone.sha256)
  }

  private forgetOld(): void {
    const eldest = this.now() - this.limits.age
    for (const [key, { since }] of this.previews) {
      // A clock that was set back ends a preview too, rather than letting it live on.
      if (since <= eldest || since > this.now()) this.remove(key)
    }
  }
}

/** The app's own store. */
export const previewStore = new PackageStore()
