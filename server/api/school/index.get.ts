/** The school's settings. */
import { defineEventHandler } from 'h3'
import type { School } from '#shared/api/school/school'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { listStaff } from '../../accounts/staff/staff.ts'
import { pupilProviders } from '../../edge/elsewhere/openid.ts'
import { logoOf } from '../../school/branding.ts'
import { schoolOf } from '../../school/school.ts'

export default defineEventHandler(async (event): Promise<School> => {
  const { staff, db, tookSecondStep } = await requireStaff(event, 'admin')
  const colleagues = await listStaff(db, staff)
  return {
    ...await schoolOf(db, staff.schoolId),
    logo: await logoOf(db, staff.schoolId),
    pupilProviders: pupilProviders().map(({ name }) => name),
    tookSecondStep,
    withoutSecondStep: colleagues.filter(({ lacksSecondStep }) => lacksSecondStep).map(({ name, role }) => ({ name, role })),
  }
})
