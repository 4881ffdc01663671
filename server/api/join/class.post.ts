/** `POST /api/join/class` with `{ code }`: the names to pick from, while the class is open. */
import { defineEventHandler } from 'h3'
import { classCodeBody, type OpenClass } from '#shared/api/join'
import { joinVisitorOf } from '../../edge/people/join-visitor.ts'
import { namesToPick } from '../../classes/joining.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<OpenClass> => {
  const { code } = await readInput(event, classCodeBody)
  return namesToPick(await joinVisitorOf(event), code)
})
