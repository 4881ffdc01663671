/** Marks every answer, errors too, so that the browser knows it from a stranger's. */
import { setResponseHeader } from 'h3'
import { defineNitroPlugin } from 'nitropack/runtime'
import { MARK } from '#shared/api/mark'

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('request', event => setResponseHeader(event, MARK, '1'))
})
