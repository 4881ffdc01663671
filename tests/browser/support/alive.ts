/**
 * When a page of the app can be pressed and looked at. Its words are there long before that: a server sends them, Vue takes them over
 * later, and whoever follows a link has the old page, under the new address, until the new one's script and data have come.
 */
import { expect, type Locator, type Page } from '@playwright/test'

interface AppWindow {
  useNuxtApp?(): {
    readonly isHydrating?: boolean
    /** While the way to another page is asked for. */
    readonly _processingMiddleware?: unknown
    /** What is shown; the router's own route is what will be. */
    readonly _route: { readonly fullPath: string }
    readonly $router: { readonly currentRoute: { readonly value: { readonly fullPath: string } } }
    readonly payload: { readonly error?: unknown }
  }
}

/** Runs in the page. A document that is none of the app's is as ready as it will be. */
function isAlive(): boolean {
  if (document.readyState === 'loading') return false
  if (!document.querySelector('#__nuxt')) return true
  const app = (window as unknown as AppWindow).useNuxtApp?.()
  if (!app || app.isHydrating || app._processingMiddleware) return false
  // A page that could not be shown gives way to the one that says so, and no route is shown any more.
  return Boolean(app.payload.error) || app._route.fullPath === app.$router.currentRoute.value.fullPath
}

/** Waits until the page that was last asked for is there, and its controls do what they say. */
export async function untilAlive(page: { waitForFunction(isSo: () => boolean): Promise<unknown> }) {
  await page.waitForFunction(isAlive)
}

/** The same for a page inside a frame, and a lesson on it knows where its pupil is. */
export async function untilAliveIn(root: { locator(selector: string): Locator }) {
  await expect.poll(() => root.locator('#__nuxt').evaluate(isAlive)).toBe(true)
  await expect(root.locator('main.waiting')).toHaveCount(0)
}

/** Opens a page of the app, and waits until it works. */
export async function goTo(page: Page, address: string) {
  await page.goto(address)
  await untilAlive(page)
}
