/** `POST /api/join` with `{ classCode, pupilId, pictures }` or `{ key, pictures }`: signs a pupil in on this device. */
import { defineEventHandler } from 'h3'
import { joinBody, type Joined } from '#shared/api/join'
import { joinVisitorOf } from '../../edge/people/join-visitor.ts'
import { startPupilSession } from '../../edge/people/pupil-cookie.ts'
import { join } from '../../classes/joining.ts'
import { rememberDevice } from '../../edge/request/device.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Joined> => {
  const joining = await readInput(event, joinBody)
  const visitor = await joinVisitorOf(event)
  const pupil = await join(visitor, joining)
  await startPupilSession(event, visitor.db, pupil)
  await rememberDevice(event, visitor.db, `pupil:${pupil.id}`, [`class:${pupil.classId}`])
  return { joined: true }
})
