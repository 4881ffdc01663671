/** `POST /api/join/leave`: signs the pupil out on this device. */
import { defineEventHandler } from 'h3'
import { endPupilSession } from '../../auth/pupil-session.ts'
import { appDatabase } from '../../database/in-app.ts'

export default defineEventHandler(async (event) => {
  const { db } = await appDatabase()
  await endPupilSession(event, db)
  return { joined: false }
})
