/** Adds a colleague, with a link to set a password. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { email, name, role } from '../../auth/fields.ts'
import { passwordLink } from '../../auth/password-link.ts'
import { requireStaff } from '../../auth/require-staff.ts'
import { addStaff } from '../../database/staff.ts'
import { readInput } from '../../security/input.ts'
import { publicAddress } from '../../security/transport.ts'

const Body = z.strictObject({ name, email, role })

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  const id = await addStaff(db, staff, await readInput(event, Body))
  return passwordLink(publicAddress(event), db, staff, id)
})
