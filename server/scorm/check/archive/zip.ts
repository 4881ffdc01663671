/**
 * Reads a zip without trusting it: first its list of contents, then one entry at a time, never more than the list declares.
 * fflate would do for our own packages, but it hides flags, duplicates and checksums. Format: PKWARE APPNOTE.TXT 4.3.
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { decodedName, type CodePage } from './zip-names.ts'

export interface ZipEntry {
  /** As it stands in the list, nothing resolved. */
  readonly name: string
  readonly nameBytes: Uint8Array
  /** In which its name is written. A name that is not UTF-8 reads differently from platform to platform. */
  readonly codePage: CodePage
  /** Bytes after unpacking, as declared. */
  readonly size: number
  readonly packedSize: number
  /** 0 stored, 8 deflated. */
  readonly method: number
  readonly encrypted: boolean
  readonly symbolicLink: boolean
  readonly folder: boolean
  readonly checksum: number
  readonly offset: number
}

export interface ZipListing {
  readonly entries: readonly ZipEntry[]
  /** It uses the 64-bit extension, whose sizes stand elsewhere. */
  readonly zip64: boolean
}

/** The file is no zip, or its list of contents cannot be read. The message is a sentence for the person who made it. */
export class UnreadableZip extends Error {}

/** One entry cannot be unpacked. The message ends a sentence that begins with its name. */
export class DamagedEntry extends Error {}

const endSignature = 0x06054B50
const listSignature = 0x02014B50
const entrySignature = 0x04034B50
const endLength = 22
const listEntryLength = 46
const entryLength = 30
const beyond16 = 0xFFFF
const beyond32 = 0xFFFFFFFF

/** @throws {UnreadableZip} */
export function listZip(bytes: Uint8Array): ZipListing {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfList(view)
  const count = view.getUint16(end + 10, true)
  const listSize = view.getUint32(end + 12, true)
  const listStart = view.getUint32(end + 16, true)
  if (count === beyond16 || listSize === beyond32 || listStart === beyond32) return { entries: [], zip64: true }
  if (listStart + listSize > end)
    throw new UnreadableZip('The zip is damaged: its list of files is not where it should be. Make the package again.')
  const entries: ZipEntry[] = []
  let at = listStart
  for (let index = 0; index < count; index++) {
    if (at + listEntryLength > end || view.getUint32(at, true) !== listSignature) {
      throw new UnreadableZip(`The zip is damaged: it should list ${count} files, but only ${index} can be read. Make the package again.`)
    }
    const entry = listedEntry(bytes, view, at)
    entries.push(entry)
    at += listEntryLength + entry.nameBytes.length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return { entries, zip64: entries.some(entry => entry.size === beyond32 || entry.packedSize === beyond32 || entry.offset === beyond32) }
}

/**
 * @returns the entry's contents
 * @throws {DamagedEntry} also when it holds more or less than it declares
 */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { offset } = entry
  if (offset + entryLength > bytes.length || view.getUint32(offset, true) !== entrySignature)
    throw new DamagedEntry('is not where the list says')
  const nameLength = view.getUint16(offset + 26, true)
  const name = bytes.subarray(offset + entryLength, offset + entryLength + nameLength)
  if (!sameBytes(name, entry.nameBytes)) throw new DamagedEntry('has another name in the list than at its own place')
  const start = offset + entryLength + nameLength + view.getUint16(offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packedSize)
  if (packed.length < entry.packedSize) throw new DamagedEntry('is cut short')
  const contents = entry.method === 0 ? packed : inflated(packed, entry.size)
  if (contents.length !== entry.size) throw new DamagedEntry(`unpacks to ${contents.length} bytes instead of ${entry.size}`)
  if (crc32(contents) !== entry.checksum) throw new DamagedEntry('does not match its checksum')
  return contents
}

function inflated(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.min(Math.max(size + 1, 64), 1_000_000) })
  }
  catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    throw new DamagedEntry(tooLarge ? `unpacks to more than the ${size} bytes it declares` : 'cannot be unpacked')
  }
}

/** The list's end stands at the file's end, before a comment of at most 65,535 bytes. */
function endOfList(view: DataView): number {
  for (let at = view.byteLength - endLength; at >= Math.max(0, view.byteLength - endLength - beyond16); at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  if (beginsAsZip(new Uint8Array(view.buffer, view.byteOffset, view.byteLength)))
    throw new UnreadableZip('The zip is cut short: its end is missing. Download or make the package again.')
  const what = whatElse(new Uint8Array(view.buffer, view.byteOffset, view.byteLength))
  throw new UnreadableZip(
    `This is not a zip file${what === null ? '' : ` but ${what}`}. Choose the package as it was exported, not unpacked or renamed.`,
  )
}

/** @returns whether it was a zip once, even if its end is gone */
export function beginsAsZip(bytes: Uint8Array): boolean {
  return bytes.length >= 4 && new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true) === entrySignature
}

/** First bytes of what is handed in for a zip, in Latin-1. */
/* eslint-disable no-control-regex -- exactly those bytes tell */
const beginnings: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:<!doctype html|<html|<head|<body)/i, 'a web page: perhaps the sign-in or block page that came instead of a download'],
  [/^\s*<\?xml|^\s*<[a-z]/i, 'XML'],
  [/^%PDF-/, 'a PDF'],
  [/^7z\xBC\xAF/, 'a 7-Zip archive; pack it as an ordinary zip'],
  [/^Rar!/, 'a RAR archive; pack it as an ordinary zip'],
  [/^\x1F\x8B/, 'a gzip archive; pack it as an ordinary zip'],
  [/^[\s\S]{257}ustar/, 'a tar archive; pack it as an ordinary zip'],
  [/^\xD0\xCF\x11\xE0/, 'an old Office document'],
  [/^(?:\x89PNG|\xFF\xD8\xFF|GIF8)/, 'a picture'],
  [/^MZ/, 'a Windows program'],
  [/^[\s\S]{4}ftyp/, 'a film'],
]
/* eslint-enable no-control-regex */

function whatElse(bytes: Uint8Array): string | null {
  if (bytes.length === 0) return 'empty'
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 600)).replace(/^ï»¿/, '')
  return beginnings.find(([pattern]) => pattern.test(start))?.[1] ?? null
}

function listedEntry(bytes: Uint8Array, view: DataView, at: number): ZipEntry {
  const nameBytes = bytes.subarray(at + listEntryLength, at + listEntryLength + view.getUint16(at + 28, true))
  const { name, codePage } = decodedName(nameBytes)
  const madeOnUnix = view.getUint8(at + 5) === 3
  const mode = view.getUint32(at + 38, true) >>> 16
  return {
    name,
    nameBytes,
    codePage,
    size: view.getUint32(at + 24, true),
    packedSize: view.getUint32(at + 20, true),
    method: view.getUint16(at + 10, true),
    encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    symbolicLink: madeOnUnix && (mode & 0xF000) === 0xA000,
    folder: /[/\\]$/.test(name),
    checksum: view.getUint32(at + 16, true),
    offset: view.getUint32(at + 42, true),
  }
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index])
}
