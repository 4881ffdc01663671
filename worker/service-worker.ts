/// <reference lib="webworker" />
/**
 * Lets the app start without a network, where a lesson was open. It answers three things: the pages of pupils from the shell,
 * when nobody else does; scripts, styles and words of exactly its own build; and the pictures that the open lesson has put on the
 * device. It never answers for `/api`, for staff, or for a page about a person.
 */
import { clientsClaim, setCacheNameDetails } from 'workbox-core'
import { addPlugins, cleanupOutdatedCaches, matchPrecache, precacheAndRoute } from 'workbox-precaching'
import { registerRoute } from 'workbox-routing'
import { MARK } from '#shared/api/mark'
import { CACHES, isFileOfItsKind, LESSON_CACHE, SHELL, startsFromShell } from '#shared/lesson/offline'

declare const self: ServiceWorkerGlobalScope
/** Filled in by the build (worker/nuxt-module.ts): names of the files, with a hash in each, and what the build as a whole is called. */
declare const __FILES__: readonly string[]
declare const __BUILD__: string

/** How long a page may take before the shell opens in its place. Milliseconds. */
const PAGE_WITHIN = 10_000

const base = new URL(self.registration.scope).pathname

setCacheNameDetails({ prefix: CACHES })
addPlugins([{
  cacheWillUpdate: async ({ request, response }) => {
    const { pathname } = new URL(request.url)
    // The browser may have kept files of a build that did not mark them yet; their names say what is in them.
    const isOurs = response.headers.has(MARK) || pathname.startsWith(`${base}_nuxt/`)
    return response.status === 200 && !response.redirected && isOurs && isFileOfItsKind(pathname, response.headers.get('content-type'))
      ? response
      : null
  },
}])
precacheAndRoute([
  { url: base + SHELL, revision: __BUILD__ },
  { url: `${base}pictures/logo.svg`, revision: __BUILD__ },
  ...__FILES__.map(file => ({ url: `${base}_nuxt/${file}`, revision: null })),
], { directoryIndex: '', cleanURLs: false })
cleanupOutdatedCaches()

// A new build takes over at once: nothing of the old one is handed out afterwards.
self.addEventListener('install', () => void self.skipWaiting())
clientsClaim()

const inTime = (asked: Promise<Response>) =>
  Promise.race([asked, new Promise<undefined>(resolve => setTimeout(resolve, PAGE_WITHIN, undefined))]).catch(() => undefined)

registerRoute(
  ({ request, url, sameOrigin }) => sameOrigin && request.mode === 'navigate' && startsFromShell(url.pathname.slice(base.length)),
  async ({ request }) => {
    const answer = await inTime(fetch(request))
    // A proxy whose app has gone answers with a page of its own.
    if (answer && (answer.status < 500 || answer.headers.has(MARK))) return answer
    return (await matchPrecache(base + SHELL)) ?? answer ?? Response.error()
  },
)

registerRoute(({ url, sameOrigin }) => sameOrigin && url.pathname.startsWith(`${base}pictures/`), async ({ request }) => {
  return await caches.match(request.url, { cacheName: LESSON_CACHE }) ?? fetch(request)
})
