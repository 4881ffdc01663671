/** `POST /api/join/class` with `{ code }`: the names to pick from, while the class is open. */
import { defineEventHandler, readValidatedBody } from 'h3'
import { askerOf } from '../../auth/asker.ts'
import { TypedCode } from '../../database/class-input.ts'
import { namesToPick } from '../../database/joining.ts'

export default defineEventHandler(async (event) => {
  const { code } = await readValidatedBody(event, TypedCode.parse)
  return namesToPick(await askerOf(event), code)
})
