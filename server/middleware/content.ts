/** Nuxt Content asks the server itself for its dumps and rows; nobody else does, and queries in SQL are no business of a stranger's. */
import { IncomingMessage } from 'node:http'
import { defineEventHandler } from 'h3'
import { Refusal } from '../platform/refusal.ts'

export default defineEventHandler(({ path, node: { req } }) => {
  // A request within the server is none of Node's.
  if (path.startsWith('/__nuxt_content/') && req instanceof IncomingMessage) throw new Refusal('not-found', 'no-file')
})
