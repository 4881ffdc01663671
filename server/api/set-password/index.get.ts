/** Whom a link to set a password is for. */
import { defineEventHandler } from 'h3'
import { linkQuery } from '#shared/api/fields'
import type { LinkOwner } from '#shared/api/school/sign-in'
import { Refusal } from '../../platform/refusal.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { staffOfLink } from '../../accounts/staff/staff.ts'
import { readAsked } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<LinkOwner> => {
  const staff = await staffOfLink((await appDatabase()).db, readAsked(event, linkQuery).key)
  if (!staff) throw new Refusal('gone', 'link-used')
  return { name: staff.name, email: staff.email, school: staff.school }
})
