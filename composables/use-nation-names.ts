/** Help routes of single nations say so in their name: whoever skims the names, or hears only them, must not ring in vain. */
import type { HelpRoute } from '#shared/lesson/help-routes'

export function useNationNames() {
  const { t } = useI18n()
  const { tag } = useLanguage()
  const list = new Intl.ListFormat(tag)
  return (route: HelpRoute): HelpRoute =>
    route.nations
      ? {
          ...route,
          name: t('help-routes.only-in', {
            name: route.name,
            nations: list.format(route.nations.map(nation => t(`help-routes.nations.${nation}`))),
          }),
        }
      : route
}
