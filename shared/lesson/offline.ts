/** What the service worker and the pages agree on, so that a lesson goes on without a network. */

/** Every cache of ours begins with this, on a device that may hold caches of others under the same address. */
export const CACHES = 'whos-there'

/** The pictures of the lesson that is open, as the lesson lists them. */
export const LESSON_CACHE = `${CACHES}-lesson`

/** When a lesson was last opened here, and nothing else. */
export const OPENED_CACHE = `${CACHES}-opened`

/** A page without anybody in it, behind the base path: the app starts in it and finds the rest on the device. */
export const SHELL = 'shell'

/** The service worker itself, behind the base path. */
export const WORKER = 'service-worker.js'

/** What a lesson left on the device goes after this long, in milliseconds. */
export const CACHES_KEEP = 24 * 60 * 60 * 1000

/**
 * @param path behind the base path, without a slash in front. @returns whether the app may start there from the shell: lessons
 * and what a pupil goes on to from them
 */
export const startsFromShell = (path: string): boolean => /^(?:join|my(?:\/[\w-]+)?|lessons\/[\w-]+\/play)\/?$/.test(path)

/** What each kind of file has to be sent as: a sign-in page of a network is not kept as a script. */
const types: Readonly<Record<string, RegExp>> = {
  js: /javascript/,
  css: /^text\/css/,
  woff2: /font|octet-stream/,
  svg: /^image\/svg/,
  json: /^application\/json/,
}

/** @param path of a file that is to be kept. @returns whether what came under it can be that file */
export function isFileOfItsKind(path: string, contentType: string | null): boolean {
  const expected = types[/\.(\w+)$/.exec(path)?.[1] ?? '']
  return expected === undefined || expected.test(contentType ?? '')
}
