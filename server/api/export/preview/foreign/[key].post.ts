/** `POST /api/export/preview/foreign/<key>`: says of a run in the browser what `check-package --run` says of one of its own. */
import { foreignRunBody, type ForeignRun } from '#shared/api/packages'
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { readInput } from '../../../../edge/request/input.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { foundInRun } from '../../../../scorm/preview/foreign/foreign-run.ts'
import { foreignStore } from '../../../../scorm/preview/foreign/foreign-store.ts'

export default defineEventHandler(async (event): Promise<ForeignRun> => {
  const { staff } = await requireStaff(event)
  const run = await readInput(event, foreignRunBody)
  const kept = foreignStore.find(getRouterParam(event, 'key') ?? '', staff.id)
  const launched = kept?.items[run.item]
  if (!kept || !launched) throw new Refusal('gone', 'foreign-gone', { reason: 'gone' })
  return foundInRun(kept, launched, run)
})
