import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { daysPass } from '../../tests/support/databases/days'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder'
import { assign, assignmentsOf, bringBack, reschedule, withdraw } from '../assignments/assignments'
import { takeEvents } from '../assignments/attempts'
import { backUp, restore } from './backup'
import type { Db } from '../platform/database/client'
import { confirmClock } from './clock'
import { deletionsOf, putOff, soonerBy } from './deletions'
import { keepErasures, readErasures } from './erasures'
import { takeList } from '../classes/class-lists'
import { erasePupil } from '../classes/pupils'
import { changesOf } from '../classes/roster-changes'
import { newId } from '../platform/security/tokens'
import { lookAfter, monthsAfter } from './retention'
import { changeSchool, schoolOf } from './school'

const lesson = fixtureLesson()
const DAY = 86_400_000
const later = (from: string, days: number) => new Date(Date.parse(from) + days * DAY)
const look = (db: Db, now: Date | string) => lookAfter(db, () => lesson, new Date(now), null)
/** Somebody has set the clock, and nothing says otherwise. */
async function startsAt(db: Db, now: string) {
  await look(db, now)
  await confirmClock(db, new Date(now))
}
/** Attempts of which single answers are kept. */
const open = async (db: Db) =>
  (await db.selectFrom('attempt').select('id').where('state', '!=', '').where('heard', '!=', '').execute()).length
