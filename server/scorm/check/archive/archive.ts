/** A package's zip, ready to be looked into: paths, sizes, contents and texts. */
import { DamagedEntry, unpackEntry, type ZipEntry } from './zip.ts'

/** Texts longer than this are not read: no lesson's page or script is. */
const longestText = 16_000_000

export interface Archive {
  readonly bytes: Uint8Array
  readonly entries: readonly ZipEntry[]
  /** Files only, by path; of two with one name, the last. */
  readonly files: ReadonlyMap<string, ZipEntry>
  /** @returns the contents, or null when there is no such file or it cannot be unpacked (which the rule `zip-intact` reports) */
  read(path: string): Uint8Array | null
  /** @returns why a file cannot be unpacked, to end a sentence that begins with its name; null when it can */
  damageOf(path: string): string | null
  /** @returns the file as text (UTF-8, or UTF-16 where its mark says so), or null as above or when it is too long to be looked at */
  text(path: string): string | null
  /** @returns the path as it stands in the zip when only its letters' case differs */
  inOtherCase(path: string): string | null
}

/** @param entries as listed; nothing is unpacked yet */
export function openArchive(bytes: Uint8Array, entries: readonly ZipEntry[]): Archive {
  const files = new Map(entries.filter(entry => !entry.folder).map(entry => [entry.name, entry]))
  const unpacked = new Map<string, Unpacked>()
  const texts = new Map<string, string | null>()
  let byLowerCase: Map<string, string> | null = null

  function unpackOnce(path: string): Unpacked {
    const known = unpacked.get(path)
    if (known) return known
    const entry = files.get(path)
    const now = entry ? unpack(bytes, entry) : { contents: null, damage: null }
    unpacked.set(path, now)
    return now
  }

  const read = (path: string) => unpackOnce(path).contents

  function text(path: string): string | null {
    const known = texts.get(path)
    if (known !== undefined) return known
    const size = files.get(path)?.size ?? 0
    const contents = size > longestText ? null : read(path)
    const decoded = contents && new TextDecoder(encodingOf(contents)).decode(contents)
    texts.set(path, decoded)
    return decoded
  }

  return {
    bytes,
    entries,
    files,
    read,
    damageOf: path => unpackOnce(path).damage,
    text,
    inOtherCase(path) {
      byLowerCase ??= new Map([...files.keys()].map(name => [name.toLowerCase(), name]))
      const found = byLowerCase.get(path.toLowerCase())
      return found === undefined || found === path ? null : found
    },
  }
}

function encodingOf([first, second]: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (first === 0xFF && second === 0xFE) return 'utf-16le'
  return first === 0xFE && second === 0xFF ? 'utf-16be' : 'utf-8'
}

interface Unpacked {
  readonly contents: Uint8Array | null
  readonly damage: string | null
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Unpacked {
  // The rule zip-plain says so.
  if (entry.encrypted || (entry.method !== 0 && entry.method !== 8)) return { contents: null, damage: null }
  try {
    return { contents: unpackEntry(bytes, entry), damage: null }
  }
  catch (error) {
    if (error instanceof DamagedEntry) return { contents: null, damage: error.message }
    throw error
  }
}

/** @returns the part after the last dot of the file's name in lower case; "htaccess" for ".htaccess" */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.includes('.') ? name.slice(name.lastIndexOf('.') + 1).toLowerCase() : ''
}

/** @returns whether an operating system left the file behind; nobody made it, and no lesson needs it */
export const isLeftBehind = (path: string) => /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$|\.git\/)/i.test(path)

/** @returns the folder of a path with its slash, "" at the root */
export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}
