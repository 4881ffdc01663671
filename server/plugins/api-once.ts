/**
 * What modules work out anew for every request is worked out once for the API, where it is the same each time. With a school at work both
 * together took a sixth of the server's time:
 * the language module has the whole configuration copied and read from the environment again, which stays the same while a process runs;
 * nuxt-security copies its rules for all routes and searches them, and makes a nonce, which nothing but a page uses.
 */
import type { H3EventContext } from 'h3'
import { defineNitroPlugin, useRuntimeConfig } from 'nitropack/runtime'
import { settings } from '../platform/settings.ts'

// The whole address: the path under which the app lies is taken off later.
const isApi = (path: string) => path.startsWith(`${settings().basePath}api/`)

export default defineNitroPlugin((nitro) => {
  const runtimeConfig = useRuntimeConfig()
  /** Of the first answer of the API: one set of rules stands for all of it (`routeRules` of nuxt.config.ts), as answers.spec.ts holds. */
  let rules: NonNullable<H3EventContext['security']>['rules']

  nitro.hooks.hook('request', (event) => {
    if (!isApi(event.path)) return
    event.context.nitro!.runtimeConfig = runtimeConfig
    if (rules) event.context.security = { rules }
  })
  nitro.hooks.hook('afterResponse', ({ path, context }) => {
    if (isApi(path) && context.security?.rules) rules ??= { ...context.security.rules, nonce: false }
  })
})
