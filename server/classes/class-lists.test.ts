import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { newId } from '../platform/security/tokens'
import { archiveClass, changeClass, listClasses, makeClass, readClass, shareClass, stopSharing, type Viewer } from './classes'
import { takeList } from './class-lists'
import { keepSession } from './pupil-session-rows'
import { changesOf } from './roster-changes'
import { undoRosterChange } from '../school/school-year'
import type { Db } from '../platform/database/client'

const SECRET = 's'.repeat(40)
const listed = (classId: string | null, name: string, names: readonly string[], more = {}) =>
  ({ classId, name, year: '', staffIds: [], names: [...names], again: false, ...more })

describe.each(engines)('class lists on %s', (engine) => {
  async function school() {
    const { db } = await freshDatabase(engine)
    const seeded = await seededSchool(db)
    return { db, ...seeded, teacher: seeded.staff as Viewer }
  }
  const standing = async (db: Db, viewer: Viewer) => (await listClasses(db, viewer)).map(({ name, pupils }) => `${name}: ${pupils}`)

  it('are taken in together: pupils of a class that is there, and of new ones, which belong to whoever asks', async () => {
    const { db, teacher, classId } = await school()
    const lists = [listed(classId, '5B', ['Ali']), listed(null, '6A', ['Sam', 'Zoë'], { year: '6' })]
    const taken = await takeList(db, teacher, SECRET, newId(), lists)
    const told = taken.classes.map(({ name, isNew, pupils }) => [name, isNew, pupils.map(pupil => [pupil.name, pupil.pictures.length])])
    expect(told).toEqual([
      ['5B', false, [['Ali', 3]]],
      ['6A', true, [['Sam', 3], ['Zoë', 3]]],
    ])
    expect(await standing(db, teacher)).toEqual(['5B: 4', '6A: 2'])
    expect(await readClass(db, teacher, taken.classes[1]?.id ?? '')).toMatchObject({ year: '6', staff: [{ id: teacher.id }] })
  })

  it('of two who take in one new class at once, one is told that it is there', async () => {
    const { db, teacher } = await school()
    // Each has a connection of its own from the start, or they would come one after the other.
    await Promise.all(Array.from({ length: 3 }, () => db.transaction().execute(all => all.selectFrom('class').select('id').execute())))
    const take = (name: string) => takeList(db, teacher, SECRET, newId(), [listed(null, '6A', [name])])
    const outcomes = await Promise.allSettled(['Ali', 'Zoë', 'Kai'].map(take))
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await standing(db, teacher)).toEqual(['5B: 3', '6A: 1'])
  })

  it('are taken in whole or not at all', async () => {
    const { db, teacher, classId } = await school()
    const another = (await seededSchool(db)).staff as Viewer
    for (const [lists, viewer, kind] of [
      [[listed(null, '6A', ['Sam']), listed(classId, '5B', ['Pupil 1'])], teacher, 'invalid'],
      [[listed(null, '6A', ['Sam']), listed(null, '5b', [])], teacher, 'conflict'],
      [[listed(null, '6A', ['Sam']), listed(null, '6A', [])], teacher, 'conflict'],
      [[listed(null, '6A', ['Sam'], { staffIds: ['nobody'] })], teacher, 'not-found'],
      [[listed(null, '6A', ['Sam']), listed('no-class', '', ['Ali'])], teacher, 'not-found'],
      [[listed(classId, '5B', Array.from({ length: 198 }, (_, place) => `Fox ${place}`))], teacher, 'conflict'],
      [[listed(classId, '5B', ['Ali'])], another, 'not-found'],
    ] as const) {
      await expect(takeList(db, viewer, SECRET, newId(), lists)).rejects.toMatchObject({ kind })
    }
    expect(await standing(db, teacher)).toEqual(['5B: 3'])
    expect(await changesOf(db, teacher)).toEqual([])
  })

  it('are taken in once however often the same request comes, also at the same moment, and the pictures that were told last open', async () => {
    const { db, teacher } = await school()
    const [id, lists] = [newId(), [listed(null, '6A', ['Sam', 'Zoë'])]]
    const both = await Promise.all([takeList(db, teacher, SECRET, id, lists), takeList(db, teacher, SECRET, id, lists)])
    expect(both.map(({ classes }) => classes.map(({ pupils }) => pupils.map(({ name }) => name)))).toEqual([[['Sam', 'Zoë']], [['Sam', 'Zoë']]])
    expect(await standing(db, teacher)).toEqual(['5B: 3', '6A: 2'])
    const sam = both[0]?.classes[0]?.pupils[0]
    await keepSession(db, { id: sam?.id ?? '', schoolId: teacher.schoolId })
    const before = await db.selectFrom('pupil').select('pictures_hash').where('id', '=', sam?.id ?? '').executeTakeFirst()
    const third = await takeList(db, teacher, SECRET, id, lists)
    expect(third.classes[0]?.pupils.map(({ name }) => name)).toEqual(['Zoë'])
    expect(await db.selectFrom('pupil').select('pictures_hash').where('id', '=', sam?.id ?? '').executeTakeFirst()).toEqual(before)
    await expect(takeList(db, { ...teacher, id: 'another' }, SECRET, id, lists)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(takeList(db, teacher, SECRET, id, lists, new Date(Date.now() + 25 * 60 * 60_000))).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('are undone within a day, once, and the pupils\' ids are remembered as erased', async () => {
    const { db, teacher, classId } = await school()
    const now = new Date('2026-11-29T10:00:00Z')
    const { id, classes, until } = await takeList(db, teacher, SECRET, newId(), [listed(classId, '5B', ['Ali']), listed(null, '6A', ['Sam'])], now)
    expect(until).toBe('2026-11-30T10:00:00.000Z')
    const later = new Date('2026-11-30T09:59:00Z')
    expect(await changesOf(db, teacher, later)).toMatchObject([{ id, kind: 'list', made: 1, pupils: 2, by: 'T. Teacher', to: ['5B', '6A'] }])
    expect(await changesOf(db, { ...teacher, id: 'another' }, later)).toEqual([])
    await expect(undoRosterChange(db, teacher, id, new Date('2026-11-30T10:01:00Z'))).rejects.toMatchObject({ kind: 'gone' })
    await expect(undoRosterChange(db, { ...teacher, id: 'another' }, id, later)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await undoRosterChange(db, teacher, id, later)).toEqual({ kept: [] })
    expect(await standing(db, teacher)).toEqual(['5B: 3'])
    const erased = (await db.selectFrom('erasure').select('subject_id').execute()).map(row => row.subject_id)
    expect(erased.sort()).toEqual([classes[1]?.id, ...classes.flatMap(({ pupils }) => pupils.map(pupil => pupil.id))].sort())
    await expect(undoRosterChange(db, teacher, id, later)).rejects.toMatchObject({ kind: 'gone' })
    expect(await changesOf(db, teacher, later)).toEqual([])
  })

  it('are no longer theirs to tell again, see or undo whom the class is shared with no more', async () => {
    const { db, teacher, classId, schoolId } = await school()
    const supply = (await seededSchool(db)).staff as Viewer
    await db.updateTable('staff').set({ school_id: schoolId }).where('id', '=', supply.id).execute()
    const guest = { ...supply, schoolId }
    await shareClass(db, teacher, classId, guest.id)
    const [id, lists] = [newId(), [listed(classId, '5B', ['Ali'])]]
    await takeList(db, guest, SECRET, id, lists)
    expect(await changesOf(db, guest)).toMatchObject([{ id }])
    const before = await db.selectFrom('pupil').select('pictures_hash').where('class_id', '=', classId).orderBy('id').execute()
    await stopSharing(db, teacher, classId, guest.id)
    expect(await changesOf(db, guest)).toEqual([])
    await expect(takeList(db, guest, SECRET, id, lists)).rejects.toMatchObject({ kind: 'conflict' })
    await expect(undoRosterChange(db, guest, id)).rejects.toMatchObject({ kind: 'not-found' })
    expect(await db.selectFrom('pupil').select('pictures_hash').where('class_id', '=', classId).orderBy('id').execute()).toEqual(before)
    // Back in the class, or an admin, they can.
    await shareClass(db, teacher, classId, guest.id)
    expect(await undoRosterChange(db, guest, id)).toEqual({ kept: [] })
  })

  it('undone after something was done with them, take nothing of that away, and say so', async () => {
    const { db, teacher, schoolId } = await school()
    const { id, classes: [six, seven] } = await takeList(db, teacher, SECRET, newId(), [listed(null, '6A', ['Sam', 'Zoë']), listed(null, '7A', ['Kai'])])
    const sam = six?.pupils[0]?.id ?? ''
    await keepSession(db, { id: sam, schoolId })
    await db.insertInto('assignment').values({
      id: 'a', school_id: schoolId, class_id: seven?.id ?? '', lesson_id: 'l', place: 0, kind: 'lesson', opens_on: '2026-11-01', due_on: null,
      created_at: '', closed_at: null,
    }).execute()
    const { kept } = await undoRosterChange(db, teacher, id)
    expect(kept).toEqual([
      { why: 'pupils', name: '6A', count: 1 },
      { why: 'in-use', name: '6A', count: 0 },
      { why: 'in-use', name: '7A', count: 0 },
    ])
    expect(await standing(db, teacher)).toEqual(['5B: 3', '6A: 1', '7A: 0'])
  })

  it('a class called like another that is in use is made on purpose only, and an archived one is in nobody\'s way', async () => {
    const { db, teacher, classId } = await school()
    await expect(makeClass(db, teacher, '5b')).rejects.toMatchObject({ kind: 'conflict', details: { reason: 'class-name-taken' } })
    const { id } = await makeClass(db, teacher, '5b', new Date(), { again: true })
    await expect(changeClass(db, teacher, id, { name: '5B' })).rejects.toMatchObject({ kind: 'conflict' })
    await changeClass(db, teacher, id, { name: '5B' }, { again: true })
    await changeClass(db, teacher, id, { name: '5C' })
    await changeClass(db, teacher, id, { name: '5c' })
    await archiveClass(db, teacher, classId)
    await makeClass(db, teacher, '5B')
    expect((await standing(db, teacher)).sort()).toEqual(['5B: 0', '5B: 3', '5c: 0'])
  })
})
