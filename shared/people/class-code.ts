/** A class code as children type it: small letters, spaces and a missing hyphen are all right. */

/** Signs of a code without its hyphen: 24^8, about 110 thousand million ways (docs/threat-model.md says why so many). */
export const CODE_LENGTH = 8

/** Signs of a code of an earlier release. A class keeps it until it is opened the next time. */
const SHORT_LENGTH = 6

/** No vowels, so that no word comes out, and of signs that look or sound alike one. */
export const CODE_SIGNS = 'CDFGHJKMNPQRTVWX23456789'

/** What is read for another sign, in codes where it has no meaning of its own. */
const MISREAD: Readonly<Record<string, string>> = { B: '8', S: '5', Z: '2' }

/** @returns letters and digits only, capital, no more than a code has */
export const codeSigns = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, CODE_LENGTH)

/** @returns whether so many signs can be a code */
export const isWholeCode = (typed: string) => [CODE_LENGTH, SHORT_LENGTH].includes(codeSigns(typed).length)

export const isShortCode = (code: string) => codeSigns(code).length === SHORT_LENGTH

/** @returns the code as it is kept and shown: "KT4R-8CM2", of an earlier release "KTR-482" */
export function wholeCode(typed: string): string {
  const signs = codeSigns(typed)
  const read = signs.length === CODE_LENGTH ? signs.replace(/[BSZ]/g, sign => MISREAD[sign] ?? sign) : signs
  return `${read.slice(0, read.length / 2)}-${read.slice(read.length / 2)}`
}
