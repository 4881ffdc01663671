/** `GET /api/system`: how this server is, for admins. It says nothing of any school's data but how many admins get in with a password alone. */
import { defineEventHandler } from 'h3'
import { version } from '../../../package.json'
import { appAuth } from '../../auth/in-app.ts'
import { requireStaff } from '../../auth/require-staff.ts'
import { sizeOf } from '../../database/client.ts'
import { latestBelief } from '../../database/clock.ts'
import { happeningsOfLastDay } from '../../database/happening-counts.ts'
import { appDatabase } from '../../database/in-app.ts'
import { reserveOf } from '../../database/reserve.ts'
import { freeSpace } from '../../database/free-space.ts'
import { adminsByPasswordAlone } from '../../database/staff.ts'
import { lastUpkeep } from '../../database/upkeep.ts'
import { canMail } from '../../mail/mail.ts'
import { settings } from '../../platform/settings.ts'
import { keepCounts } from '../../security/happenings.ts'

export default defineEventHandler(async (event) => {
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
    happenings: await happeningsOfLastDay(opened.db),
    adminsByPasswordAlone: await adminsByPasswordAlone(opened.db, staff.schoolId),
  }
})
