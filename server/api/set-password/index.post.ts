/** Sets a password by a link. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { key, password } from '../../auth/fields.ts'
import { appDatabase } from '../../database/in-app.ts'
import { setPasswordByLink } from '../../database/staff.ts'
import { tellOfChange } from '../../mail/notices.ts'
import { rememberDevice } from '../../security/devices.ts'
import { readInput } from '../../security/input.ts'
import { ensureSafeAddress } from '../../security/transport.ts'

const Body = z.strictObject({ key, password })

export default defineEventHandler(async (event) => {
  ensureSafeAddress(event)
  const body = await readInput(event, Body)
  const { db } = await appDatabase()
  const staffId = await setPasswordByLink(db, body.key, body.password)
  // Whoever was sent a link because others hold them up has a way in with it.
  await rememberDevice(event, db, `staff:${staffId}`, ['staff'])
  void tellOfChange(db, staffId, 'password')
  return { done: true }
})
