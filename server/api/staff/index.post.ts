/** Adds a colleague, with a link to set a password. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { email, name, role } from '../../accounts/staff-fields.ts'
import { passwordLink } from '../../accounts/password-link.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { addStaff } from '../../accounts/staff.ts'
import { readInput } from '../../edge/request/input.ts'
import { publicAddress } from '../../edge/request/transport.ts'

const Body = z.strictObject({ name, email, role })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  const id = await addStaff(db, staff, await readInput(event, Body))
  return passwordLink(publicAddress(event), db, staff, id)
})
