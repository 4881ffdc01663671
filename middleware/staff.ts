/**
 * Pages for staff: whoever is not signed in goes to sign in first, whoever owes a second step goes to take it, and comes back. Where
 * the server does not say who it is, they stay where they are, with what they have typed, and are told.
 */
export default defineNuxtRouteMiddleware(async (to, from) => {
  const { t } = useNuxtApp().$i18n
  const { done } = useUndo()
  const staff = await askForStaff().catch((error: unknown) => {
    // The first page of all: there is none to stay on.
    if (import.meta.server || from.path === to.path) throw error
    done(t('teach.no-page'))
    return undefined
  })
  if (staff === undefined) return abortNavigation()
  if (staff === null) return navigateTo({ path: '/teach/sign-in', query: { next: to.fullPath } })
  if (staff.secondStep !== null && to.path !== '/teach/second-step')
    return navigateTo({ path: '/teach/second-step', query: { next: to.fullPath } })
})
