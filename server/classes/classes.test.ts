import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import {
  archiveClass,
  bringBackClass,
  changeCode,
  listClasses,
  makeClass,
  openClass,
  readClass,
  changeClass,
  schoolYearEnd,
  shareClass,
  stopSharing,
  type Viewer,
} from './classes'
import { deleteClass, deletedClasses, eraseDeleted, undeleteClass } from './class-deletion'
import { keepSession } from './pupil-session-rows'
import { pupilWith } from './pupil-session'
import type { Db } from '../platform/database/client'
import { erasePupil, makeCards, renamePupil, resetPictures } from './pupils'
import { movePupil } from '../assignments/move-pupil'
import { addPupils } from '../../tests/support/databases/add-pupils'

const SECRET = 's'.repeat(40)

/** Another teacher of the same school. */
async function colleagueOf(db: Db, { schoolId }: Viewer): Promise<Viewer> {
  const other = await seededSchool(db, { pupils: 0 })
  await db.deleteFrom('class').where('id', '=', other.classId).execute()
  await db.updateTable('staff').set({ school_id: schoolId }).where('id', '=', other.staffId).execute()
  return { id: other.staffId, schoolId, role: 'teacher' }
}

describe.each(engines)('classes on %s', (engine) => {
  async function school() {
    const { db } = await freshDatabase(engine)
    const seeded = await seededSchool(db)
    return { db, ...seeded, teacher: seeded.staff as Viewer, admin: { ...seeded.staff, id: 'no-teacher-of-it', role: 'admin' } as Viewer }
  }

  it('are made, renamed and listed with counts, in an order people expect', async () => {
    const { db, teacher } = await school()
    const { id } = await makeClass(db, teacher, '10A')
    await changeClass(db, teacher, id, { name: '11A' })
    expect((await listClasses(db, teacher)).map(({ name, pupils, staff }) => ({ name, pupils, staff }))).toEqual([
      { name: '5B', pupils: 3, staff: ['T. Teacher'] },
      { name: '11A', pupils: 0, staff: ['T. Teacher'] },
    ])
    expect(await readClass(db, teacher, id)).toMatchObject({
      name: '11A',
      code: expect.stringMatching(/^[C-X2-9]{4}-[C-X2-9]{4}$/),
      isArchived: false,
      openUntil: null,
      pupils: [],
    })
  })

  it('belong to the school year that they are made in', () => {
    expect(schoolYearEnd('07-31', '2026-09-01')).toBe('2027-07-31')
    expect(schoolYearEnd('07-31', '2027-07-31')).toBe('2027-07-31')
    expect(schoolYearEnd('07-31', '2027-08-01')).toBe('2028-07-31')
  })

  it('open for a while, and shut by themselves or at once', async () => {
    const { db, teacher, classId } = await school()
    const now = new Date('2026-11-02T09:00:00Z')
    expect(await openClass(db, teacher, classId, 15, 'here', now)).toEqual({ openUntil: '2026-11-02T09:15:00.000Z', hasNewCode: false })
    expect((await readClass(db, teacher, classId, new Date('2026-11-02T09:14:59Z'))).openUntil).toBe('2026-11-02T09:15:00.000Z')
    expect((await readClass(db, teacher, classId, new Date('2026-11-02T09:15:00Z'))).openUntil).toBeNull()
    await openClass(db, teacher, classId, 0, 'here', now)
    expect((await readClass(db, teacher, classId, now)).openUntil).toBeNull()
    expect(await db.selectFrom('class').select('opened_from').executeTakeFirst()).toEqual({ opened_from: null })
  })

  it('a new code takes the old one\'s place', async () => {
    const { db, teacher, classId } = await school()
    const before = (await readClass(db, teacher, classId)).code
    const { code } = await changeCode(db, teacher, classId)
    expect(code).not.toBe(before)
    expect((await readClass(db, teacher, classId)).code).toBe(code)
  })

  it('an archived class changes no more, signs its pupils out, and comes back as it was', async () => {
    const { db, teacher, classId, pupilIds, schoolId } = await school()
    await db
      .insertInto('pupil_session')
      .values({ token_hash: 'x', school_id: schoolId, pupil_id: pupilIds[0] ?? '', used_at: new Date().toISOString() })
      .execute()
    await archiveClass(db, teacher, classId)
    expect(await db.selectFrom('pupil_session').selectAll().execute()).toEqual([])
    for (const tried of [
      () => changeClass(db, teacher, classId, { name: 'x' }),
      () => changeCode(db, teacher, classId),
      () => openClass(db, teacher, classId, 15, 'here'),
      () => archiveClass(db, teacher, classId),
      () => addPupils(db, teacher, SECRET, classId, ['Ali']),
      () => resetPictures(db, teacher, SECRET, classId, pupilIds),
      () => makeCards(db, teacher, classId, pupilIds),
      () => renamePupil(db, teacher, pupilIds[0] ?? '', 'Ali'),
    ])
      await expect(tried()).rejects.toMatchObject({ kind: 'conflict' })
    expect(await listClasses(db, teacher)).toMatchObject([{ isArchived: true, pupils: 3 }])
    await bringBackClass(db, teacher, classId)
    expect(await readClass(db, teacher, classId)).toMatchObject({ isArchived: false, pupils: { length: 3 } })
  })

  it('nobody is moved into an archived class, but a pupil can be erased from one', async () => {
    const { db, teacher, classId, pupilIds } = await school()
    const { id: other } = await makeClass(db, teacher, '6A')
    await archiveClass(db, teacher, other)
    await expect(movePupil(db, teacher, pupilIds[0] ?? '', other)).rejects.toMatchObject({ kind: 'conflict' })
    await archiveClass(db, teacher, classId)
    await erasePupil(db, teacher, pupilIds[0] ?? '')
    expect((await readClass(db, teacher, classId)).pupils).toHaveLength(2)
  })

  it('deleting one takes it from everybody at once, and for a day it can be brought back as it was', async () => {
    const { db, teacher, admin, classId, schoolId, pupilIds: [pupil = ''] } = await school()
    const [at, dayLater] = [new Date('2026-11-25T09:00:00Z'), new Date('2026-11-26T09:00:00Z')]
    await openClass(db, teacher, classId, 60, 'here', at)
    const [before, session] = [await readClass(db, teacher, classId, at), await keepSession(db, { id: pupil, schoolId }, at)]
    expect(await deleteClass(db, teacher, classId, at)).toEqual({ goesAt: dayLater.toISOString() })
    for (const viewer of [teacher, admin]) {
      expect(await listClasses(db, viewer)).toEqual([])
      await expect(readClass(db, viewer, classId)).rejects.toMatchObject({ kind: 'not-found' })
      expect(await deletedClasses(db, viewer)).toEqual([{ id: classId, name: '5B', goesAt: dayLater.toISOString() }])
    }
    expect(await pupilWith(db, session, at)).toBeNull()
    expect(await eraseDeleted(db, new Date(dayLater.getTime() - 1))).toBe(0)
    await undeleteClass(db, teacher, classId)
    await undeleteClass(db, admin, classId)
    expect(await readClass(db, teacher, classId, at)).toEqual(before)
    expect(await pupilWith(db, session, at)).toMatchObject({ id: pupil })
    expect([await deletedClasses(db, teacher), await eraseDeleted(db, dayLater)]).toEqual([[], 0])
  })

  it('a day after it was deleted everything in it is erased, only ids are left, and nobody brings it back', async () => {
    const { db, teacher, classId, pupilIds, schoolId } = await school()
    await deleteClass(db, teacher, classId, new Date('2026-11-25T09:00:00Z'))
    expect(await eraseDeleted(db, new Date('2026-11-26T09:00:00Z'))).toBe(1)
    await expect(undeleteClass(db, teacher, classId)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await db.selectFrom('pupil').selectAll().execute()).toEqual([])
    expect(await listClasses(db, teacher)).toEqual([])
    const erased = await db.selectFrom('erasure').select(['subject_id', 'kind', 'school_id']).execute()
    expect(new Set(erased.map(row => row.subject_id))).toEqual(new Set([classId, ...pupilIds]))
    expect(erased.every(row => row.school_id === schoolId)).toBe(true)
  })

  it('are shared with a colleague, until that stops; somebody always has them', async () => {
    const { db, teacher, classId } = await school()
    const colleague = await colleagueOf(db, teacher)
    await expect(readClass(db, colleague, classId)).rejects.toMatchObject({ kind: 'not-found' })
    await shareClass(db, teacher, classId, colleague.id)
    await shareClass(db, teacher, classId, colleague.id)
    expect(await readClass(db, colleague, classId)).toMatchObject({ name: '5B', staff: { length: 2 }, colleagues: [] })
    await stopSharing(db, teacher, classId, teacher.id)
    await expect(readClass(db, teacher, classId)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(stopSharing(db, colleague, classId, colleague.id)).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('a class that is shared stays its maker\'s: a guest can neither take it from them nor delete it; an admin can, and the maker can give it over', async () => {
    const { db, teacher, admin } = await school()
    const guest = await colleagueOf(db, teacher)
    const { id } = await makeClass(db, teacher, '6A')
    await shareClass(db, teacher, id, guest.id)
    await expect(stopSharing(db, guest, id, teacher.id)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(deleteClass(db, guest, id)).rejects.toMatchObject({ kind: 'forbidden' })
    expect(await readClass(db, guest, id)).toMatchObject({ canDelete: false, staff: [{ isFixed: expect.any(Boolean) }, {}] })
    expect((await readClass(db, guest, id)).staff.find(member => member.id === teacher.id)?.isFixed).toBe(true)
    for (const viewer of [teacher, admin])
      expect(await readClass(db, viewer, id)).toMatchObject({ canDelete: true, staff: [{ isFixed: false }, { isFixed: false }] })
    await stopSharing(db, admin, id, guest.id)
    await shareClass(db, teacher, id, guest.id)
    await stopSharing(db, teacher, id, teacher.id)
    expect(await readClass(db, guest, id)).toMatchObject({ canDelete: true })
    await deleteClass(db, guest, id)
  })

  it('are not shared with another school\'s staff, nor with somebody who has left', async () => {
    const { db, teacher, classId } = await school()
    const foreign = await seededSchool(db)
    await expect(shareClass(db, teacher, classId, foreign.staffId)).rejects.toMatchObject({ kind: 'not-found' })
    const colleague = await colleagueOf(db, teacher)
    await db.updateTable('staff').set({ disabled_at: new Date().toISOString() }).where('id', '=', colleague.id).execute()
    await expect(shareClass(db, teacher, classId, colleague.id)).rejects.toMatchObject({ kind: 'not-found' })
    expect((await readClass(db, teacher, classId)).colleagues).toEqual([])
  })

  it('an admin has every class of the school, and can do there what its teacher can', async () => {
    const { db, admin, classId, pupilIds } = await school()
    expect(await listClasses(db, admin)).toHaveLength(1)
    await openClass(db, admin, classId, 15, 'here')
    await renamePupil(db, admin, pupilIds[0] ?? '', 'Ali')
    expect(await readClass(db, admin, classId)).toMatchObject({ name: '5B', pupils: [{ name: 'Ali' }, {}, {}] })
  })

  it.each(['a colleague without the class', 'a teacher of another school', 'an admin of another school'])(
    '%s finds nothing, and changes nothing',
    async (who) => {
      const { db, classId, pupilIds, teacher } = await school()
      const foreign = await seededSchool(db, { pupils: 0 })
      const viewer: Viewer = who.startsWith('a colleague')
        ? await colleagueOf(db, teacher)
        : { ...foreign.staff, role: who.startsWith('an admin') ? 'admin' : 'teacher' }
      const own = (await makeClass(db, viewer, 'Own')).id
      const [pupil = ''] = pupilIds
      const before = await snapshot(db)
      for (const tried of [
        () => readClass(db, viewer, classId),
        () => changeClass(db, viewer, classId, { name: 'x' }),
        () => changeCode(db, viewer, classId),
        () => openClass(db, viewer, classId, 15, 'here'),
        () => archiveClass(db, viewer, classId),
        () => bringBackClass(db, viewer, classId),
        () => shareClass(db, viewer, classId, viewer.id),
        () => stopSharing(db, viewer, classId, teacher.id),
        () => deleteClass(db, viewer, classId),
        () => undeleteClass(db, viewer, classId),
        () => addPupils(db, viewer, SECRET, classId, ['Ali']),
        () => resetPictures(db, viewer, SECRET, classId, pupilIds),
        () => makeCards(db, viewer, classId, pupilIds),
        () => renamePupil(db, viewer, pupil, 'Ali'),
        () => movePupil(db, viewer, pupil, own),
        () => erasePupil(db, viewer, pupil),
        // A foreign pupil by way of one's own class.
        () => resetPictures(db, viewer, SECRET, own, [pupil]),
        () => makeCards(db, viewer, own, [pupil]),
      ])
        await expect(tried(), String(tried)).rejects.toMatchObject({ kind: 'not-found' })
      expect(await listClasses(db, viewer)).toMatchObject(
        who.startsWith('a colleague') ? [{ name: 'Own' }] : expect.not.arrayContaining([expect.objectContaining({ id: classId })]),
      )
      expect(await snapshot(db)).toEqual(before)
    },
  )

  it('every change is in the school\'s records, by ids only', async () => {
    const { db, teacher, classId, pupilIds } = await school()
    await changeClass(db, teacher, classId, { name: 'Robins' })
    await openClass(db, teacher, classId, 15, 'here')
    await openClass(db, teacher, classId, 0, 'here')
    await changeCode(db, teacher, classId)
    await addPupils(db, teacher, SECRET, classId, ['Ali'])
    await resetPictures(db, teacher, SECRET, classId, pupilIds.slice(0, 1))
    await makeCards(db, teacher, classId, pupilIds.slice(0, 1))
    await renamePupil(db, teacher, pupilIds[0] ?? '', 'Zoë')
    await erasePupil(db, teacher, pupilIds[0] ?? '')
    await archiveClass(db, teacher, classId)
    const kept = await db.selectFrom('audit').selectAll().execute()
    expect(kept.map(({ action }) => action).sort()).toEqual([
      'class.archive',
      'class.code',
      'class.list',
      'class.open',
      'class.rename',
      'class.shut',
      'pupil.add',
      'pupil.card',
      'pupil.erase',
      'pupil.pictures',
      'pupil.rename',
    ])
    expect(JSON.stringify(kept)).not.toMatch(/Ali|Zoë|Robins/)
  })
})

const snapshot = (db: Db) =>
  Promise.all([
    db.selectFrom('class').selectAll().orderBy('id').execute(),
    db.selectFrom('pupil').selectAll().orderBy('id').execute(),
    db.selectFrom('class_staff').selectAll().orderBy('class_id').orderBy('staff_id').execute(),
    db.selectFrom('audit').selectAll().orderBy('id').execute(),
  ])
