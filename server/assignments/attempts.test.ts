import { describe, expect, it } from 'vitest'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import type { Pupil } from '../classes/pupil-session'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { HIDDEN } from '#activities/quiz/skipped'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, daysAfter, deleteRemoved, ensureAssignment, bringBack, setExcused, today, withdraw } from './assignments'
import { classOutline, ensureOpen, stateForDevice, takeEvents } from './attempts'
import { makeClass } from '../classes/classes'
import type { Db } from '../platform/database/client'
import { heardIn, markOf } from '../platform/database/event-marks'
import { myAssignments } from './my-list'
import { takeSent } from './sent-events'
import { closeForGood } from '../../tests/support/databases/closed'

const lesson = fixtureLesson()
const outline = classOutline(lesson)
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')

/** A go at the quiz with so many right answers, as a device tells it. */
function go(right: number, id = 'go', seed = 7): AttemptEvent {
  const items = drawItems(quiz as Extract<typeof quiz, { type: 'quiz' }>, seed)
  const responses = Object.fromEntries(
    items.map(({ id: item, options }, index) => [item, options.find(({ correct }) => (correct === true) === (index < right))?.id ?? '']),
  )
  return { id, change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(seed), responses }) } }
}

async function classWithLesson(db: Db, opensOn = today()) {
  const school = await seededSchool(db)
  await assign(db, school.staff, {
    classId: school.classId,
    lessonIds: [lesson.id],
    opensOn,
    weekly: false,
    dueAfter: 7,
    boosterWeeks: null,
  })
  const [assignment] = await assignmentsOf(db, school.staff, school.classId)
  if (!assignment) throw new Error('one was assigned')
  const pupils = school.pupilIds.map(id => ({ id, schoolId: school.schoolId, classId: school.classId, name: 'Pupil' }))
  const [pupil] = pupils
  if (!pupil) throw new Error('there is a pupil')
  return { ...school, assignment, pupils, pupil }
}

/** What all attempts remember of events. */
const heard = async (db: Db) => (await db.selectFrom('attempt').select('heard').execute()).flatMap(row => [...heardIn(row.heard)])

