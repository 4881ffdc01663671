import { describe, expect, it } from 'vitest'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import type { Lesson } from '#activities/lesson'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { boardOf } from './board'
import { assign, assignmentsOf, today } from './assignments'
import { classOutline, stateForDevice, takeEvents } from './attempts'
import { closeForGood } from '../../tests/support/databases/closed'
import { myAssignments } from './my-list'
import { myData } from './my-data'
import type { Db } from '../platform/database/client'

const lesson = fixtureLesson({ version: 3 })
const newer = fixtureLesson({ version: 4 })

/** A go at the quiz with so many right answers, as a device tells it that shows this version. */
function go({ version, screens }: Lesson, right: number, seed = 7): AttemptEvent {
  const quiz = screens.find(screen => screen.type === 'quiz')
  const responses = Object.fromEntries(
    (quiz?.type === 'quiz' ? drawItems(quiz, seed) : []).map(({ id, options }, index) =>
      [id, options.find(({ correct }) => (correct === true) === (index < right))?.id ?? '']),
  )
  return { id: `go-${version}-${right}`, version, change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(seed), responses }) } }
}

const finish = ({ version }: Lesson): AttemptEvent => ({ id: `finish-${version}`, version, change: { kind: 'finished' } })
const arrive = ({ version }: Lesson, screen: string): AttemptEvent => ({ id: `${screen}-${version}`, version, change: { kind: 'arrived', screen } })

async function begun(db: Db) {
  const { staff, classId, schoolId, pupilIds: [id = ''] } = await seededSchool(db)
  await assign(db, staff, { classId, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: 7, boosterWeeks: null })
  const [assignment] = await assignmentsOf(db, staff, classId)
  if (!assignment) throw new Error('one was assigned')
  const pupil = { id, schoolId, classId, name: 'Pupil' }
  return {
    staff, assignment, pupil,
    tell: (of: Lesson, ...events: AttemptEvent[]) => takeEvents(db, pupil, assignment, of, events),
    row: () => db.selectFrom('attempt').select(['status', 'points', 'max', 'lesson_version']).executeTakeFirstOrThrow(),
    opened: async (of: Lesson) => decodeAttempt(classOutline(of), await stateForDevice(db, pupil, assignment.id, of)),
    /** What the board, the pupil's list and what is kept of them say. */
    readers: async () => {
      const board = await boardOf(db, staff, classId, true)
      const cell = board.pupils.find(one => one.id === id)?.cells[0]
      const [listed] = await myAssignments(db, pupil)
      const [work] = (await myData(db, pupil, () => newer)).work
      return [cell?.progress, listed?.state, work?.status, work?.total]
    },
  }
}

describe.each(engines)('a new version of a lesson, on %s', (engine) => {
  it('leaves what was finished finished and its total as it was, however far the pupil goes through the new one', async () => {
    const { db } = await freshDatabase(engine)
    const { tell, row, opened, readers, staff, assignment } = await begun(db)
    await tell(lesson, go(lesson, 3), finish(lesson))
    const had = { status: 'finished', points: 3, max: 3 }
    const kept = ['finished', 'finished', 'finished', { points: 3, max: 3 }]
    expect(await row()).toMatchObject(had)
    expect(await opened(newer)).toMatchObject({ kind: 'updated', hadFinished: true })

    await tell(newer, arrive(newer, 'first-clue'))
    expect(await row()).toEqual({ ...had, lesson_version: 4 })
    expect(await readers()).toEqual(kept)
    // Under way in the new version, which begins again by itself.
    expect(await opened(newer)).toMatchObject({ kind: 'attempt', attempt: { screenId: 'first-clue', score: null, finished: false } })

    await tell(newer, go(newer, 1), finish(newer))
    expect(await row()).toMatchObject(had)
    await closeForGood(db, staff, assignment.id, newer)
    expect(await readers()).toEqual(kept)
  })

  it('takes a better total, and the first one of whoever had none', async () => {
    const { db } = await freshDatabase(engine)
    const { tell, row, opened } = await begun(db)
    await tell(lesson, go(lesson, 1))
    expect(await opened(newer)).toMatchObject({ kind: 'updated', hadFinished: false })
    await tell(newer, arrive(newer, 'first-clue'))
    expect(await row()).toMatchObject({ status: 'started', points: 1 })
    await tell(newer, go(newer, 2))
    expect(await row()).toMatchObject({ status: 'started', points: 2 })
    await tell(newer, finish(newer))
    expect(await row()).toMatchObject({ status: 'finished', points: 2 })
  })

  it('goes on with the earlier one where a device still shows that, and begins again at the next opening', async () => {
    const { db } = await freshDatabase(engine)
    const { tell, row, opened } = await begun(db)
    await tell(lesson, arrive(lesson, 'first-clue'))
    const told = await tell(newer, arrive(lesson, 'chat-kicka'), go(lesson, 2), { id: 'old', version: 3, change: { kind: 'marked', screen: 'gone', mark: 'done' } })
    expect(told).toMatchObject({ held: ['chat-kicka-3', 'go-3-2', 'old'], refused: [] })
    expect(decodeAttempt(classOutline(lesson), told.state)).toMatchObject({ attempt: { screenId: 'chat-kicka', score: { points: 2 } } })
    expect(await row()).toEqual({ status: 'started', points: 2, max: 3, lesson_version: 3 })
    // What it said was answered in words that are no longer there: it is not counted with the class.
    expect(await db.selectFrom('quiz_entry').selectAll().execute()).toEqual([])
    await tell(newer, arrive(newer, 'first-clue'))
    // The page of before is still open somewhere, and finishes.
    await tell(newer, go(lesson, 3), finish(lesson))
    expect(await row()).toEqual({ status: 'finished', points: 3, max: 3, lesson_version: 4 })
    expect(await opened(newer)).toMatchObject({ kind: 'attempt', attempt: { screenId: 'first-clue', finished: false, score: null } })
  })
})
