/** Compresses what is sent. Its name is the last: whoever else looks at an answer sees it as it is. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { shorten } from '../edge/answers/shorter-answers.ts'

export default defineNitroPlugin((nitro) => {
  if (!import.meta.dev) nitro.hooks.hook('beforeResponse', shorten)
})
