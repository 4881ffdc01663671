/** `POST /api/export` with `{ lessons, format, locales, options }`: the same as GET, for options that do not fit into an address (a logo). */
import { defineEventHandler } from 'h3'
import { exportPackage } from '../../scorm/export.ts'
import { answering, checked, download, packageBody, readJson } from '../../scorm/request.ts'

export default defineEventHandler(async (event) => {
  const request = checked(packageBody, await readJson(event))
  return answering(async (workshop) => {
    const { fileName, bytes } = await exportPackage(workshop, request)
    return download(event, fileName, bytes)
  })
})
