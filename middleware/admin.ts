/** Pages for admins only; stands behind `staff`. In the browser only a fatal error shows its page; on the server it would fill the log. */
export default defineNuxtRouteMiddleware(() => {
  const { t } = useNuxtApp().$i18n
  if (useStaff().value?.role !== 'admin')
    return abortNavigation(createError({ statusCode: 403, statusMessage: t('teach.admins-only'), fatal: import.meta.client }))
})
