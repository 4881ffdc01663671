/** `POST /api/export/summary` with `{ lessons, format, locales, options }`: what the package holds, its size and the result of its self-check. */
import { defineEventHandler } from 'h3'
import { unzipSync } from 'fflate'
import { exportChecked, schemaChecked } from '../../scorm/bulk.ts'
import { answering, checked, packageBody, readJson } from '../../scorm/request.ts'

export default defineEventHandler(async (event) => {
  const request = checked(packageBody, await readJson(event))
  return answering(async (workshop) => {
    const made = await exportChecked(workshop, request)
    const { bytes } = made
    const [note] = await schemaChecked(workshop, [made])
    const files = Object.entries(unzipSync(bytes)).map(([path, content]) => ({ path, bytes: content.length }))
    return { ...note, files }
  })
})
