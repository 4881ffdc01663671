/** How an LMS serves the files of a package. */

/** As Moodle names them. Whatever is not listed goes out as octet-stream there, fonts among it. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  htm: 'text/html; charset=utf-8',
  js: 'application/javascript',
  css: 'text/css',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  xml: 'text/xml',
  txt: 'text/plain; charset=utf-8',
}

/** @returns the media type for a path of a package */
export function servedType(path: string): string {
  return types[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
