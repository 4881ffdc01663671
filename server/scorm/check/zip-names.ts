/** File names in a zip are UTF-8, or in whatever code page the machine of the maker had. */

export type CodePage = 'utf-8' | 'cp437' | 'cp850' | 'windows-1252'

/** What the bytes 0x80 to 0xFF stand for (IBM code pages 437 and 850, as unicode.org/Public/MAPPINGS lists them). */
const dosPages = {
  cp437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐'
    + '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  cp850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐'
    + '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
} as const

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
  if (codePage === 'windows-1252') return new TextDecoder(codePage).decode(bytes)
  return Array.from(bytes, byte => byte < 128 ? String.fromCharCode(byte) : dosPages[codePage][byte - 128]!).join('')
}

/** Latin letters, none of them a capital in the middle of small ones, and signs that people type. */
function isWords(name: string): boolean {
  const odd = /[^\p{ASCII}\p{Script=Latin}–—‘’“”£€§°©®½·¡¿«»]/u
  return !odd.test(name) && !/\p{Ll}[À-ÞŠŒŽ]/u.test(name)
}
