/** Brings the texts of a page's area: with the page itself at first, and by a file of their own where somebody goes on to another area. */
import { areasOf } from '~/i18n/areas'

type Texts = Readonly<Record<string, unknown>>

const files = import.meta.glob<Texts>('../i18n/locales/*/*.json', { import: 'default' })

export default defineNuxtPlugin({
  name: 'texts',
  dependsOn: ['i18n:plugin'],
  async setup(nuxt) {
    const i18n = nuxt.$i18n
    /** What came with the page, by area. */
    const carried: Record<string, Texts> = (nuxt.payload as { texts?: Record<string, Texts> }).texts ??= {}
    const known = new Set<string>()

    const unknownAt = (path: string) => areasOf(path).filter(area => !known.has(area))
    const fetched = async (area: string) => await files[`../i18n/locales/${i18n.locale.value}/${area}.json`]?.() ?? {}

    async function bring(path: string) {
      const wanted = unknownAt(path)
      const found = await Promise.all(wanted.map(async (area) => {
        const texts = carried[area] ?? await fetched(area)
        if (import.meta.server) carried[area] = texts
        return texts
      }))
      // A new object each time: on the server the old one is everybody's.
      if (wanted.length > 0) i18n.setLocaleMessage(i18n.locale.value, Object.assign({}, i18n.getLocaleMessage(i18n.locale.value), ...found))
      for (const area of wanted) known.add(area)
    }

    await bring(nuxt.$router.currentRoute.value.path)
    addRouteMiddleware('texts', to => bring(to.path), { global: true })
    // With the pages that links in view lead to. What does not come now is asked for again then.
    if (import.meta.client) nuxt.hook('link:prefetch', path => void Promise.all(unknownAt(path.replace(/[?#].*/, '')).map(fetched)).catch(() => {}))
  },
})