describe.each(engines)('attempts on %s', (engine) => {
  it('come in the order of their days, whichever the teacher gave first', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, pupil } = await classWithLesson(db, daysAfter(today(), 28))
    for (const days of [14, 0])
      await assign(db, staff, {
        classId,
        lessonIds: [lesson.id],
        opensOn: daysAfter(today(), days),
        weekly: false,
        dueAfter: 7,
        boosterWeeks: null,
        again: [lesson.id],
      })
    expect((await myAssignments(db, pupil)).map(({ opensOn, state }) => [opensOn, state])).toEqual([
      [today(), 'open'], [daysAfter(today(), 14), 'later'], [daysAfter(today(), 28), 'later'],
    ])
  })

  it('tell a pupil the day by which to do them, and no longer once it has passed', async () => {
    const { db } = await freshDatabase(engine)
    const { pupil, assignment } = await classWithLesson(db)
    const dueOn = async (days: number) => (await myAssignments(db, pupil, new Date(`${daysAfter(today(), days)}T12:00:00Z`)))[0]?.dueOn
    expect(await dueOn(7)).toBe(assignment.due_on)
    expect(await dueOn(8)).toBeNull()
  })

  it('take each event once, score it here, and remember the place', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil } = await classWithLesson(db)
    const events: AttemptEvent[] = [{ id: 'e1', change: { kind: 'arrived', screen: 'quiz' } }, go(3)]
    await takeEvents(db, pupil, assignment, lesson, events)
    const { state } = await takeEvents(db, pupil, assignment, lesson, [...events, { id: 'e2', change: { kind: 'finished' } }])
    expect(decodeAttempt(outline, state)).toMatchObject({
      kind: 'attempt',
      attempt: { screenId: 'quiz', score: { points: 3, max: 3 }, finished: true },
    })
    expect(await stateForDevice(db, pupil, assignment.id, lesson)).toBe(state)
    expect(await db.selectFrom('attempt').select(['status', 'points', 'max']).executeTakeFirst()).toEqual({
      status: 'finished',
      points: 3,
      max: 3,
    })
    expect(await heard(db)).toEqual([markOf('e1')])
  })

  it('are told to a device without what was chosen, and without a sum before all of it is done', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupils } = await classWithLesson(db)
    const items = drawItems(quiz, 7)
    const told = async (pupil: Pupil, place: number, answered: number) => {
      const responses = Object.fromEntries(
        items.slice(0, answered).map(({ id, options }, index) => [id, options[(index + place) % options.length]?.id ?? '']),
      )
      const { state } = await takeEvents(db, pupil, assignment, lesson, [
        { id: `go-${answered}`, change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(7), responses }) } },
        { id: 'seen', change: { kind: 'marked', screen: 'chat-kicka', mark: 'skipped' } },
      ])
      expect(await stateForDevice(db, pupil, assignment.id, lesson)).toBe(state)
      for (const { options } of items) for (const option of options) expect(state).not.toContain(`*${option.id}`)
      return state
    }
    // Whatever they chose, the same: also whether one of the questions was right.
    for (const answered of [1, 2])
      expect(new Set(await Promise.all(pupils.map((pupil, index) => told(pupil, index, answered)))).size).toBe(1)
    const [first] = pupils as [Pupil]
    expect(await told(first, 0, items.length)).not.toContain('skipped')
    const after = decodeAttempt(outline, await stateForDevice(db, first, assignment.id, lesson))
    const { points, max } = await db
      .selectFrom('attempt')
      .select(['points', 'max'])
      .where('pupil_id', '=', first.id)
      .executeTakeFirstOrThrow()
    expect(after).toMatchObject({ attempt: { score: { points, max }, marks: { quiz: 'done' } } })
  })

  it('of a go that two devices did between them are scored and kept to be counted whole, and once', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil } = await classWithLesson(db)
    const items = drawItems(quiz, 7)
    const right = (index: number) => items[index]?.options.find(({ correct }) => correct)?.id ?? ''
    const told = (id: string, responses: Record<string, string>) =>
      takeEvents(db, pupil, assignment, lesson, [
        { id, change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(7), responses }) } },
      ])
    await told('begun', { [items[0]?.id ?? '']: right(0) })
    // What is hidden there tells nothing: alone it settles nothing.
    await told('forged', Object.fromEntries(items.map(({ id }) => [id, HIDDEN])))
    expect(await db.selectFrom('quiz_entry').selectAll().execute()).toEqual([])
    await told('ended', Object.fromEntries(items.map(({ id }, index) => [id, index === 0 ? HIDDEN : right(index)])))
    expect(await db.selectFrom('attempt').select(['points', 'max', 'has_entered']).execute()).toEqual([
      { points: items.length, max: items.length, has_entered: 1 },
    ])
    const [entry] = await db.selectFrom('quiz_entry').select('answers').execute()
    expect(JSON.parse(entry?.answers ?? '')).toEqual(Object.fromEntries(items.map(({ id }, index) => [id, right(index)])))
  })

  it('of an earlier version of the lesson are told as such, and nothing of them', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil } = await classWithLesson(db)
    await takeEvents(db, pupil, assignment, lesson, [go(3)])
    const newer = fixtureLesson({ version: 4 })
    const state = await stateForDevice(db, pupil, assignment.id, newer)
    expect(decodeAttempt(classOutline(newer), state)).toMatchObject({ kind: 'updated' })
    expect(state).not.toContain('*')
    await db.updateTable('attempt').set({ state: 'w1;broken~one*option' }).execute()
    expect(decodeAttempt(outline, await stateForDevice(db, pupil, assignment.id, lesson))).toEqual({ kind: 'unreadable' })
  })

  it('are taken where some of what a device sent cannot be read, and each of those is named once', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil } = await classWithLesson(db)
    const sent = [{ id: 'odd' }, go(1, 'good'), { id: 'odd', change: { kind: 'flown' } }]
    expect(await takeSent(db, pupil, assignment, lesson, sent)).toMatchObject({
      held: ['good'],
      refused: [{ id: 'odd', reason: 'unreadable' }],
    })
  })

  it('of two devices at once lose nothing', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil } = await classWithLesson(db)
    const ids = Array.from({ length: 30 }, (_, index) => `event-${index}`)
    await Promise.all(
      ids.map((id, index) =>
        takeEvents(db, pupil, assignment, lesson, [{ id, change: { kind: 'arrived', screen: lesson.screens[index % 3]?.id ?? '' } }]),
      ),
    )
    expect((await heard(db)).sort()).toEqual(ids.map(markOf).sort())
    expect(await db.selectFrom('attempt').select('changes').execute()).toEqual([{ changes: 30 }])
  })

  it('begin again when the lesson has a new version', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil } = await classWithLesson(db)
    await takeEvents(db, pupil, assignment, lesson, [go(3)])
    const newer = fixtureLesson({ version: 4 })
    const { state } = await takeEvents(db, pupil, assignment, newer, [{ id: 'e9', change: { kind: 'arrived', screen: 'quiz' } }])
    expect(decodeAttempt(classOutline(newer), state)).toMatchObject({ attempt: { score: null, screenId: 'quiz' } })
  })

  it('are refused before the lesson opens, after it has closed, and for a class of another', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil } = await classWithLesson(db, daysAfter(today(), 3))
    await expect(ensureOpen(db, pupil, assignment.id)).rejects.toMatchObject({ kind: 'too-early' })
    await expect(ensureOpen(db, { ...pupil, classId: 'another' }, assignment.id)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(ensureOpen(db, { ...pupil, schoolId: 'another' }, assignment.id)).rejects.toMatchObject({ kind: 'not-found' })
    await db.updateTable('assignment').set({ opens_on: today(), closed_at: new Date().toISOString() }).execute()
    await expect(ensureOpen(db, pupil, assignment.id)).rejects.toMatchObject({ kind: 'conflict', details: { closed: true } })
  })

  it('go with the assignment, and a teacher of another class finds none of it', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil, staff } = await classWithLesson(db)
    const { staff: stranger } = await seededSchool(db)
    await takeEvents(db, pupil, assignment, lesson, [go(1)])
    await setExcused(db, staff, assignment.id, { pupilId: pupil.id, excused: true })
    for (const who of [stranger, { ...staff, id: 'colleague' }])
      await expect(ensureAssignment(db, who, assignment.id)).rejects.toMatchObject({ kind: 'not-found' })
    await expect(withdraw(db, stranger, assignment.id)).rejects.toMatchObject({ kind: 'not-found' })
    await withdraw(db, staff, assignment.id)
    for (const who of [stranger, { ...staff, id: 'colleague' }])
      await expect(bringBack(db, who, assignment.id)).rejects.toMatchObject({ kind: 'not-found' })
    await db.transaction().execute(all => deleteRemoved(all, assignment.id))
    for (const table of ['attempt', 'excuse'] as const) expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    await expect(bringBack(db, staff, assignment.id)).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('that come after it has closed, gone or changed hands leave nothing behind, whether the row was there or not', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupils, staff, schoolId } = await classWithLesson(db)
    const [first, second, third] = pupils as [Pupil, Pupil, Pupil]
    const attempts = () => db.selectFrom('attempt').select(['pupil_id', 'state']).orderBy('pupil_id').execute()
    await takeEvents(db, first, assignment, lesson, [go(1)])
    await db.deleteFrom('pupil').where('id', '=', third.id).execute()
    await expect(takeEvents(db, third, assignment, lesson, [go(1)])).rejects.toMatchObject({ kind: 'signed-out' })
    const other = await makeClass(db, staff, 'Another')
    await db.updateTable('pupil').set({ class_id: other.id }).where('id', '=', second.id).execute()
    await expect(takeEvents(db, second, assignment, lesson, [go(1)])).rejects.toMatchObject({ kind: 'not-found' })
    await closeForGood(db, staff, assignment.id, lesson)
    await expect(takeEvents(db, first, assignment, lesson, [go(2, 'late')])).rejects.toMatchObject({
      kind: 'conflict',
      details: { closed: true },
    })
    expect(await attempts()).toEqual([{ pupil_id: first.id, state: '' }])
    expect(await heard(db)).toEqual([])
    await db.deleteFrom('assignment').where('school_id', '=', schoolId).execute()
    await expect(takeEvents(db, first, assignment, lesson, [go(2, 'later')])).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('meet a teacher who closes at that moment: counted with the class or refused, and never left over', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupils, staff } = await classWithLesson(db)
    const results = await Promise.allSettled([
      ...pupils.map(pupil => takeEvents(db, pupil, assignment, lesson, [go(3)])),
      closeForGood(db, staff, assignment.id, lesson),
    ])
    const taken = results.slice(0, -1).filter(({ status }) => status === 'fulfilled').length
    expect(await db.selectFrom('attempt').select('id').where('has_entered', '=', 1).execute()).toHaveLength(taken)
    expect(await db.selectFrom('quiz_entry').selectAll().execute()).toEqual([])
    expect(await heard(db)).toEqual([])
    expect(await db.selectFrom('attempt').select('id').where('state', '!=', '').execute()).toEqual([])
  })

  it('of a pupil who was moved go to the same lesson of the new class', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil, staff } = await classWithLesson(db)
    const other = await makeClass(db, staff, 'Another')
    await expect(ensureOpen(db, { ...pupil, classId: other.id }, assignment.id)).rejects.toMatchObject({ kind: 'not-found' })
    await assign(db, staff, { classId: other.id, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: 7, boosterWeeks: null })
    expect(await ensureOpen(db, { ...pupil, classId: other.id }, assignment.id)).toMatchObject({ class_id: other.id, lesson_id: lesson.id })
  })
})
