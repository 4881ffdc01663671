/**
 * Who may reach whose things: every route there is, asked by everybody who should not get anything from it. A new route is in the
 * table by itself.
 */
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { staffAuth } from '../../../server/accounts/sign-in/staff-auth.ts'
import { assign, assignmentsOf, today } from '../../../server/assignments/assignments.ts'
import { setDisabled } from '../../../server/accounts/staff/staff.ts'
import { takeList } from '../../../server/classes/class-lists.ts'
import { shareClass, stopSharing } from '../../../server/classes/classes.ts'
import { makeGroup } from '../../../server/classes/groups.ts'
import { openDatabase } from '../../../server/platform/database/client.ts'
import { serverSecret } from '../../../server/platform/security/secret.ts'
import { hashOf, newId, newToken } from '../../../server/platform/security/tokens.ts'
import { schoolWith } from '../../support/databases/seed-school.ts'
import { addressOf, bodies, nameOf, routes as everyRoute, unknownRoutes, type Target } from '../support/routes.ts'
import { startSchoolServer } from '../support/school-server.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'

const PASSWORD = 'lamp otter violin mud'

/** Folders and files of server/api that are open to all, or are how people sign in; the others hold somebody's things. */
const open = [
  'auth', 'curriculum', 'device', 'export', 'gallery', 'guides', 'health', 'help', 'join', 'lessons', 'lms-notes', 'logo', 'pages',
  'password-advice', 'search', 'set-password', 'setup',
]

const routes = everyRoute.filter(({ path }) => !open.includes(path.split(/[/.]/)[2] ?? ''))

/** Of anybody who works at a school. */
const ofStaff = [
  'GET /api/account',
  'PATCH /api/account',
  'POST /api/account/two-factor-code',
  'POST /api/account/passkeys',
  'DELETE /api/account/passkeys/[id]',
  'DELETE /api/account/sessions',
  'DELETE /api/account/sessions/[id]',
  'GET /api/classes',
  'POST /api/classes',
  'GET /api/deleted-classes',
  'GET /api/trouble',
  'GET /api/today',
  'GET /api/roster-changes',
  'GET /api/school',
  'GET /api/assignments/choices',
  'GET /api/school/holidays',
]

/** Things of one's own, or lists of one's own: they may answer, but with nothing of anybody else. */
const own: Readonly<Record<string, readonly string[]>> = {
  // What a class answers together is asked of one's own class alone.
  pupil: ['GET /api/my', 'GET /api/my/data', 'GET /api/my/round', 'POST /api/my/round'],
  'teacher of another class': ofStaff,
  // The class was theirs too until today.
  'supply teacher of yesterday': ofStaff,
  'admin who owes a second step': ['POST /api/account/passkeys'],
  'admin of another school': [
    ...ofStaff,
    'POST /api/school/holidays',
    'POST /api/school/holidays/bank',
    'POST /api/school/holidays/file',
    'POST /api/school/holidays/removed',
    'PUT /api/school',
    'PUT /api/school/logo',
    'GET /api/lms',
    'POST /api/lms',
    'POST /api/lms/invite',
    'POST /api/lms/key',
    'GET /api/school-year',
    'POST /api/school-year',
    'GET /api/system',
    'POST /api/system/clock',
    'GET /api/deletions',
    'GET /api/staff',
    'POST /api/staff',
    'GET /api/audit',
    'GET /api/audit.csv',
    'GET /api/evidence',
    'PUT /api/evidence/notes',
  ],
}

