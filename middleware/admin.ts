/** Pages for admins only; stands behind `staff`. */
export default defineNuxtRouteMiddleware(() => {
  const { t } = useNuxtApp().$i18n
  if (useStaff().value?.role !== 'admin') return abortNavigation(createError({ statusCode: 403, statusMessage: t('teach.admins-only'), fatal: true }))
})
