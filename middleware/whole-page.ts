/**
 * A page whose policy lets it frame another host has to be the page that the browser loaded: a page that was reached by a link within
 * the app keeps the policy of the one before it.
 */
export default defineNuxtRouteMiddleware((to) => {
  if (import.meta.server) return
  const [loaded] = performance.getEntriesByType('navigation')
  if (loaded && new URL(loaded.name).pathname !== appAddress(to.path)) return navigateTo(to.fullPath, { external: true })
})
