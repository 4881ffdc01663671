/** The language module asks the server for a file with all texts of a language, also where it has none: ours come by area (texts.ts). */
export default defineNuxtPlugin({
  name: 'no-language-file',
  enforce: 'pre',
  setup(nuxt) {
    nuxt.hook('i18n:beforeLocaleSwitch', () => {
      nuxt._nuxtI18n.loadMessages = async () => undefined
    })
  },
})
