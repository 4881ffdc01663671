/**
 * Answers of the API read one configuration that was made when the server started. Otherwise the language module has it copied and read
 * from the environment again for every request, which took a tenth of the server's time with a school at work. It changes nothing: the
 * environment of a running process stays the same.
 */
import { defineNitroPlugin, useRuntimeConfig } from 'nitropack/runtime'

export default defineNitroPlugin((nitro) => {
  const config = useRuntimeConfig()
  nitro.hooks.hook('request', (event) => {
    if (event.path.startsWith('/api/')) event.context.nitro!.runtimeConfig = config
  })
})
