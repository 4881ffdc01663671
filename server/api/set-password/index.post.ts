/** Sets a password by a link. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { setPasswordBody } from '#shared/api/school/sign-in'
import { appDatabase } from '../../platform/database/app-database.ts'
import { setPasswordByLink } from '../../accounts/staff/staff.ts'
import { sendChangeNotice } from '../../accounts/staff/sign-in-notices.ts'
import { rememberDevice } from '../../edge/request/device.ts'
import { readInput } from '../../edge/request/input.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'
import { readersLocale } from '../../platform/readers-locale.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  ensureSafeAddress(event)
  const body = await readInput(event, setPasswordBody)
  const { db } = await appDatabase()
  const staffId = await setPasswordByLink(db, body.key, body.password)
  // Whoever was sent a link because others hold them up has a way in with it.
  await rememberDevice(event, db, `staff:${staffId}`, ['staff'])
  void sendChangeNotice(db, staffId, 'password', readersLocale(event.headers))
  return { done: true }
})
