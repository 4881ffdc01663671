/** `POST /api/join/leave`: signs the pupil out on this device. */
import { defineEventHandler } from 'h3'
import type { Joined } from '#shared/api/join'
import { endPupilSession } from '../../edge/people/pupil-cookie.ts'
import { appDatabase } from '../../platform/database/app-database.ts'

export default defineEventHandler(async (event): Promise<Joined> => {
  const { db } = await appDatabase()
  await endPupilSession(event, db)
  return { joined: false }
})
