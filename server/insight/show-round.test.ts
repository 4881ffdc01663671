/** A question of the quiz that a class also answers together, or in a second lesson of the same: nobody is in two pictures of it. */
import { describe, expect, it } from 'vitest'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { classWithLesson } from '../../tests/support/databases/class-with-lesson'
import { engines, freshDatabase } from '../../tests/support/databases/databases'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { assign, assignmentsOf, daysAfter, today, type Assignment } from '../assignments/assignments'
import { takeEvents } from '../assignments/attempts'
import { closeAssignment } from '../assignments/closing'
import { movePupil } from '../assignments/move-pupil'
import { makeClass } from '../classes/classes'
import { erasePupil } from '../classes/pupils'
import type { Db } from '../platform/database/client'
import { deleteShortLived } from '../school/retention'
import { isCountedBeside } from './beside'
import { lookWhileOpen } from './looks'
import { Rounds } from './rounds'
import { apart, keys } from './sheet'
import { showRound } from './show-round'
import { shownOf } from './shown'

const lesson = fixtureLesson()
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')
const items = drawItems(quiz, 7)
const item = items[0] as (typeof items)[number]
const never = () => false
const wanted = { lessonIds: [lesson.id], weekly: false, dueAfter: null, boosterWeeks: null }
type Kid = Awaited<ReturnType<typeof classWithLesson>>['first']
/** The first two keep it secret, all others tell; of the other two questions everybody knows one. */
const says = (place: number, question: number) => question === 0 ? place < 2 ? 'keep' : 'tell' : (place + question) % 2 === 0 ? 'keep' : 'tell'

async function schoolDay(db: Db, pupils = 12) {
  const school = await classWithLesson(db, lesson, pupils)
  let rounds = new Rounds(never)
  const told = async () => (await db.selectFrom('told_together').select(['class_id', 'item_id']).execute())
  return {
    ...school,
    told,
    toldOf: () => rounds.toldOf(school.classId),
    /** The server is started anew. */
    restart: () => void (rounds = new Rounds(never)),
    async quizOf(some: readonly Kid[], work: Assignment = school.assignment) {
      for (const pupil of some) {
        const responses = Object.fromEntries(items.map(({ id }, question) => [id, says(school.pupils.indexOf(pupil), question)]))
        await takeEvents(db, pupil, work, lesson, [
          { id: `${work.id} ${pupil.id}`, change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(7), responses }) } },
        ])
      }
    },
    /** @returns the word for keeping it secret; null where nothing is said of the question */
    async inQuiz(work: Assignment = school.assignment) {
      await lookWhileOpen(db, work, lesson, never)
      const [shown] = (await shownOf(db, [work.id])).get(work.id) ?? []
      return shown?.picture?.said[keys.option(item.id, 'keep')]?.word ?? null
    },
    async together(some: readonly Kid[], classId = school.classId, now = new Date()) {
      const { id: round } = rounds.begin(classId, { lesson: lesson.id, locale: 'en', item }, now.getTime())
      for (const pupil of some) rounds.answer(classId, pupil.id, { round, option: says(school.pupils.indexOf(pupil), 0) }, now.getTime())
      const board = await showRound(db, { id: classId, school_id: school.schoolId }, rounds, now)
      return board?.options.find(({ id }) => id === 'keep')?.word ?? null
    },
  }
}

