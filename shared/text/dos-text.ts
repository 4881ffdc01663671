/** Text in the code pages of DOS, which browsers do not know: old names in zips, and what Excel saves as "CSV (MS-DOS)". */

/** What the bytes 0x80 to 0xFF stand for (IBM code pages 437 and 850, as unicode.org/Public/MAPPINGS lists them). */
const dosPages = {
  cp437: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐'
    + '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0',
  cp850: 'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐'
    + '└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0',
} as const

/** @returns the text of bytes in one of these pages */
export function fromDos(bytes: Uint8Array, codePage: keyof typeof dosPages): string {
  const parts: string[] = []
  for (const byte of bytes) parts.push(byte < 128 ? String.fromCharCode(byte) : dosPages[codePage][byte - 128]!)
  return parts.join('')
}
