/** `POST /api/export/summary` with `{ lessons, format, locales, options }`: what the package holds, its size and the result of its self-check. */
import { packageBody } from '#shared/api/packages'
import { defineEventHandler } from 'h3'
import { unzipSync } from 'fflate'
import { answering, checked, readJson } from '../../edge/packages/export-request.ts'

export default defineEventHandler(async (event) => {
  const request = checked(packageBody, await readJson(event))
  return answering(event, async (makers) => {
    const made = await makers.checked(request)
    const [note] = await makers.withSchemas([made])
    return { ...note, files: filesOf(made.bytes) }
  })
})

/** What the zip lists; nothing is unpacked. */
function filesOf(zip: Uint8Array): { path: string, bytes: number }[] {
  const files: { path: string, bytes: number }[] = []
  unzipSync(zip, {
    filter({ name, originalSize }) {
      files.push({ path: name, bytes: originalSize })
      return false
    },
  })
  return files
}
