import { describe, expect, it } from 'vitest'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import type { Pupil } from '../classes/pupil-session'
import { makeClass } from '../classes/classes'
import { changeGroup, makeGroup, setGroupRemoved } from '../classes/groups'
import type { Db } from '../platform/database/client'
import { lookWhileOpen } from '../insight/looks'
import { shownOf } from '../insight/shown'
import { dataOf } from '../school/data-export'
import { assign, assignmentsOf, assignToSeveral, deleteRemovedGroups, bringBack, today, withdraw, type Assignment } from './assignments'
import { ensureOpen, takeEvents } from './attempts'
import { boardOf } from './board'
import { closeAssignment, emptyClosed } from './closing'
import { movePupil } from './move-pupil'
import { myAssignments } from './my-list'
import { myData } from './my-data'

const lesson = fixtureLesson()
const now = { opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null, lessonIds: [lesson.id] }
const nothing = { again: [], goOn: [] }
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')
const items = drawItems(quiz, 1)

const go = (id: string, turn: number) => ({
  id,
  change: {
    kind: 'answered' as const,
    screen: 'quiz',
    packed: pack({ ...newGo(1), responses: Object.fromEntries(items.map(({ id: item }, index) => [item, ['tell', 'keep', 'tell'][(turn + index) % 3] ?? 'tell'])) }),
  },
})

async function school(db: Db, pupils = 3) {
  const seeded = await seededSchool(db, { pupils })
  const { schoolId, classId, staff } = seeded
  const all = seeded.pupilIds.map((id): Pupil => ({ id, schoolId, classId, name: 'Pupil' }))
  const groupOf = async (name: string, from: number, to: number) =>
    (await makeGroup(db, staff, classId, { name, pupilIds: seeded.pupilIds.slice(from, to) })).id
  const given = () => assignmentsOf(db, staff, classId)
  return { ...seeded, all, groupOf, given }
}

const only = (rows: readonly Assignment[]) => {
  const [one] = rows
  if (!one || rows.length > 1) throw new Error(`${rows.length} were assigned`)
  return one
}

