/**
 * What the language module would ask the server for: a file with all texts of a language, also where it has none (ours come by
 * area, texts.ts), and its settings, which cost a slow line a wait of their own unless they come with the start.
 */
import '~/i18n/i18n.config'

export default defineNuxtPlugin({
  name: 'no-language-file',
  enforce: 'pre',
  setup(nuxt) {
    nuxt.hook('i18n:beforeLocaleSwitch', () => {
      nuxt._nuxtI18n.loadMessages = async () => undefined
    })
  },
})
