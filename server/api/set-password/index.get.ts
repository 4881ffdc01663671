/** Whom a link to set a password is for. */
import { createError, defineEventHandler, getQuery } from 'h3'
import { appDatabase } from '../../platform/database/app-database.ts'
import { staffOfLink } from '../../accounts/staff.ts'

export default defineEventHandler(async (event) => {
  const staff = await staffOfLink((await appDatabase()).db, String(getQuery(event).key ?? ''))
  if (!staff) throw createError({ statusCode: 410, statusMessage: 'This link was used already, or is too old. Ask an admin of your school for a new one.' })
  return { name: staff.name, email: staff.email, school: staff.school }
})
