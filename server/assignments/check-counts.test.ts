import { describe, expect, it } from 'vitest'
import type { CheckAnswer } from '#activities/check/schema'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import type { Lesson } from '#activities/lesson'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, daysAfter, today } from './assignments'
import { takeEvents } from './attempts'
import { boardOf } from './board'
import { editionOf, wordingOf } from '../insight/wording'
import type { Db } from '../platform/database/client'
import { takeCheck } from './check-counts'
import { closeForGood } from '../../tests/support/databases/closed'
import { forgottenBy } from './closing'

const item = (id: string) => ({
  id,
  kind: 'knowledge' as const,
  objective: 'spot',
  question: 'What could Sam do?',
  options: [
    { id: 'tell', text: 'Tell', correct: true as const },
    { id: 'keep', text: 'Keep it secret', misconception: 'secrets' },
    { id: 'wait', text: 'Wait', misconception: 'secrets' },
  ],
})
const base = fixtureLesson()
const check = (form: 'before' | 'after'): Lesson['screens'][number] => ({
  id: `check-${form}`,
  type: 'check',
  title: 'Check',
  form,
  items: ['one', 'two', 'three'].map(id => ({ ...item(id), ...(form === 'after' ? { because: 'An adult can help.' } : {}) })),
})
const lesson = fixtureLesson({
  screens: [
    ...base.screens.slice(0, 1),
    check('before'),
    ...base.screens.slice(1, -2),
    check('after'),
    ...base.screens.slice(-2),
  ] as Lesson['screens'],
})
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')

const answer = (said: string, sure: 'not' | 'quite' | 'very'): CheckAnswer =>
  Object.fromEntries(['one', 'two', 'three'].map(id => [id, { said, sure }]))

async function classOf(db: Db, pupils: number, schoolId?: string) {
  const school = await seededSchool(db, { pupils })
  if (schoolId !== undefined) {
    for (const table of ['class', 'pupil'] as const)
      await db.updateTable(table).set({ school_id: schoolId }).where('school_id', '=', school.schoolId).execute()
    await db.updateTable('class_staff').set({ school_id: schoolId }).where('school_id', '=', school.schoolId).execute()
  }
  const staff = { ...school.staff, schoolId: schoolId ?? school.schoolId }
  await assign(db, staff, {
    classId: school.classId,
    lessonIds: [lesson.id],
    opensOn: today(),
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  })
  const [assignment] = await assignmentsOf(db, staff, school.classId)
  if (!assignment) throw new Error('one was assigned')
  return {
    ...school,
    staff,
    assignment,
    pupils: school.pupilIds.map(id => ({ id, schoolId: staff.schoolId, classId: school.classId, name: 'Pupil' })),
  }
}

describe.each(engines)('counts of checks on %s', (engine) => {
  it('count a check once, and keep nothing that says whose it was', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupils } = await classOf(db, 2)
    const [first] = pupils
    if (!first) throw new Error('there is a pupil')
    await takeCheck(db, first, assignment, lesson, 'before', answer('keep', 'very'))
    await takeCheck(db, first, assignment, lesson, 'before', answer('tell', 'not'))
    const kept = await db.selectFrom('tally').selectAll().where('item_id', '=', 'one').execute()
    expect(kept).toEqual([
      {
        school_id: first.schoolId,
        assignment_id: assignment.id,
        form: 'before',
        edition: editionOf(wordingOf(lesson, 'before')),
        item_id: 'one',
        option_id: 'keep',
        sure: 'very',
        step: 0,
        count: 1,
      },
    ])
  })

  it('count what is no option of the lesson as left out', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupils: [pupil] } = await classOf(db, 1)
    if (!pupil) throw new Error('there is a pupil')
    await takeCheck(db, pupil, assignment, lesson, 'after', { one: { said: 'made-up', sure: 'very' }, other: { said: 'tell' } })
    expect(await db.selectFrom('tally').select(['item_id', 'option_id', 'sure', 'count']).orderBy('item_id').execute()).toEqual(
      ['one', 'three', 'two'].map(id => ({ item_id: id, option_id: '-', sure: '', count: 1 })),
    )
  })

  it('and single answers go after the assignment has closed; totals stay, and are told only then', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, assignment, pupils } = await classOf(db, 12)
    for (const [index, pupil] of pupils.entries()) {
      const responses = Object.fromEntries(
        drawItems(quiz, index).map(({ id, options }) => [id, options.find(({ correct }) => correct)?.id ?? '']),
      )
      await takeEvents(db, pupil, assignment, lesson, [
        { id: 'go', change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(index), responses }) } },
      ])
    }
    const whileOpen = await boardOf(db, staff, classId, true)
    expect(whileOpen.pupils[0]?.cells[0]).toMatchObject({ progress: 'finished', points: null, max: null })
    await closeForGood(db, staff, assignment.id, lesson)
    for (const table of ['tally', 'quiz_entry', 'check_done'] as const) expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
    expect(await db.selectFrom('attempt').select('id').where('heard', '!=', '').execute()).toEqual([])
    expect(
      (await db.selectFrom('attempt').select(['state', 'points']).execute()).every(({ state, points }) => state === '' && points === 3),
    ).toBe(true)
    await expect(closeForGood(db, staff, assignment.id, lesson)).rejects.toMatchObject({ kind: 'conflict' })
    const board = await boardOf(db, staff, classId, false)
    expect(board.pupils[0]?.cells[0]).toMatchObject({ progress: 'finished', points: null, max: null })
    expect((await boardOf(db, staff, classId, true)).pupils[0]?.cells[0]).toMatchObject({ points: 3, max: 3 })
  })

  it('are on no board before a lesson has opened, which the board says', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, assignment } = await classOf(db, 1)
    const onDay = async (days: number) =>
      (await boardOf(db, staff, classId, false, new Date(`${daysAfter(assignment.opens_on, days)}T12:00:00Z`))).assignments.map(
        ({ hasOpened }) => hasOpened,
      )
    expect(await onDay(-1)).toEqual([false])
    expect(await onDay(0)).toEqual([true])
  })

  it('of an assignment that nobody closed come ninety days after it was due', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment } = await classOf(db, 1)
    expect(await forgottenBy(db, daysAfter(assignment.opens_on, 90))).toEqual([])
    expect(await forgottenBy(db, daysAfter(assignment.opens_on, 91))).toMatchObject([{ id: assignment.id }])
  })

  it('are kept by fives, so that a step that is not whole can stay out', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupils } = await classOf(db, 12)
    for (const pupil of pupils) await takeCheck(db, pupil, assignment, lesson, 'before', answer('keep', 'very'))
    const kept = await db.selectFrom('tally').select(['step', 'count']).where('item_id', '=', 'two').orderBy('step').execute()
    expect(kept).toEqual([{ step: 0, count: 5 }, { step: 1, count: 5 }, { step: 2, count: 2 }])
  })
})
