/** What of an open lesson is put on the device, so that it goes on to its end without a network; and how all of it goes again. */
import { CACHES, CACHES_KEEP, isFileOfItsKind, LESSON_CACHE, OPENED_CACHE, WORKER } from '#shared/lesson/offline'
import { askServer } from '../ask-server'

/** Stands for an address in that cache. */
const OPENED = '/opened'

/** Only where the address is safe (https, or this machine). */
const canKeep = () => 'caches' in window && 'serviceWorker' in navigator

/** What is old goes before what is new comes, also where both are asked for at once. */
const oneAtATime = (work: () => Promise<void>): Promise<void> => 'locks' in navigator ? navigator.locks.request(CACHES, work) : work()

/**
 * Fetches what the lesson will show, before the network goes.
 * @param base path of the app, with slashes around it
 * @param addresses of pictures, as the lesson lists them
 */
export async function bringLesson(base: string, addresses: readonly string[]): Promise<void> {
  if (!canKeep()) {
    // The browser's own memory of pictures then has to do.
    for (const address of addresses) new Image().src = address
    return
  }
  await oneAtATime(async () => {
    await (await caches.open(OPENED_CACHE)).put(OPENED, new Response('', { headers: { date: new Date().toUTCString() } }))
    const worker = await navigator.serviceWorker.register(base + WORKER, { scope: base }).catch(() => undefined)
    // A browser looks for a newer one in its own time; after an update what is kept for an outage should not be of the old build.
    worker?.update().catch(() => {})
    // The last lesson's are nobody's business any more.
    await caches.delete(LESSON_CACHE)
    const cache = await caches.open(LESSON_CACHE)
    await Promise.all(addresses.map(address => put(cache, address))).catch(() => {})
  })
}

async function put(cache: Cache, address: string) {
  const answer = await askServer(address)
  const type = answer.headers.get('content-type')
  if (!answer.ok || !isFileOfItsKind(address, type)) return
  await cache.put(address, new Response(await answer.blob(), { headers: { 'content-type': type ?? '', date: new Date().toUTCString() } }))
}

/** The lesson is over: its pictures go. */
export const leaveLesson = async () => void (canKeep() && await caches.delete(LESSON_CACHE).catch(() => false))

/** Everything goes: the lesson's parts, the shell with its scripts, and what would hand them out. */
export async function forgetLessons(): Promise<void> {
  if (!canKeep()) return
  const ours = (await caches.keys()).filter(name => name.startsWith(CACHES))
  await Promise.all(ours.map(name => caches.delete(name)))
  await (await navigator.serviceWorker.getRegistration())?.unregister()
}

/** Lets everything go that was put here a day ago or longer. By this device's own clock, which may be wrong, but not by much in a day. */
export const forgetOldLessons = (now: number): Promise<void> => oneAtATime(async () => {
  if (!canKeep() || !(await caches.keys()).some(name => name.startsWith(CACHES))) return
  const openedAt = Date.parse((await caches.match(OPENED, { cacheName: OPENED_CACHE }))?.headers.get('date') ?? '')
  if (Number.isNaN(openedAt) || Math.abs(now - openedAt) > CACHES_KEEP) await forgetLessons()
})
