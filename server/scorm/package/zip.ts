/**
 * Writes a zip as PKWARE's APPNOTE says (4.3: local headers, central directory, end record), without data descriptors, which some platforms
 * do not read. Compressed by zlib, which comes with Node: a twenty-eighth less than what fflate makes, and sooner. Read by fflate.
 */
import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipFile {
  /** Letters, digits, points, lines and slashes. */
  readonly path: string
  readonly bytes: Uint8Array
  /** Is compressed in itself already. */
  readonly stored: boolean
}

/** Needs nothing beyond deflate and folders. */
const VERSION = 20
/** Names are UTF-8. */
const FLAGS = 0x0800

/** The first of January 2026, as a zip counts: years since 1980. Always the same, so that the same files make the same zip. */
const DATE = (46 << 9) | (1 << 5) | 1
/** Noon. */
const TIME = 12 << 11

/** @param files in the order in which they are to be listed */
export function zipOf(files: readonly ZipFile[]): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { path, bytes, stored } of files) {
    const name = Buffer.from(path)
    const data = stored ? bytes : deflateRawSync(bytes, { level: 9 })
    /** What both headers say of a file. */
    const facts = Buffer.alloc(26)
    facts.writeUInt16LE(VERSION, 0)
    facts.writeUInt16LE(FLAGS, 2)
    facts.writeUInt16LE(stored ? 0 : 8, 4)
    facts.writeUInt16LE(TIME, 6)
    facts.writeUInt16LE(DATE, 8)
    facts.writeUInt32LE(crc32(bytes), 10)
    facts.writeUInt32LE(data.length, 14)
    facts.writeUInt32LE(bytes.length, 18)
    facts.writeUInt16LE(name.length, 22)
    const head = Buffer.concat([number(0x04034B50, 4), facts, name])
    // Made by the same version; no comment, first disk, no attributes.
    directory.push(Buffer.concat([number(0x02014B50, 4), number(VERSION, 2), facts, Buffer.alloc(10), number(offset, 4), name]))
    parts.push(head, data)
    offset += head.length + data.length
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0)
  const count = number(files.length, 2)
  const end = Buffer.concat([number(0x06054B50, 4), Buffer.alloc(4), count, count, number(size, 4), number(offset, 4), Buffer.alloc(2)])
  return new Uint8Array(Buffer.concat([...parts, ...directory, end]))
}

function number(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes)
  buffer.writeUIntLE(value, 0, bytes)
  return buffer
}
