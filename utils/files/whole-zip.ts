/**
 * A zip begins with a file and ends with its table of contents (PKWARE APPNOTE 4.3.7 and 4.3.16): a page of somebody else, or
 * half a package, does not.
 */
const FIRST = [0x50, 0x4B, 0x03, 0x04]
const LAST = [0x50, 0x4B, 0x05, 0x06]
/** Bytes of the end of a zip without a comment, as ours are. */
const LAST_BYTES = 22

export async function isWholeZip(blob: Blob): Promise<boolean> {
  const at = async (start: number) => new Uint8Array(await blob.slice(start, start + FIRST.length).arrayBuffer())
  const [first, last] = [await at(0), await at(Math.max(0, blob.size - LAST_BYTES))]
  return FIRST.every((byte, index) => first[index] === byte) && LAST.every((byte, index) => last[index] === byte)
}
