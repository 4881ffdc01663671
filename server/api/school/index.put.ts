/** Changes the school's settings. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { secondStepRules } from '#shared/people/second-step'
import { tidyText } from '#shared/text/tidy-text'
import { name } from '../../accounts/staff-fields.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { changeSchool } from '../../school/school.ts'
import { readInput } from '../../edge/request/input.ts'

/** A day that every year has. */
const day = z.string().regex(/^\d\d-\d\d$/).refine((given) => {
  const date = new Date(`2025-${given}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === given
})
const count = z.int().min(0)
const Body = z.strictObject({
  name,
  helpContact: z.string().max(1000).transform(tidyText).pipe(z.string().max(300)),
  yearEnds: day,
  keepMonths: z.int().min(0).max(24),
  secondStep: z.enum(secondStepRules),
  /** What goes by it within days, as the page has told. */
  agreed: z.strictObject({ classes: count, pupils: count, attempts: count }).optional(),
})

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event, 'admin')
  const { agreed, ...settings } = await readInput(event, Body)
  await changeSchool(db, staff, settings, agreed)
  return { done: true }
})