test('nobody gets at anything that is not theirs, by any route', async () => {
  const folder = temporaryFolder('authorisation')
  const opened = await openDatabase(join(folder, 'whos-there.sqlite'))
  const { db } = opened
  const auth = staffAuth({ ...opened, secret: await serverSecret(db), baseURL: 'http://localhost' })
  const { internalAdapter, password } = await auth.$context
  const [ours, neighbour, foreign, owing, supply, disabled] = [
    await schoolWith(db, { pupils: 2 }),
    await schoolWith(db, { pupils: 1 }),
    await schoolWith(db, { pupils: 1 }),
    await schoolWith(db, { pupils: 0 }),
    await schoolWith(db, { pupils: 1 }),
    await schoolWith(db, { pupils: 1 }),
  ]
  // The neighbour teaches at our school, with a class of their own; and an admin of it has only a password, where admins need more.
  for (const table of ['staff', 'class', 'class_staff', 'pupil'] as const)
    await db.updateTable(table).set({ school_id: ours.schoolId }).where('school_id', 'in', [neighbour, owing, supply, disabled].map(({ schoolId }) => schoolId)).execute()
  await db.updateTable('staff').set({ role: 'admin' }).where('id', '=', owing.staffId).execute()
  await db.updateTable('school').set({ second_step: 'admins' }).where('id', '=', ours.schoolId).execute()
  await db.updateTable('staff').set({ role: 'admin' }).where('id', '=', foreign.staffId).execute()
  await db.updateTable('pupil').set({ name: 'Ottoline' }).where('class_id', '=', ours.classId).execute()
  for (const { staffId } of [ours, neighbour, foreign, owing, supply, disabled]) {
    await internalAdapter.createAccount({
      userId: staffId,
      providerId: 'credential',
      accountId: staffId,
      issuer: 'credential',
      password: await password.hash(PASSWORD),
    } as Parameters<typeof internalAdapter.createAccount>[0])
  }
  await assign(db, ours.staff, {
    classId: ours.classId,
    lessonIds: ['lying-online-9-11'],
    opensOn: today(),
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  })
  const [assignment] = await assignmentsOf(db, ours.staff, ours.classId)
  const { id: groupId } = await makeGroup(db, ours.staff, ours.classId, { name: 'Ottoline and one', pupilIds: ours.pupilIds })
  const guest = { ...supply.staff, schoolId: ours.schoolId }
  await shareClass(db, ours.staff, ours.classId, guest.id)
  const { id: changeId } = await takeList(db, guest, 's'.repeat(40), newId(), [
    { classId: ours.classId, name: '', year: '', staffIds: [], names: ['Ottoline B'], again: false },
  ])
  const pupilToken = newToken()
  await db
    .insertInto('pupil_session')
    .values({
      token_hash: hashOf(pupilToken),
      school_id: ours.schoolId,
      pupil_id: neighbour.pupilIds[0] ?? '',
      used_at: new Date().toISOString(),
    })
    .execute()

  const server = await startSchoolServer({ DATA_DIR: folder }, { hasSetupLink: false })
  const signIn = async (email: string) => {
    const response = await fetch(`${server.address}/api/auth/sign-in`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password: PASSWORD }),
    })
    expect(response.status, email).toBe(200)
    return response.headers.getSetCookie().map(cookie => cookie.split(';')[0]).join('; ')
  }
  const actors: Record<string, string> = {
    nobody: '',
    pupil: `whos-there-pupil=${pupilToken}`,
    'teacher of another class': await signIn(neighbour.staff.email),
    'admin who owes a second step': await signIn(owing.staff.email),
    'admin of another school': await signIn(foreign.staff.email),
    'supply teacher of yesterday': await signIn(supply.staff.email),
    'somebody with an open tab who works here no more': await signIn(disabled.staff.email),
  }
  await stopSharing(db, ours.staff, ours.classId, guest.id)
  await setDisabled(db, { ...owing.staff, schoolId: ours.schoolId }, disabled.staffId, true)
  await signIn(ours.staff.email)
  const session = await db
    .selectFrom('staff_session' as 'staff')
    .select('id')
    .where('user_id' as 'id', '=', ours.staffId)
    .executeTakeFirst()
  const target: Target = {
    classId: ours.classId,
    pupilId: ours.pupilIds[0] ?? '',
    assignmentId: assignment?.id ?? '',
    staffId: ours.staffId,
    sessionId: session?.id ?? newId(),
    groupId,
    changeId,
  }
  const everything = async () =>
    JSON.stringify(
      await Promise.all(
        (['class', 'pupil', 'assignment', 'attempt', 'excuse', 'class_staff', 'tally', 'class_group', 'class_group_pupil', 'roster_change'] as const).map(table =>
          db.selectFrom(table).selectAll().where('school_id', '=', ours.schoolId).execute(),
        ),
      ),
    )
  const before = await everything()

  const wrong = unknownRoutes.map(name => `${name}: add it to support/routes.ts, with a body that it would take`)
  for (const [actor, cookie] of Object.entries(actors)) {
    for (const route of routes) {
      const name = nameOf(route)
      const body = bodies[name]?.(target)
      const response = await fetch(server.address + addressOf(route, target), {
        method: route.method,
        headers: { Cookie: cookie, 'Content-Type': 'application/json' },
        ...(body ? { body: JSON.stringify(body) } : {}),
      })
      // An error names the address that was asked.
      const text = (await response.text()).replaceAll(addressOf(route, target), '')
      const isOwn = own[actor]?.includes(name) === true
      const isRefused = [401, 403, 404].includes(response.status)
      if (!isRefused && !(isOwn && response.status < 500)) wrong.push(`${actor}: ${name} answers ${response.status}`)
      // Somebody else's names and ids are in no answer, whatever its status.
      for (const secret of ['Ottoline', target.pupilId, target.assignmentId])
        if (text.includes(secret)) wrong.push(`${actor}: ${name} tells ${secret}`)
    }
  }
  expect(wrong).toEqual([])
  expect(routes.length).toBeGreaterThan(30)
  // The neighbour may make a class of their own: what was there before is untouched.
  const after = JSON.parse(await everything()) as { id?: string }[][]
  const ids = new Set((JSON.parse(before) as { id?: string }[][]).flat().map(row => JSON.stringify(row)))
  expect([...ids].filter(row => !after.flat().some(kept => JSON.stringify(kept) === row))).toEqual([])
  // Ending somebody else's session by its id ends nothing.
  expect(await db.selectFrom('staff_session' as 'staff').select('id').where('id', '=', target.sessionId).execute()).toHaveLength(1)
  await server.stop()
  await db.destroy()
  removeFolder(folder)
})
