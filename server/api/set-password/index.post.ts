/** Sets a password by a link. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { key, password } from '../../accounts/staff-fields.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { setPasswordByLink } from '../../accounts/staff.ts'
import { sendChangeNotice } from '../../accounts/sign-in-notices.ts'
import { rememberDevice } from '../../edge/request/device.ts'
import { readInput } from '../../edge/request/input.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'

const Body = z.strictObject({ key, password })

export default defineEventHandler(async (event) => {
  ensureSafeAddress(event)
  const body = await readInput(event, Body)
  const { db } = await appDatabase()
  const staffId = await setPasswordByLink(db, body.key, body.password)
  // Whoever was sent a link because others hold them up has a way in with it.
  await rememberDevice(event, db, `staff:${staffId}`, ['staff'])
  void sendChangeNotice(db, staffId, 'password')
  return { done: true }
})
