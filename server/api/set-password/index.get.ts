/** Whom a link to set a password is for. */
import { defineEventHandler, getQuery } from 'h3'
import { Refusal } from '../../platform/refusal.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { staffOfLink } from '../../accounts/staff.ts'

export default defineEventHandler(async (event) => {
  const staff = await staffOfLink((await appDatabase()).db, String(getQuery(event).key ?? ''))
  if (!staff) throw new Refusal('gone', 'link-used')
  return { name: staff.name, email: staff.email, school: staff.school }
})
