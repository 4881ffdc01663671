/** `GET /api/classes/<id>/pupils/<pupil>/score?assignment=<id>`: the total of a closed lesson. */
import { defineEventHandler, getRouterParam, setResponseHeader } from 'h3'
import { type PupilScore, scoreQuery } from '#shared/api/assignments'
import { requireStaff } from '../../../../../edge/people/require-staff.ts'
import { readAsked } from '../../../../../edge/request/input.ts'
import { pupilScore } from '../../../../../assignments/pupil-page.ts'

export default defineEventHandler(async (event): Promise<PupilScore> => {
  const { staff, db } = await requireStaff(event)
  const { assignment } = readAsked(event, scoreQuery)
  setResponseHeader(event, 'Cache-Control', 'no-store')
  return pupilScore(db, staff, getRouterParam(event, 'id') ?? '', getRouterParam(event, 'pupil') ?? '', assignment)
})