describe.each(engines)('a group of a class on %s', (engine) => {
  it('has what it was given, and nobody else of the class does: not in their list, by its address, nor on the board', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, all, groupOf, given } = await school(db)
    const [inside, other] = [all[0], all[2]]
    if (!inside || !other) throw new Error('there are pupils')
    const group = await groupOf('Wednesdays', 0, 2)
    expect(await assignToSeveral(db, staff, { ...now, ...nothing, classIds: [], groupIds: [group] })).toHaveLength(1)
    const one = only(await given())
    expect((await myAssignments(db, inside)).map(({ id }) => id)).toEqual([one.id])
    expect(await myAssignments(db, other)).toEqual([])
    await takeEvents(db, inside, await ensureOpen(db, inside, one.id), lesson, [go('a', 0)])
    await expect(ensureOpen(db, other, one.id)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(takeEvents(db, other, one, lesson, [go('a', 0)])).rejects.toMatchObject({ kind: 'not-found' })
    const board = await boardOf(db, staff, classId, false)
    expect(board.assignments).toMatchObject([{ group: { id: group, name: 'Wednesdays' } }])
    expect(board.pupils.map(({ cells }) => cells[0]?.progress)).toEqual(['started', 'not-started', 'not-theirs'])
    // Whoever leaves it sees it no more, and finds what they did when they are back.
    await changeGroup(db, staff, group, { name: 'Wednesdays', pupilIds: [other.id] })
    expect([await myAssignments(db, inside), (await myAssignments(db, other)).length]).toEqual([[], 1])
    await changeGroup(db, staff, group, { name: 'Wednesdays', pupilIds: [inside.id] })
    expect((await myAssignments(db, inside))[0]?.state).toBe('started')
    // Taken off the list, it goes on with what it was given.
    await setGroupRemoved(db, staff, group, true)
    await deleteRemovedGroups(db, '2999-01-01')
    expect((await myAssignments(db, inside)).map(({ id }) => id)).toEqual([one.id])
    await expect(assignToSeveral(db, staff, { ...now, ...nothing, classIds: [], groupIds: [group] })).rejects.toMatchObject({ kind: 'not-found' })
    await setGroupRemoved(db, staff, group, false)
    await expect(makeGroup(db, staff, classId, { name: 'wednesdays', pupilIds: [other.id] })).rejects.toMatchObject({ kind: 'conflict' })
  })

  it('is only of pupils of its class, and is left by whoever moves; files to hand over name it', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, all, groupOf } = await school(db)
    const { id: elsewhere } = await makeClass(db, staff, 'Elsewhere')
    const [first] = all
    if (!first) throw new Error('there are pupils')
    const group = await groupOf('Wednesdays', 0, 2)
    await expect(makeGroup(db, staff, elsewhere, { name: 'Ours', pupilIds: [first.id] })).rejects.toMatchObject({ kind: 'not-found' })
    for (const stranger of [{ ...staff, id: 'somebody' }, { ...staff, schoolId: 'another' }])
      await expect(changeGroup(db, stranger, group, { name: 'Mine', pupilIds: [first.id] })).rejects.toMatchObject({ kind: 'not-found' })
    expect((await myData(db, first, () => lesson)).groups).toEqual(['Wednesdays'])
    const file = await dataOf(db, staff, classId)
    expect([file.class.groups, file.pupils.map(pupil => pupil.groups.length).sort()]).toEqual([[{ id: group, name: 'Wednesdays' }], [0, 1, 1]])
    expect((await dataOf(db, staff, classId, all[2]?.id)).class.groups).toEqual([])
    await movePupil(db, staff, first.id, elsewhere)
    expect((await myData(db, { ...first, classId: elsewhere }, () => lesson)).groups).toEqual([])
    await db.deleteFrom('pupil').where('id', '=', all[1]?.id ?? '').execute()
    expect(await db.selectFrom('class_group_pupil').selectAll().execute()).toEqual([])
  })

  it('and several classes are given a module in one request, all of it or nothing; what somebody has is asked about, by class', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, groupOf, given } = await school(db)
    const { id: other } = await makeClass(db, staff, 'Other')
    const group = await groupOf('Wednesdays', 0, 2)
    await assign(db, staff, { ...now, opensOn: '2026-01-05', classId: other })
    const wanted = { ...now, ...nothing, lessonIds: ['before', lesson.id], classIds: [classId, other], groupIds: [] }
    await expect(assignToSeveral(db, staff, wanted)).rejects.toMatchObject({ kind: 'conflict', details: { had: [lesson.id], to: other } })
    expect(await given()).toEqual([])
    expect(await assignToSeveral(db, staff, { ...wanted, goOn: [{ to: other, lessonId: lesson.id }] })).toHaveLength(3)
    // Once by a double click.
    expect(await assignToSeveral(db, staff, { ...wanted, goOn: [{ to: other, lessonId: lesson.id }] })).toEqual([])
    // What the class has, its group has too.
    const toGroup = { ...now, ...nothing, opensOn: '2026-01-05', classIds: [], groupIds: [group] }
    await expect(assignToSeveral(db, staff, toGroup)).rejects.toMatchObject({ kind: 'conflict', details: { to: group } })
    expect(await assignToSeveral(db, staff, { ...toGroup, again: [{ to: group, lessonId: lesson.id }] })).toHaveLength(1)
    await expect(assignToSeveral(db, staff, { ...wanted, classIds: [classId, 'nobodys'] })).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('is counted like a small class: from ten on, never together with others, and nobody with two groups or with group and class', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, all, groupOf, given } = await school(db, 14)
    const groups = [await groupOf('First', 0, 12), await groupOf('Second', 2, 14), await groupOf('Small', 0, 6)]
    const works: Assignment[] = []
    for (const groupId of groups) {
      const again = [{ to: groupId, lessonId: lesson.id }]
      await assignToSeveral(db, staff, { ...now, ...nothing, classIds: [], groupIds: [groupId], again })
      works.push((await given()).at(-1) as Assignment)
    }
    const entered = async (work?: Assignment) =>
      (await db.selectFrom('quiz_entry').select('pupil_id').where('assignment_id', '=', work?.id ?? '').execute()).length
    const [first, second, small] = works
    if (!first || !second || !small) throw new Error('three were given')
    for (const [turn, pupil] of all.slice(0, 12).entries()) await takeEvents(db, pupil, first, lesson, [go('one', turn)])
    for (const [turn, pupil] of all.slice(2).entries()) await takeEvents(db, pupil, second, lesson, [go('two', turn)])
    for (const [turn, pupil] of all.slice(0, 6).entries()) await takeEvents(db, pupil, small, lesson, [go('three', turn)])
    expect([await entered(first), await entered(second), await entered(small)]).toEqual([12, 2, 0])
    for (const work of works) await lookWhileOpen(db, work, lesson, () => false)
    const shown = await shownOf(db, works.map(({ id }) => id))
    expect(works.map(({ id }) => shown.get(id)?.some(({ picture }) => picture !== null) ?? false).slice(1)).toEqual([false, false])
    for (const work of [second, small]) {
      await closeAssignment(db, staff, work.id)
      await emptyClosed(db, work, lesson, () => false)
    }
    expect(await db.selectFrom('insight_waiting').selectAll().execute()).toEqual([])
  })
})

describe.each(engines)('what was removed on %s', (engine) => {
  it('is nobody\'s until it is brought back, whole; what a device sends meanwhile is kept there', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, all: [pupil], given } = await school(db)
    if (!pupil) throw new Error('there is a pupil')
    await assign(db, staff, { ...now, classId })
    const one = only(await given())
    await takeEvents(db, pupil, one, lesson, [go('a', 0)])
    const before = await db.selectFrom('attempt').selectAll().execute()
    await withdraw(db, staff, one.id)
    expect([await given(), await myAssignments(db, pupil), (await boardOf(db, staff, classId, true)).assignments]).toEqual([[], [], []])
    expect((await boardOf(db, staff, classId, true)).removed).toEqual([{ id: one.id, lessonId: lesson.id, kind: 'lesson', part: { kind: 'whole' } }])
    // The device goes on keeping what is not taken (utils/class-work/class-sender.ts).
    await expect(takeEvents(db, pupil, one, lesson, [{ id: 'b', change: { kind: 'finished' } }])).rejects.toMatchObject({
      kind: 'not-found', details: { reason: 'gone' },
    })
    await bringBack(db, staff, one.id)
    expect(await db.selectFrom('attempt').selectAll().execute()).toEqual(before)
    expect((await myAssignments(db, pupil)).map(({ id, state }) => [id, state])).toEqual([[one.id, 'started']])
    // What was given anew meanwhile stands beside it.
    await withdraw(db, staff, one.id)
    expect(await assign(db, staff, { ...now, classId })).toBe(1)
    await bringBack(db, staff, one.id)
    expect(await given()).toHaveLength(2)
  })
})
