/**
 * Where to go on after sign-in.
 * @returns the path where it is one of this site (a link could bring any address), else the staff's first page
 */
export function localPath(given: unknown, fallback = '/teach'): string {
  if (typeof given !== 'string' || !/^\/(?![/\\])/.test(given)) return fallback
  const base = 'http://local.invalid'
  if (!URL.canParse(given, base)) return fallback
  const { origin, pathname, search, hash } = new URL(given, base)
  return origin === base && !pathname.startsWith('//') ? pathname + search + hash : fallback
}
