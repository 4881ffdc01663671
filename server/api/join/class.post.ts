/** `POST /api/join/class` with `{ code }`: the names to pick from, while the class is open. */
import { defineEventHandler } from 'h3'
import { askerOf } from '../../auth/asker.ts'
import { TypedCode } from '../../database/class-input.ts'
import { namesToPick } from '../../database/joining.ts'
import { readInput } from '../../security/input.ts'

export default defineEventHandler(async (event) => {
  const { code } = await readInput(event, TypedCode)
  return namesToPick(await askerOf(event), code)
})
