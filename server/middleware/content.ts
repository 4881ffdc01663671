/** Nuxt Content asks the server itself for its dumps and rows; nobody else does, and queries in SQL are no business of a stranger's. */
import { IncomingMessage } from 'node:http'
import { createError, defineEventHandler } from 'h3'

export default defineEventHandler(({ path, node: { req } }) => {
  // A request within the server is none of Node's.
  if (path.startsWith('/__nuxt_content/') && req instanceof IncomingMessage) throw createError({ statusCode: 404, statusMessage: 'This file is not here.' })
})
