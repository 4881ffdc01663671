/** Files that a page makes for whoever looks at it. */

/** @returns rows as CSV (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe (OWASP: CSV injection). */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => {
    const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
  }
  return rows.map(row => row.map(cell).join(',')).join('\r\n') + '\r\n'
}

/** Offers a text as a file. The mark at its start tells spreadsheets that it is UTF-8. */
export function saveFile(name: string, text: string, type: string) {
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: `${type};charset=utf-8` }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  URL.revokeObjectURL(address)
}
