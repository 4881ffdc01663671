/** Offers a file to somebody, as if they had pressed a link to it. */
export function saveBlob(name: string, blob: Blob) {
  const address = URL.createObjectURL(blob)
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Offers a text as a file, made in the browser by the page that somebody looks at. */
export const saveFile = (name: string, text: string, type: string) => saveBlob(name, new Blob([text], { type: `${type};charset=utf-8` }))
