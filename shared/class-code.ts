/** A class code as children type it: small letters, spaces and a missing hyphen are all right. */

/** Signs of a code without its hyphen. */
export const CODE_LENGTH = 6

/** @returns letters and digits only, capital, no more than a code has */
export const codeSigns = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, '').slice(0, CODE_LENGTH)

/** @returns the code as it is kept and shown: "KTR-482" */
export function wholeCode(typed: string): string {
  const signs = codeSigns(typed)
  return `${signs.slice(0, CODE_LENGTH / 2)}-${signs.slice(CODE_LENGTH / 2)}`
}
