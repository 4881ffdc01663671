/** What an authenticator app does with its key (RFC 6238). */
import { createHmac } from 'node:crypto'

/** @param key as it is typed into an app, in base 32; @param later half minutes from now; @returns the code of this half minute */
export function totp(key: string, later = 0): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = [...key.replaceAll('=', '')].map(letter => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + later))
  const hash = createHmac('sha1', Uint8Array.from(bits.match(/.{8}/g) ?? [], byte => parseInt(byte, 2))).update(counter).digest()
  const start = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(start) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
