/** What a file really is that was chosen as a class list: its name often says something else. */

/** Each has its own sentence on how to save it as CSV. */
export type OtherFile = 'xlsx' | 'xls' | 'ods' | 'numbers' | 'docx' | 'pdf' | 'html' | 'xml' | 'rtf' | 'zip' | 'picture' | 'data'

/** File names that stand, unpacked, in every zip of a kind. */
const insideZip: readonly (readonly [RegExp, OtherFile])[] = [
  [/xl\/(?:workbook|worksheets|styles|sharedStrings)/, 'xlsx'],
  [/word\/(?:document|styles)/, 'docx'],
  [/Index\/[\w-]+\.iwa|Index\.zip/, 'numbers'],
  [/opendocument|META-INF\/manifest\.xml|content\.xml/, 'ods'],
]

const beginnings: readonly (readonly [RegExp, OtherFile])[] = [
  [/^\u00D0\u00CF[\s\S]\u00E0/, 'xls'],
  [/^%PDF/, 'pdf'],
  [/^\{\\rtf/, 'rtf'],
  [/^(?:BEGIN:V|\s*[[{]\s*["{[])/, 'data'],
  [/^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8|RIFF[\s\S]{4}WEBP)/, 'picture'],
]

/** @returns null for what may be a list of names */
export function otherFile(bytes: Uint8Array): OtherFile | null {
  const start = latin1(bytes.subarray(0, 2000))
  if (start.startsWith('PK\u0003\u0004')) {
    // The names stand in the list at the end too, and that far in only in small files.
    const names = start + latin1(bytes.subarray(Math.max(0, bytes.length - 20_000)))
    return insideZip.find(([pattern]) => pattern.test(names))?.[1] ?? 'zip'
  }
  const kind = beginnings.find(([pattern]) => pattern.test(start))?.[1]
  if (kind) return kind
  // Also where it is UTF-16, whose letters have zeros between them.
  const text = start.replaceAll('\u0000', '').replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)/, '').trimStart()
  if (/^<(?:!doctype html|html|head|body|meta|style|table|div|!--)/i.test(text)) return 'html'
  return /^<(?:\?xml|\w+:?\w*[\s>])/i.test(text) ? 'xml' : null
}

function latin1(bytes: Uint8Array): string {
  return Array.from(bytes, byte => String.fromCharCode(byte)).join('')
}
