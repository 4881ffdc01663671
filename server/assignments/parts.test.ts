/** A class that was given a part of a lesson, or its quiz in one order with questions left out or put in. */
import { describe, expect, it } from 'vitest'
import { assignedPart } from '#activities/assigned'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import type { Lesson } from '#activities/lesson'
import { readPart, type LessonPart } from '#shared/lesson/part'
import { idsIn } from '#shared/lesson/questions'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { classWithLesson, finish, wholeGo } from '../../tests/support/databases/class-with-lesson'
import { engines, freshDatabase } from '../../tests/support/databases/databases'
import { insightOf } from '../insight/insight'
import { lookWhileOpen } from '../insight/looks'
import { shownOf } from '../insight/shown'
import { schoolWith } from '../../tests/support/databases/seed-school'
import { assign, assignmentsOf, today, type Assignment, type NewAssignments } from './assignments'
import { takeEvents } from './attempts'
import { boardOf } from './board'
import type { Db } from '../platform/database/client'

const base = fixtureLesson()
const lesson = fixtureLesson({
  screens: base.screens.map(screen => screen.id === 'chat-kicka' ? { ...screen, chapter: 'try', startsSitting: true } : screen)
    .map((screen, index) => index === 0 ? { ...screen, chapter: 'meet' } : screen) as Lesson['screens'],
})
const asGiven = ({ part, order_seed: orderSeed, left_out: left, put_in: put }: Assignment) =>
  assignedPart(lesson, { part: readPart(part), orderSeed, leftOut: idsIn(left), putIn: idsIn(put) })
const quizIn = (of: Lesson) => {
  const quiz = of.screens.find(screen => screen.type === 'quiz')
  if (quiz?.type !== 'quiz') throw new Error('it has a quiz')
  return quiz
}

async function given(db: Db, more: Partial<NewAssignments>, pupils = 3) {
  const school = await schoolWith(db, { pupils })
  const always = { lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null }
  const wanted = { classId: school.classId, ...always, ...more }
  await assign(db, school.staff, wanted)
  const [assignment] = await assignmentsOf(db, school.staff, school.classId)
  const all = school.pupilIds.map(id => ({ id, schoolId: school.schoolId, classId: school.classId, name: 'Pupil' }))
  const [pupil] = all
  if (!assignment || !pupil) throw new Error('one was assigned')
  return { ...school, wanted, assignment, pupil, pupils: all, own: asGiven(assignment) }
}

const FIRST_DRAW = 20

