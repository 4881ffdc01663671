/**
 * `GET /api/system`: how this server is, for admins. It says nothing of any school's data but how many admins get in with a
 * password alone.
 */
import { defineEventHandler } from 'h3'
import type { System } from '#shared/api/school/system'
import { version } from '../../../package.json'
import { appAuth } from '../../accounts/sign-in/app-sign-in.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { sizeOf } from '../../platform/database/client.ts'
import { latestBelief } from '../../school/clock.ts'
import { securityEventsOfLastDay } from '../../platform/security/security-event-counts.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { reserveOf } from '../../platform/database/reserve.ts'
import { freeSpace } from '../../platform/database/free-space.ts'
import { adminsByPasswordAlone } from '../../accounts/staff/staff.ts'
import { lastUpkeep } from '../../school/upkeep.ts'
import { canMail } from '../../platform/mail/mail.ts'
import { settings } from '../../platform/settings.ts'
import { keepCounts } from '../../edge/log/security-events.ts'

export default defineEventHandler(async (event): Promise<System> => {
  const { staff } = await requireStaff(event, 'admin')
  const opened = await appDatabase()
  await keepCounts()
  return {
    version,
    node: process.versions.node,
    database: { engine: opened.engine, size: await sizeOf(opened) },
    freeSpace: await freeSpace(settings().dataFolder),
    // Kept for a full disk; null with PostgreSQL.
    reserve: await reserveOf(opened.db),
    upkeep: await lastUpkeep(opened.db),
    clock: latestBelief() ?? null,
    address: settings().publicUrl ?? null,
    canMail: canMail(),
    providers: (await appAuth()).providers,
    securityEvents: await securityEventsOfLastDay(opened.db),
    adminsByPasswordAlone: await adminsByPasswordAlone(opened.db, staff.schoolId),
  }
})
