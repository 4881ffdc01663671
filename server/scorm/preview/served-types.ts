/** How an LMS serves the files of a package. */

/**
 * As Moodle names them (lib/classes/filetypes.php). Whatever is not listed goes out as octet-stream there: fonts, modules (.mjs),
 * WebAssembly. A page says its own encoding, as packages in Latin-1 and in UTF-16 do.
 */
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  htm: 'text/html',
  xhtml: 'application/xhtml+xml',
  js: 'application/javascript',
  css: 'text/css',
  json: 'application/json',
  xml: 'text/xml',
  xsl: 'text/xml',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv',
  vtt: 'text/vtt',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  jpe: 'image/jpeg',
  gif: 'image/gif',
  bmp: 'image/bmp',
  ico: 'image/vnd.microsoft.icon',
  mp3: 'audio/mp3',
  m4a: 'audio/mp4',
  aac: 'audio/aac',
  oga: 'audio/ogg',
  ogg: 'audio/ogg',
  wav: 'audio/wav',
  flac: 'audio/flac',
  mp4: 'video/mp4',
  m4v: 'video/mp4',
  mov: 'video/quicktime',
  ogv: 'video/ogg',
  webm: 'video/webm',
  pdf: 'application/pdf',
  swf: 'application/x-shockwave-flash',
}

/** @returns the media type for a path of a package */
export function servedType(path: string): string {
  return types[/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
}
