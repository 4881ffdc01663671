/** Random names and secrets. What opens something is stored as a hash only, so that a stolen copy of the database opens nothing. */
import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import { CODE_LENGTH, CODE_SIGNS, wholeCode } from '#shared/people/class-code'

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

const pick = () => CODE_SIGNS[randomInt(CODE_SIGNS.length)] ?? ''

/** @returns a class code that a child can copy from a board: "KT4R-8CM2" */
export const newClassCode = () => wholeCode(Array.from({ length: CODE_LENGTH }, pick).join(''))
