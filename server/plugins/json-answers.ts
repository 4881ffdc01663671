/** Names the JSON that the API answers with. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { nameAnswer } from '../edge/answers/json-answers.ts'

export default defineNitroPlugin((nitro) => {
  nitro.hooks.hook('beforeResponse', (event, { body }) => nameAnswer(event, body))
})
