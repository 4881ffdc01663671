/** Pages for staff: whoever is not signed in goes to sign in first, whoever owes a second step goes to take it, and comes back. */
export default defineNuxtRouteMiddleware(async (to) => {
  const staff = await askForStaff()
  if (staff === null) return navigateTo({ path: '/teach/sign-in', query: { next: to.fullPath } })
  if (staff.secondStep !== null && to.path !== '/teach/second-step')
    return navigateTo({ path: '/teach/second-step', query: { next: to.fullPath } })
})