describe.each(engines)('on %s', (engine) => {
  const database = async () => (await freshDatabase(engine)).db

  it('who was shown in the quiz is not shown among others when the class answers together', async () => {
    const db = await database()
    const day = await schoolDay(db)
    await day.quizOf(day.pupils.slice(0, 10))
    // Two of ten.
    expect(await day.inQuiz()).toBe(1)
    // Were it one of ten now, the one who is away would be told.
    expect(await day.together(day.pupils.slice(1, 11))).toBeNull()
    expect(await day.told(), 'nothing was said, so the quiz may go on to say it').toEqual([])
  })

  it('of exactly those who were shown in the quiz it says what they choose together', async () => {
    const db = await database()
    const day = await schoolDay(db)
    await day.quizOf(day.pupils.slice(0, 10))
    await day.inQuiz()
    expect(await day.together(day.pupils)).toBe('some')
    expect(day.toldOf()).toEqual(expect.arrayContaining(day.pupils.slice(0, 10).map(({ id }) => id)))
    expect(day.toldOf()).toHaveLength(10)
  })

  it('of those who are left when somebody who was shown in the quiz is erased, it says nothing', async () => {
    const db = await database()
    const day = await schoolDay(db, 16)
    await day.quizOf(day.pupils.slice(0, 15))
    expect(await day.inQuiz()).toBe(0)
    await erasePupil(db, day.staff, day.first.id)
    // Were it one of fourteen now, the one who was erased would be told.
    expect(await day.together(day.pupils.slice(1))).toBeNull()
    expect(day.toldOf()).toEqual([])
  })

  it('who has answered it in the quiz and is in no picture yet is left to the quiz', async () => {
    const db = await database()
    const day = await schoolDay(db, 16)
    await day.quizOf(day.pupils.slice(0, 6))
    expect(await day.together(day.pupils)).toBe('few-or-none')
    expect(day.toldOf().toSorted()).toEqual(day.pupils.slice(6).map(({ id }) => id).toSorted())
  })

  it('what was answered together first is scored in the quiz, and not said once more', async () => {
    const db = await database()
    const day = await schoolDay(db)
    expect(await day.together(day.pupils.slice(1, 11))).toBe('few-or-none')
    expect(await day.told()).toEqual([{ class_id: day.classId, item_id: item.id }])
    await day.quizOf(day.pupils.slice(0, 10))
    expect(await day.inQuiz()).toBeNull()
    const [shown] = (await shownOf(db, [day.assignment.id])).get(day.assignment.id) ?? []
    expect(shown?.picture?.said[keys.option(items[1]?.id ?? '', 'keep')], 'the other questions are').toBeDefined()
    const kept = await db.selectFrom('quiz_entry').select('answers').where('pupil_id', '=', day.first.id).executeTakeFirstOrThrow()
    expect(JSON.parse(kept.answers)).toMatchObject({ [apart(item.id)]: 'keep' })
  })

  it('the day after it is said again, and by then nothing is kept of it', async () => {
    const db = await database()
    const day = await schoolDay(db)
    expect(await day.together(day.pupils.slice(1, 11), day.classId, new Date(Date.now() - 25 * 3_600_000))).toBe('few-or-none')
    await day.quizOf(day.pupils.slice(0, 10))
    expect(await day.inQuiz()).toBe(1)
    await deleteShortLived(db)
    expect(await day.told()).toEqual([])
  })

  it('after a restart nobody knows of whom it was said, so it is said of nobody until the day is over', async () => {
    const db = await database()
    const day = await schoolDay(db)
    expect(await day.together(day.pupils.slice(0, 10))).toBe('some')
    day.restart()
    // Were it one of ten now, the one who is away would be told.
    expect(await day.together(day.pupils.slice(1, 11))).toBeNull()
    expect(await day.together(day.pupils.slice(1, 11))).toBeNull()
    expect(await day.told(), 'the quiz does not say it either').toHaveLength(1)
    expect(await day.together(day.pupils.slice(1, 11), day.classId, new Date(Date.now() + 25 * 3_600_000))).toBe('few-or-none')
  })

  it('who moves to another class after it is not counted with it there either', async () => {
    const db = await database()
    const day = await schoolDay(db, 14)
    const { id: other } = await makeClass(db, day.staff, '6A')
    await assign(db, day.staff, { ...wanted, classId: other, opensOn: today() })
    const [work] = await assignmentsOf(db, day.staff, other)
    if (!work) throw new Error('one was assigned')
    await day.together(day.pupils.slice(1, 11))
    const moved = day.pupils.slice(0, 10)
    for (const { id } of moved) await movePupil(db, day.staff, id, other)
    for (const pupil of moved) pupil.classId = other
    await day.quizOf(moved, work)
    expect(await day.inQuiz(work)).toBeNull()
    expect(await day.told()).toHaveLength(2)
  })

  it('a lesson that the class is given once more counts nobody who is still kept with the first', async () => {
    const db = await database()
    const day = await schoolDay(db)
    await assign(db, day.staff, { ...wanted, classId: day.classId, opensOn: daysAfter(today(), -1), again: [lesson.id] })
    const again = (await assignmentsOf(db, day.staff, day.classId)).find(({ id }) => id !== day.assignment.id)
    if (!again) throw new Error('it was given twice')
    await day.quizOf(day.pupils.slice(0, 10))
    expect(await day.inQuiz()).toBe(1)
    // Closing can be undone for a day, and until then a second picture is not made.
    await closeAssignment(db, day.staff, day.assignment.id)
    await day.quizOf(day.pupils.slice(1, 11), again)
    expect(await day.inQuiz(again)).toBeNull()
    // So it is with checks, and with a look back that was moved to the same days; weeks later it is another time.
    await db.insertInto('check_done').values({ school_id: day.schoolId, assignment_id: day.assignment.id, pupil_id: day.first.id, form: 'before' })
      .onConflict(conflict => conflict.doNothing()).execute()
    expect(await isCountedBeside(db, again.id, day.first.id, 'before')).toBe(true)
    expect(await isCountedBeside(db, again.id, day.first.id, 'after')).toBe(false)
    await db.updateTable('assignment').set({ kind: 'booster' }).where('id', '=', again.id).execute()
    expect(await isCountedBeside(db, again.id, day.first.id, 'quiz')).toBe(true)
    await db.updateTable('assignment').set({ opens_on: daysAfter(today(), 42) }).where('id', '=', again.id).execute()
    expect(await isCountedBeside(db, again.id, day.first.id, 'quiz')).toBe(false)
  })
})
