/** A page that leads on to another keeps its language. */
import { getResponseHeader, setResponseHeader } from 'h3'
import { defineNitroPlugin } from 'nitropack/runtime'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { inLanguage } from '#shared/text/in-language'

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('beforeResponse', (event) => {
    const location = getResponseHeader(event, 'location')
    const { pageLocale = DEFAULT_LOCALE } = event.context
    if (typeof location === 'string') setResponseHeader(event, 'location', inLanguage(location, pageLocale))
  })
})
