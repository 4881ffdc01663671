/** `POST /api/join/class` with `{ code }`: the names to pick from, while the class is open. */
import { defineEventHandler } from 'h3'
import { joinVisitorOf } from '../../edge/people/join-visitor.ts'
import { TypedCode } from '../../classes/class-input.ts'
import { namesToPick } from '../../classes/joining.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event) => {
  const { code } = await readInput(event, TypedCode)
  return namesToPick(await joinVisitorOf(event), code)
})
