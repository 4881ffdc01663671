/** Pages for staff: whoever is not signed in goes to sign in first, and comes back. */
export default defineNuxtRouteMiddleware(async (to) => {
  if (await askForStaff() === null) return navigateTo({ path: '/teach/sign-in', query: { next: to.fullPath } })
})