describe.each(engines)('a part of a lesson on %s', (engine) => {
  it.each<[LessonPart, string]>([
    [{ kind: 'sitting', sitting: 1 }, 'first-clue'], [{ kind: 'practice', screen: 'chat-kicka' }, 'chat-kicka'], [{ kind: 'quiz' }, 'quiz'],
  ])('is finished when it is done: %o', async (part, screen) => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, assignment, pupil, own } = await given(db, { part })
    expect(own.screens.map(({ id }) => id)).toEqual(['opening', screen, 'ending'])
    const progress = async () => (await boardOf(db, staff, classId, false)).pupils.find(({ id }) => id === pupil.id)?.cells[0]?.progress
    await takeEvents(db, pupil, assignment, own, [{ id: 'there', change: { kind: 'arrived', screen } }])
    expect(await progress()).toBe('started')
    // A screen that is none of it is nothing that can be done in it.
    const other = ['first-clue', 'chat-kicka', 'quiz'].find(id => id !== screen) ?? ''
    expect((await takeEvents(db, pupil, assignment, own, [{ id: 'other', change: { kind: 'marked', screen: other, mark: 'done' } }])).refused)
      .toEqual([{ id: 'other', reason: 'unknown-screen' }])
    await takeEvents(db, pupil, assignment, own, [part.kind === 'quiz' ? wholeGo(own, 3) : finish])
    expect(await progress()).toBe('finished')
  })

  it('is given after another without asking where they have nothing in common, and asks where they have', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, wanted } = await given(db, { part: { kind: 'sitting', sitting: 1 } })
    const more = (part: LessonPart, again: string[] = []) => assign(db, staff, { ...wanted, part, again })
    expect(await more({ kind: 'sitting', sitting: 2 })).toBe(1)
    expect(await more({ kind: 'sitting', sitting: 2 })).toBe(0)
    await expect(more({ kind: 'quiz' })).rejects.toMatchObject({ kind: 'conflict', details: { had: [lesson.id] } })
    await expect(more({ kind: 'whole' })).rejects.toMatchObject({ kind: 'conflict' })
    expect(await more({ kind: 'whole' }, [lesson.id])).toBe(1)
    expect((await boardOf(db, staff, classId, false)).assignments.map(({ part }) => part)).toEqual([
      { kind: 'sitting', sitting: 1 }, { kind: 'sitting', sitting: 2 }, { kind: 'whole' },
    ])
  })

  it('asks all the same questions in the same order where that is wanted, and takes no other draw', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupil, own } = await given(db, { part: { kind: 'quiz' }, sameOrder: true, boosterWeeks: 6 })
    const seed = assignment.order_seed ?? -1
    expect(seed).toBeGreaterThanOrEqual(0)
    const other = { id: 'other', change: { kind: 'answered', screen: 'quiz', packed: pack(newGo(seed + 5)) } } as const
    expect((await takeEvents(db, pupil, assignment, own, [other])).refused).toEqual([{ id: 'other', reason: 'impossible' }])
    expect((await takeEvents(db, pupil, assignment, own, [wholeGo(own, 2, { seed })])).refused).toEqual([])
    // A booster is the same whatever was given of the lesson.
    expect(await db.selectFrom('assignment').select(['kind', 'part', 'order_seed']).where('kind', '=', 'booster').execute())
      .toEqual([{ kind: 'booster', part: 'whole', order_seed: null }])
  })

  it('never asks what is left out, takes no answer to it, and counts only what was asked', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, pupils, own } = await given(db, { leftOut: ['one'], putIn: ['two'] }, 10)
    const whole = quizIn(lesson)
    const sneaky = Array.from({ length: 50 }, (_, seed) => seed).find(seed => drawItems(whole, seed).some(({ id }) => id === 'one')) ?? 0
    const [first] = pupils
    if (!first) throw new Error('there is a pupil')
    const answer = pack({ ...newGo(sneaky), responses: { one: 'tell' } })
    expect((await takeEvents(db, first, assignment, own, [{ id: 'x', change: { kind: 'answered', screen: 'quiz', packed: answer } }])).refused)
      .toEqual([{ id: 'x', reason: 'impossible' }])
    // They are counted in this order, so who is among the first five is no chance here; in these draws no five say too much to be shown.
    for (const [index, pupil] of pupils.toSorted((a, b) => a.id < b.id ? -1 : 1).entries()) {
      const responses = Object.fromEntries(drawItems(quizIn(own), FIRST_DRAW + index).map(({ id }, at) => [id, ['tell', 'keep', 'ask'][(index + at) % 3] ?? '']))
      await takeEvents(db, pupil, assignment, own, [
        { id: 'go', change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(FIRST_DRAW + index), responses }) } },
      ])
    }
    await lookWhileOpen(db, assignment, own, () => false)
    const { items, counted } = insightOf(own, (await shownOf(db, [assignment.id])).get(assignment.id) ?? [])
    expect(counted).toMatchObject([{ form: 'quiz', state: 'shown', over: 10 }])
    expect(items.map(({ id }) => id).sort()).toEqual(['four', 'three', 'two'])
  })

  it('is survived by a lesson that has lost the question, or the screen', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment } = await given(db, { leftOut: ['gone'], putIn: ['gone-too'] })
    expect(quizIn(asGiven(assignment)).pool).toHaveLength(4)
    const { assignment: practice } = await given(db, { part: { kind: 'practice', screen: 'gone' } })
    expect(asGiven(practice).screens).toHaveLength(lesson.screens.length)
    const { assignment: asked, first } = await classWithLesson(db, lesson)
    expect((await takeEvents(db, first, asked, asGiven(asked), [wholeGo(lesson, 3)])).refused).toEqual([])
  })
})
