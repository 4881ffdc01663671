/** What an address in a manifest, page, style or script points at, seen from inside a package. */
import type { Archive } from './archive.ts'

export type Target
  /** A file of the package, by its path without query and fragment; still percent-encoded if it was. */
  = | { readonly where: 'package', readonly path: string }
  /** Another server. */
    | { readonly where: 'outside' }
  /** The top of whatever server the package is unpacked on, or above the package: never the package itself. */
    | { readonly where: 'server-root' | 'above' }
  /** The disk of whoever made it. */
    | { readonly where: 'disk' }
  /** Nothing that is fetched (data:, blob:, #top), or not known before it runs. */
    | { readonly where: 'nowhere' }

/** @param folder of the file that holds the address, with its slash, "" at the root */
export function targetOf(address: string, folder: string): Target {
  const trimmed = address.trim()
  if (trimmed === '' || trimmed.startsWith('#') || /[{}<>$`]|\]\]/.test(trimmed)) return { where: 'nowhere' }
  if (/^(?:file:|[a-z]:[\\/])/i.test(trimmed)) return { where: 'disk' }
  if (/^(?:(?:https?|ftp|wss?):|[\\/]{2})/i.test(trimmed)) return { where: 'outside' }
  if (/^[a-z][a-z0-9+.-]*:/i.test(trimmed)) return { where: 'nowhere' }
  if (trimmed.startsWith('/')) return { where: 'server-root' }
  const path = trimmed.replace(/[?#][\s\S]*$/, '')
  return path === '' ? { where: 'nowhere' } : inside(folder + path)
}

function inside(path: string): Target {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..' && parts.pop() === undefined) return { where: 'above' }
    if (part !== '..' && part !== '.' && part !== '') parts.push(part)
  }
  return { where: 'package', path: parts.join('/') }
}

/** @returns the name in the zip of the file at a path from {@link targetOf}, null when it is not there letter for letter */
export function fileAt(archive: Archive, path: string): string | null {
  if (archive.files.has(path)) return path
  const decoded = percentDecoded(path)
  return archive.files.has(decoded) ? decoded : null
}

/** @returns why {@link fileAt} found nothing, to end a sentence that begins with the file's name */
export function whyMissing(archive: Archive, path: string): string {
  const similar = archive.inOtherCase(path) ?? archive.inOtherCase(percentDecoded(path))
  if (similar) return `is in the package under the name "${similar}"; many servers tell capitals from small letters, so write both alike`
  const slashes = path.replaceAll('\\', '/')
  if (archive.files.has(slashes)) return 'is written with backslashes; write "/" between folders'
  return 'is not in the package; put it there or take the address out'
}

function percentDecoded(path: string): string {
  try {
    return decodeURIComponent(path)
  }
  catch {
    return path
  }
}
