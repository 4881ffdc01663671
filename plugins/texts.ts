/**
 * The language of a page and the texts of its area. They come with the page itself at first, and by a file of their own where
 * somebody goes on to another area. `?lang=` in the address says which language; links and moves inside the app carry it on, so
 * that nothing has to be kept about anybody.
 */
import { DEFAULT_LANGUAGE, type Language } from '#shared/text/languages'
import type { Texts } from '#shared/text/pseudo'
import { useLanguage } from '~/composables/use-language'
import { areasOf } from '~/i18n/areas'
import type { PlayerWords } from '~/i18n/player-words'

/** What comes with the page. Of the default language only the areas: the rest is in the script. */
interface Payload {
  texts?: Record<string, Texts>
  /** On a page in another language: what there is in the default one only. */
  missing?: Record<string, Texts>
  language?: Language
  playerWords?: PlayerWords
}

const files = import.meta.glob<Texts>('../i18n/locales/*/*.json', { import: 'default' })

const textsIn = async (locale: string, area: string): Promise<Texts> => await files[`../i18n/locales/${locale}/${area}.json`]?.() ?? {}

export default defineNuxtPlugin({
  name: 'texts',
  dependsOn: ['i18n:plugin'],
  async setup(nuxt) {
    const { $i18n: i18n, $router: router } = nuxt
    const payload = nuxt.payload as Payload
    const asked = payload.language?.locale ?? router.currentRoute.value.query.lang
    const isPseudoKnown = import.meta.server && Boolean(useRuntimeConfig().pseudoLanguage)
    const other
      = asked === undefined
        ? undefined
        : await import('~/i18n/other-language').then(({ otherLanguage }) => otherLanguage(asked, textsIn, isPseudoKnown))
    if (other) {
      payload.language ??= other.language
      payload.playerWords ??= other.playerWords
    }
    const language = useLanguage()
    if (language !== DEFAULT_LANGUAGE) {
      const { locale, tag, direction } = language
      i18n.locale.value = locale as typeof i18n.locale.value
      i18n.fallbackLocale.value = DEFAULT_LANGUAGE.locale as typeof i18n.locale.value
      useHead({ htmlAttrs: { lang: tag, dir: direction } })
      carryOn(locale)
    }
    const known = new Set<string>()
    const unknownAt = (path: string) => areasOf(path).filter(area => !known.has(area))

    /** By locale: how texts are fetched, and what came with the page, by area. */
    const sources: [string, (area: string) => Promise<Texts>, Record<string, Texts>][] = [
      [i18n.locale.value, other ? other.textsOf : area => textsIn(DEFAULT_LANGUAGE.locale, area), payload.texts ??= {}],
    ]
    if (other) sources.push([DEFAULT_LANGUAGE.locale, other.missingOf, payload.missing ??= {}])

    async function bring(path: string) {
      const wanted = unknownAt(path)
      if (wanted.length === 0) return
      await Promise.all(sources.map(async ([locale, fetched, carried]) => {
        const found = await Promise.all(wanted.map(async (area) => {
          const texts = carried[area] ?? await fetched(area)
          if (import.meta.server) carried[area] = texts
          return texts
        }))
        // A new object each time: on the server the old one is everybody's.
        i18n.setLocaleMessage(locale as typeof i18n.locale.value, Object.assign({}, i18n.getLocaleMessage(locale), ...found))
      }))
      for (const area of wanted) known.add(area)
    }

    /** Addresses of links, and whoever goes where an address was written without a language. */
    function carryOn(lang: string) {
      const { resolve } = router
      router.resolve = (raw: Parameters<typeof resolve>[0], current?: Parameters<typeof resolve>[1]) => {
        const to = resolve(raw, current)
        return to.query.lang === undefined ? resolve({ path: to.path, hash: to.hash, query: { ...to.query, lang } }) : to
      }
      addRouteMiddleware(
        'language',
        to => (to.query.lang === undefined ? navigateTo({ path: to.path, hash: to.hash, query: { ...to.query, lang } }) : undefined),
        { global: true },
      )
    }

    await bring(router.currentRoute.value.path)
    addRouteMiddleware('texts', to => bring(to.path), { global: true })
    // With the pages that links in view lead to. What does not come now is asked for again then.
    if (import.meta.client)
      nuxt.hook('link:prefetch', (path) => {
        const wanted = unknownAt(path.replace(/[?#].*/, ''))
        void Promise.all(sources.flatMap(([, fetched]) => wanted.map(fetched))).catch(() => {})
      })
  },
})
