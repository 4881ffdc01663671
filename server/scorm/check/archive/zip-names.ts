/** File names in a zip are UTF-8, or in whatever code page the machine of the maker had. */
import { fromDos } from '#shared/text/dos-text'

export type CodePage = 'utf-8' | 'cp437' | 'cp850' | 'windows-1252'

/** The first that makes words wins: DOS pages before Windows', since the zip format itself names CP437 for names that are not UTF-8. */
const candidates = ['cp437', 'cp850', 'windows-1252'] as const

/** @returns a name as it was most likely meant, and the code page that says so */
export function decodedName(bytes: Uint8Array): { readonly name: string, readonly codePage: CodePage } {
  try {
    return { name: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), codePage: 'utf-8' }
  }
  catch {
    const readings = candidates.map(codePage => ({ name: decoded(bytes, codePage), codePage }))
    return readings.find(({ name }) => isWords(name)) ?? readings[0]!
  }
}

function decoded(bytes: Uint8Array, codePage: (typeof candidates)[number]): string {
  return codePage === 'windows-1252' ? new TextDecoder(codePage).decode(bytes) : fromDos(bytes, codePage)
}

/** Latin letters, none of them a capital in the middle of small ones, and signs that people type. */
function isWords(name: string): boolean {
  const odd = /[^\p{ASCII}\p{Script=Latin}–—‘’“”£€§°©®½·¡¿«»]/u
  return !odd.test(name) && !/\p{Ll}[À-ÞŠŒŽ]/u.test(name)
}