const count = async (db: Db, table: 'class' | 'pupil' | 'attempt' | 'audit' | 'erasure' | 'deletion') =>
  Number(
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

describe.each(engines)('what is kept too long on %s', (engine) => {
  /** A school whose class goes on 1 September 2027, with a lesson that is open and one answer to it. */
  async function school() {
    const opened = await freshDatabase(engine)
    const { db } = opened
    const seeded = await seededSchool(db)
    await assign(db, seeded.staff, {
      classId: seeded.classId,
      lessonIds: [lesson.id],
      opensOn: '2027-01-01',
      weekly: false,
      dueAfter: 7,
      boosterWeeks: null,
    })
    const [assignment] = await assignmentsOf(db, seeded.staff, seeded.classId)
    if (!assignment) throw new Error('nothing was given')
    const pupil = { id: seeded.pupilIds[0] ?? '', schoolId: seeded.schoolId, classId: seeded.classId, name: 'Pupil 1' }
    await takeEvents(db, pupil, assignment, lesson, [{ id: 'one', change: { kind: 'arrived', screen: 'quiz' } }])
    await db.deleteFrom('audit').execute()
    return { ...opened, ...seeded, assignment, pupil }
  }

  it('goes on its day where it was announced a week before, with its pupils, and is remembered as gone by time', async () => {
    const { db, schoolId, classId, pupilIds } = await school()
    await daysPass(db, '2027-08-01T12:00:00Z', 22)
    expect((await deletionsOf(db, { schoolId }, new Date('2027-08-23T13:00:00Z'))).classes).toMatchObject([
      { on: '2027-09-01', isAnnounced: false, pupils: 3, attempts: 1 },
    ])
    expect((await daysPass(db, '2027-08-24T12:00:00Z', 7)).classes).toBe(0)
    expect((await deletionsOf(db, { schoolId }, new Date('2027-08-31T12:00:00Z'))).classes).toMatchObject([
      { on: '2027-09-01', isAnnounced: true },
    ])
    expect((await look(db, '2027-09-01T12:00:00Z')).classes).toBe(1)
    expect(await count(db, 'pupil')).toBe(0)
    const erased = await db.selectFrom('erasure').select(['subject_id', 'cause']).execute()
    expect(erased.map(({ subject_id: id }) => id).sort()).toEqual([classId, ...pupilIds].sort())
    expect(new Set(erased.map(({ cause }) => cause))).toEqual(new Set(['time']))
    expect(await count(db, 'deletion')).toBe(0)
  })

  it('stays while a clock is a year ahead, for an hour or for six days; the work of pupils too; and nothing is announced by it', async () => {
    const { db } = await school()
    await daysPass(db, '2027-01-04T08:00:00Z', 3)
    for (const day of [0, 0.04, 1, 2, 3, 4, 5, 6]) {
      expect(await look(db, later('2028-01-07T09:00:00Z', day))).toMatchObject({ classes: 0, assignments: 0, belief: { doubt: 'ahead' } })
    }
    expect([await count(db, 'class'), await count(db, 'pupil'), await open(db), await count(db, 'deletion')]).toEqual([1, 3, 1, 0])
    expect(await look(db, '2027-01-13T10:00:00Z')).toMatchObject({ belief: { doubt: null } })
    expect(await daysPass(db, '2027-01-14T10:00:00Z', 30)).toMatchObject({ classes: 0, assignments: 0 })
  })

  it('goes in the end where the server was off over the summer, two weeks after it is on again, or a week where somebody says that the clock is right', async () => {
    for (const isConfirmed of [false, true]) {
      const { db } = await school()
      await daysPass(db, '2027-07-01T12:00:00Z', 20)
      const back = '2027-09-08T08:00:00Z'
      expect((await look(db, back)).belief.doubt).toBe('ahead')
      if (isConfirmed) await confirmClock(db, new Date(back))
      expect((await daysPass(db, back, isConfirmed ? 7 : 14)).classes).toBe(0)
      expect((await daysPass(db, later(back, isConfirmed ? 8 : 15), 0)).classes).toBe(1)
    }
  })

  it('has a week also where a clock that is five days ahead was believed', async () => {
    const { db } = await school()
    await daysPass(db, '2027-08-20T12:00:00Z', 3)
    // Really 23 August: announced by the wrong clock, for it says the 28th.
    const days = async (to: number) => (await daysPass(db, '2027-08-27T12:00:00Z', to)).classes
    expect(await days(7)).toBe(0)
    expect((await look(db, '2027-09-04T12:00:00Z')).classes).toBe(1)
  })

  it('is an assignment that was removed a day ago, with the work in it; not by a clock that jumped, and not where it was brought back', async () => {
    const { db, staff, assignment } = await school()
    await daysPass(db, '2027-01-04T08:00:00Z', 3)
    await withdraw(db, staff, assignment.id, new Date('2027-01-07T08:00:00Z'))
    await look(db, '2027-01-07T08:15:00Z')
    await look(db, '2027-01-08T08:00:00Z')
    expect([await count(db, 'attempt'), await count(db, 'deletion')]).toEqual([1, 1])
    // Four days ahead is believed, and counts one.
    await look(db, '2027-01-08T08:15:00Z')
    await look(db, '2027-01-12T08:15:00Z')
    expect(await count(db, 'attempt')).toBe(0)
    expect(await count(db, 'deletion')).toBe(0)
  })

  it('is the way back from a class list, but by no clock that is a year or some days ahead, or behind, for a while', async () => {
    const { db, staff } = await school()
    await startsAt(db, '2027-07-09T10:00:00Z')
    const { id } = await takeList(db, staff, 's'.repeat(40), newId(), [
      { classId: null, name: '6A', year: '', staffIds: [], names: ['Ali'], again: false },
    ], new Date('2027-07-09T10:00:00Z'))
    for (const wrong of ['2028-07-09T10:15:00Z', '2027-07-14T09:00:00Z', '2027-07-01T10:00:00Z', '2027-07-09T11:00:00Z']) await look(db, wrong)
    expect(await changesOf(db, staff, new Date('2027-07-10T09:00:00Z'))).toMatchObject([{ id }])
    await daysPass(db, '2027-07-14T10:00:00Z', 3)
    expect(await db.selectFrom('roster_change').selectAll().execute()).toEqual([])
  })

  it('is no assignment that was brought back in time', async () => {
    const { db, staff, assignment } = await school()
    await daysPass(db, '2027-01-04T08:00:00Z', 3)
    await withdraw(db, staff, assignment.id, new Date('2027-01-07T08:00:00Z'))
    await look(db, '2027-01-07T08:15:00Z')
    // A jump alone is worth a day, and two are needed.
    await look(db, '2027-01-11T08:15:00Z')
    expect(await count(db, 'attempt')).toBe(1)
    await bringBack(db, staff, assignment.id)
    await daysPass(db, '2027-01-11T08:30:00Z', 5)
    expect([await count(db, 'attempt'), await open(db)]).toEqual([1, 1])
  })

  it('is put off by an admin until the last moment, and can be again', async () => {
    const { db, staff, schoolId, classId } = await school()
    await daysPass(db, '2027-08-20T12:00:00Z', 11)
    expect(await putOff(db, staff, classId, new Date('2027-08-31T12:00:00Z'))).toBe('2027-09-30')
    await expect(putOff(db, { ...staff, schoolId: 'another' }, classId)).rejects.toMatchObject({ kind: 'not-found' })
    expect((await daysPass(db, '2027-09-01T12:00:00Z', 29)).classes).toBe(0)
    expect((await deletionsOf(db, { schoolId }, new Date('2027-09-30T12:00:00Z'))).classes).toMatchObject([
      { on: '2027-10-01', isAnnounced: true },
    ])
    expect((await look(db, '2027-10-01T12:00:00Z')).classes).toBe(1)
    expect(await db.selectFrom('audit').select('action').execute()).toEqual([{ action: 'class.keep' }])
  })

  it('is work that nobody closed: announced a week before its 91st day, and not closed where it gets a later day', async () => {
    const { db, staff, schoolId, assignment } = await school()
    await daysPass(db, '2027-03-20T12:00:00Z', 18)
    expect((await deletionsOf(db, { schoolId }, new Date('2027-04-07T12:00:00Z'))).assignments).toMatchObject([
      { className: '5B', lessonId: lesson.id, on: '2027-04-09' },
    ])
    await reschedule(db, staff, assignment.id, { opensOn: '2027-01-01', dueOn: '2027-01-20' })
    expect((await daysPass(db, '2027-04-08T12:00:00Z', 12)).assignments).toBe(0)
    expect(await open(db)).toBe(1)
    expect((await daysPass(db, '2027-04-21T12:00:00Z', 0)).assignments).toBe(1)
    // As any closing, it can be undone for a day.
    expect(await open(db)).toBe(1)
    await daysPass(db, '2027-04-22T12:00:00Z', 1)
    expect(await open(db)).toBe(0)
  })

  it('is what staff did, after 400 days, and the list of erasures after 800, with its file: announced too, and never by a wrong clock', async () => {
    const { db, schoolId } = await school()
    const folder = temporaryFolder('list')
    onTestFinished(() => removeFolder(folder))
    const list = join(folder, 'erasures.jsonl')
    for (const [id, at] of [
      ['old', '2026-01-01T12:00:00Z'],
      ['new', '2026-06-01T12:00:00Z'],
    ] as const) {
      await db.insertInto('audit').values({ id, school_id: schoolId, at, staff_id: null, action: 'class.make', subject: '' }).execute()
      await db.insertInto('erasure').values({ subject_id: id, school_id: schoolId, kind: 'pupil', at }).execute()
    }
    await keepErasures(db, list)
    const ids = async () => [
      (await db.selectFrom('audit').select('id').orderBy('id').execute()).map(({ id }) => id),
      (await readErasures(list)).map(({ subject_id: id }) => id),
    ]
    await startsAt(db, '2027-01-25T12:00:00Z')
    await daysPass(db, '2027-01-25T12:00:00Z', 1)
    await look(db, '2029-01-25T12:00:00Z')
    await keepErasures(db, list)
    expect(await ids()).toEqual([
      ['new', 'old'],
      ['old', 'new'],
    ])

    await daysPass(db, '2027-01-27T12:00:00Z', 9)
    expect((await deletionsOf(db, { schoolId }, new Date('2027-02-05T12:00:00Z'))).audit).toEqual({
      before: '2026-01-02',
      on: '2027-02-06',
    })
    expect(await ids()).toEqual([
      ['new', 'old'],
      ['old', 'new'],
    ])
    await daysPass(db, '2027-02-06T12:00:00Z', 0)
    expect((await ids())[0]).toEqual(['new'])
    await confirmClock(db, new Date('2028-03-03T12:00:00Z'))
    await daysPass(db, '2028-03-03T12:00:00Z', 9)
    await keepErasures(db, list)
    expect((await ids())[1]).toEqual(['new'])
  })

  it('comes back with a backup of before, and goes again only after a week; what somebody asked for goes at once', async () => {
    const opened = await school()
    const { db, staff, pupilIds: [first = ''] } = opened
    const folder = temporaryFolder('clock')
    onTestFinished(() => removeFolder(folder))
    const [path, list] = [join(folder, 'backup.gz'), join(folder, 'erasures.jsonl')]
    await backUp(opened, path)
    await erasePupil(db, staff, first)
    await startsAt(db, '2027-08-20T12:00:00Z')
    await daysPass(db, '2027-08-20T12:00:00Z', 12)
    expect(await count(db, 'class')).toBe(0)
    await keepErasures(db, list)
    expect(await readErasures(list)).toMatchObject([{ subject_id: first }])

    expect(await restore(opened, path, list)).toMatchObject({ erasedAgain: 1 })
    expect([await count(db, 'class'), await count(db, 'pupil'), await count(db, 'deletion')]).toEqual([1, 2, 0])
    expect((await daysPass(db, '2027-09-02T12:00:00Z', 7)).classes).toBe(0)
    expect((await look(db, '2027-09-10T12:00:00Z')).classes).toBe(1)
    expect((await db.selectFrom('erasure').select('cause').where('subject_id', '=', first).executeTakeFirst())?.cause).toBe('asked')
  })

  it('is asked about before it is saved that classes go within days, with how many pupils and attempts', async () => {
    const { db, staff, schoolId } = await school()
    const now = new Date('2027-07-31T12:00:00Z')
    expect(await soonerBy(db, schoolId, 1, now)).toBeNull()
    const settings = { ...await schoolOf(db, schoolId), keepMonths: 0 }
    const sooner = { classes: 1, pupils: 3, attempts: 1, on: '2027-08-08' }
    await expect(changeSchool(db, staff, settings, undefined, now)).rejects.toMatchObject({
      kind: 'conflict',
      details: { reason: 'deletes', sooner },
    })
    await expect(changeSchool(db, staff, settings, { classes: 1, pupils: 2, attempts: 1 }, now)).rejects.toMatchObject({ kind: 'conflict' })
    expect((await schoolOf(db, schoolId)).keepMonths).toBe(1)
    await changeSchool(db, staff, settings, { classes: 1, pupils: 3, attempts: 1 }, now)
    await startsAt(db, now.toISOString())
    expect((await schoolOf(db, schoolId)).keepMonths).toBe(0)
    expect((await daysPass(db, now, 7)).classes).toBe(0)
    expect((await look(db, later(now.toISOString(), 8))).classes).toBe(1)
  })

  it('goes at once where nobody misses it: ended sessions, and what a clock that stood ahead would have kept open for a year', async () => {
    const { db, staffId, classId, schoolId, pupilIds: [first = ''] } = await school()
    const now = new Date('2027-01-25T12:00:00Z')
    const at = (hours: number) => later(now.toISOString(), hours / 24).toISOString()
    for (const [id, hours] of [['ended', -1], ['going on', 1], ['of a clock ahead', 8_000]] as const) {
      await db
        .insertInto('staff_session')
        .values({ id, user_id: staffId, token: id, expires_at: at(hours), created_at: at(-12), updated_at: at(-12) })
        .execute()
      await db.insertInto('staff_link').values({ token_hash: id, school_id: schoolId, staff_id: staffId, expires_at: at(hours) }).execute()
    }
    for (const [id, hours] of [['long unused', -25], ['in use', 0], ['of a clock ahead', 8_000]] as const) {
      await db.insertInto('pupil_session').values({ token_hash: id, school_id: schoolId, pupil_id: first, used_at: at(hours) }).execute()
    }
    const openness = () => db.selectFrom('class').select(['open_until', 'opened_from']).where('id', '=', classId).executeTakeFirst()
    for (const [until, kept] of [[at(1), true], [at(-1), false], [at(8_000), false]] as const) {
      await db.updateTable('class').set({ open_until: until, opened_from: 'here' }).where('id', '=', classId).execute()
      await look(db, now)
      expect(await openness()).toEqual(kept ? { open_until: until, opened_from: 'here' } : { open_until: null, opened_from: null })
    }
    expect(await db.selectFrom('staff_session').select('id').execute()).toEqual([{ id: 'going on' }])
    expect(await db.selectFrom('staff_link').select('token_hash').execute()).toEqual([{ token_hash: 'going on' }])
    expect(await db.selectFrom('pupil_session').select('token_hash').execute()).toEqual([{ token_hash: 'in use' }])
  })
})

it('a month after the last of January is the last of February', () => {
  expect(monthsAfter('2027-01-31', 1)).toBe('2027-02-28')
  expect(monthsAfter('2026-07-31', 1)).toBe('2026-08-31')
  expect(monthsAfter('2026-11-30', 3)).toBe('2027-02-28')
})
