/** Random names and secrets. What opens something is stored as a hash only, so that a stolen copy of the database opens nothing. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

/** @returns an id that says nothing about what it names, 22 signs */
export const newId = () => randomBytes(16).toString('base64url')

/** @returns a secret for a link, a card or a cookie, 32 signs (192 bits) */
export const newToken = () => randomBytes(24).toString('base64url')

/** Tokens are long and random, so a fast hash is enough (OWASP ASVS 2.6). */
export const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** For secrets that could be guessed (three pictures): useless without the server's own key. */
export const keyedHash = (key: string, text: string) => createHmac('sha256', key).update(text).digest('base64url')

/** Compares in the same time, wherever the difference is. */
export function isSame(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(hashOf(a)), Buffer.from(hashOf(b))]
  return timingSafeEqual(left, right)
}

/** Consonants that are not mixed up when they are said or read, and no vowels, so that no word comes out. */
const letters = 'BCDFGHJKMNPQRTVWXZ'
const digits = '23456789'
const pick = (from: string) => from[randomInt(from.length)] ?? ''

/** @returns a class code that a child can copy from a board: "KTR-482", one of three million */
export const newClassCode = () => `${pick(letters)}${pick(letters)}${pick(letters)}-${pick(digits)}${pick(digits)}${pick(digits)}`
