import { expect, it, describe } from 'vitest'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, setExcused, today } from './assignments'
import { takeEvents } from './attempts'
import { myData } from './my-data'
import { keepSession } from '../classes/pupil-session-rows'
import { closeForGood } from '../../tests/support/databases/closed'

const lesson = fixtureLesson()
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')

describe.each(engines)('what a pupil sees of what is kept, on %s', (engine) => {
  it('is what they did and the total, their own alone, and nothing of what they chose', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, schoolId, pupilIds: [id = '', other = ''] } = await seededSchool(db)
    await assign(db, staff, {
      classId,
      lessonIds: [lesson.id, 'another'],
      opensOn: today(),
      weekly: false,
      dueAfter: null,
      boosterWeeks: null,
    })
    const [assignment, second] = await assignmentsOf(db, staff, classId)
    if (!assignment || !second) throw new Error('two were assigned')
    const pupil = { id, schoolId, classId, name: 'Pupil 1' }
    await keepSession(db, pupil)
    await setExcused(db, staff, second.id, { pupilId: id, excused: true })
    const items = drawItems(quiz, 7)
    const answered = async (who: typeof pupil, count: number) => {
      const responses = Object.fromEntries(items.slice(0, count).map(({ id: item, options }) => [item, options[0]?.id ?? '']))
      await takeEvents(db, who, assignment, lesson, [
        { id: 'here', change: { kind: 'arrived', screen: 'quiz' } },
        { id: `go-${count}`, change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(7), responses }) } },
      ])
    }
    await answered(pupil, 2)
    await answered({ ...pupil, id: other }, items.length)
    const see = () => myData(db, pupil, ({ lesson_id: which }) => which === lesson.id ? lesson : undefined)
    const kept = await see()
    expect(kept).toMatchObject({ name: 'Pupil 1', className: '5B', sessions: 1, work: [
      { lesson: lesson.title, status: 'started', isClosed: false, isExcused: false, total: null, place: quiz.title, questionsDone: 2 },
      { lesson: 'another', status: null, isExcused: true, questionsDone: 0 },
    ] })
    for (const { id: item, options } of quiz.pool)
      for (const word of [item, ...options.map(option => option.id)]) expect(JSON.stringify(kept)).not.toContain(`"${word}"`)
    await answered(pupil, items.length)
    expect((await see()).work[0]).toMatchObject({ total: { max: items.length }, questionsDone: items.length })
    await closeForGood(db, staff, assignment.id, lesson)
    expect((await see()).work[0]).toMatchObject({ isClosed: true, total: { max: items.length }, questionsDone: 0, done: [], place: null })
  })
})
