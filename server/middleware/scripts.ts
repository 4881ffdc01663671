/** Scripts and styles that are not of this build: of the last one, for a page that is still open after an update, or of the next. */
import { defineEventHandler, removeResponseHeader, setResponseHeader } from 'h3'
import { Refusal } from '../platform/refusal.ts'
import { ofAnotherBuild, SCRIPTS } from '../platform/release-files.ts'

export default defineEventHandler(async (event) => {
  if (import.meta.dev || !event.path.startsWith(`/${SCRIPTS}/`)) return
  const file = await ofAnotherBuild(event.path.slice(SCRIPTS.length + 2).split('?')[0] ?? '')
  if (!file) {
    removeResponseHeader(event, 'Cache-Control')
    throw new Refusal('not-found', 'no-file')
  }
  setResponseHeader(event, 'Content-Type', file.type)
  return file.body
})
