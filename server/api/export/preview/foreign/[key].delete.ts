/** `DELETE /api/export/preview/foreign/<key>`: forgets a package of another maker, which its page asks for when it is left. */
import { defineEventHandler, getRouterParam } from 'h3'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { foreignStore } from '../../../../scorm/preview/foreign/foreign-store.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { staff } = await requireStaff(event)
  foreignStore.remove(getRouterParam(event, 'key') ?? '', staff.id)
})
