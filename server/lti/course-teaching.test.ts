/** What a teacher who came from an LMS can do in their course, and nowhere else: the same rules as for any class. */
import { describe, expect, it } from 'vitest'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { classWithLesson, finish } from '../../tests/support/databases/class-with-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { ensureAssignment, setExcused } from '../assignments/assignments'
import { ensureOpen, takeEvents } from '../assignments/attempts'
import { boardOf } from '../assignments/board'
import { endCatchUp, letCatchUp } from '../assignments/catching-up'
import { closeAssignment, emptyClosed, reopenAssignment } from '../assignments/closing'
import { myData } from '../assignments/my-data'
import { giveSecondGo, takeBackSecondGo } from '../assignments/second-go'
import { erasePupil } from '../classes/pupils'
import { lookWhileOpen } from '../insight/looks'
import { shownOf } from '../insight/shown'
import { courseData } from '../school/course-data'
import type { Db } from '../platform/database/client'
import { arrive, beginAnew } from './courses'
import { courseBoard } from './course-board'
import type { LessonLaunch } from './messages'
import { asItComes } from './options'
import { courseOf, pupilsOfCourse } from './overview'
import { addPlatform, ensurePlatform } from './platforms'

const lesson = fixtureLesson()
const never = () => false
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')
const items = drawItems(quiz, 1)

/** The same questions for everybody, answered so that what is said leaves doubt. */
const go = (id: string, turn: number): AttemptEvent => ({
  id,
  change: {
    kind: 'answered',
    screen: 'quiz',
    packed: pack({ ...newGo(1), responses: Object.fromEntries(items.map(({ id: item }, index) => [item, ['tell', 'keep', 'tell'][(turn + index) % 3] ?? 'tell'])) }),
  },
})

async function school(db: Db) {
  const { staff, schoolId, classId: ownClass } = await seededSchool(db)
  const at = (path: string) => `https://lms.example/${path}`
  const { id } = await addPlatform(db, staff, {
    name: 'Our LMS', issuer: at(''), clientId: 'c', authUrl: at('auth'), tokenUrl: at('token'), tokenAudience: null, jwksUrl: at('jwks'),
    home: null, deploymentIds: ['1'],
  })
  const platform = await ensurePlatform(db, staff, id)
  /** Somebody opens an activity of a course. */
  async function opens(person: string, { course = 'course', link = 'link' } = {}) {
    const launch: LessonLaunch = {
      kind: 'lesson', platform, deploymentId: '1', person, role: 'pupil', context: { id: course, title: 'PSHE' }, membersUrl: null,
      linkId: link, lessonId: lesson.id, chosen: { options: asItComes, dueOn: null }, lineItem: at('items/1'),
    }
    const { classId, pupilId, assignmentId } = await arrive(db, launch, (_, chosen) => chosen)
    const pupil = { id: pupilId ?? '', schoolId, classId, name: '' }
    return { pupil, classId, id: assignmentId ?? '', teacher: { id: null, schoolId, courseId: classId } }
  }
  /** They do its quiz. */
  async function works(person: string, turn: number, where: { course?: string, link?: string } = {}) {
    const came = await opens(person, where)
    const events = [go(`${came.id} ${person}`, turn), { ...finish, id: `${came.id} ${person} end` }]
    await takeEvents(db, came.pupil, await ensureOpen(db, came.pupil, came.id), lesson, events)
    return came
  }
  return { staff, ownClass, opens, works }
}

/** @returns over how many something is shown of an assignment */
async function over(db: Db, teacher: { id: null, schoolId: string, courseId: string }, id: string): Promise<number | null> {
  await lookWhileOpen(db, await ensureAssignment(db, teacher, id), lesson, never)
  return (await shownOf(db, [id])).get(id)?.find(({ form }) => form === 'quiz')?.picture?.over ?? null
}

describe.each(engines)('whoever teaches a course of an LMS, on %s,', (engine) => {
  it('closes a lesson and undoes it, excuses, lets catch up and gives a second go', async () => {
    const { db } = await freshDatabase(engine)
    const { opens, works } = await school(db)
    const { id, teacher, pupil } = await works('one', 3)
    const late = await opens('two')
    const cells = async () => {
      const { pupils } = await courseBoard(db, teacher)
      return [pupil, late.pupil].map(who => pupils.find(({ id }) => id === who.id)?.cells[0])
    }
    expect(await cells()).toMatchObject([{ progress: 'finished' }, { progress: 'not-started' }])
    await setExcused(db, teacher, id, { pupilId: late.pupil.id, excused: true })
    expect(await cells()).toMatchObject([{}, { progress: 'excused' }])
    await setExcused(db, teacher, id, { pupilId: late.pupil.id, excused: false })
    await giveSecondGo(db, teacher, id, pupil.id)
    expect(await cells()).toMatchObject([{ hasSecondGo: true }, {}])
    await takeBackSecondGo(db, teacher, id, pupil.id)
    await closeAssignment(db, teacher, id)
    expect((await courseBoard(db, teacher)).lessons).toMatchObject([{ id, isClosed: true, isHere: true, undoUntil: expect.any(String) }])
    // Opening it in the LMS again does not open it here.
    expect((await opens('two')).id).toBe(id)
    await expect(ensureOpen(db, late.pupil, id)).rejects.toMatchObject({ kind: 'conflict' })
    await letCatchUp(db, teacher, id, late.pupil.id)
    await ensureOpen(db, late.pupil, id)
    expect(await cells()).toMatchObject([{ isCatchingUp: false }, { isCatchingUp: true }])
    await endCatchUp(db, teacher, id, late.pupil.id)
    await reopenAssignment(db, teacher, id)
    await ensureOpen(db, late.pupil, id)
    await closeAssignment(db, teacher, id)
    await emptyClosed(db, await ensureAssignment(db, teacher, id), lesson, never)
    await expect(reopenAssignment(db, teacher, id)).rejects.toThrow('cannot be undone')
    await beginAnew(db, teacher, id)
    const { lessons } = await courseBoard(db, teacher)
    expect(lessons.map(({ isHere, isClosed }) => [isHere, isClosed])).toEqual([[false, true], [true, false]])
    expect((await opens('two')).id).toBe(lessons[1]?.id)
  })

  it('learns from no list who came first, and from no file at which moment', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, opens } = await school(db)
    const came = []
    for (const person of ['one', 'two', 'three', 'four', 'five', 'six']) came.push(await opens(person))
    const inOrder = came.map(({ pupil }) => pupil.id).sort()
    const [{ teacher } = { teacher: { id: null, schoolId: '', courseId: '' } }] = came
    const file = await courseData(db, teacher)
    for (const list of [(await courseBoard(db, teacher)).pupils, (await pupilsOfCourse(db, staff, teacher.courseId)).pupils, file.pupils])
      expect(list.map(({ id }) => id)).toEqual(inOrder)
    expect(JSON.stringify(file.pupils)).not.toMatch(/T(?!00:00:00\.000Z)\d\d:/)
  })

  it('sees no total on the board, and neither another course nor a class of the school\'s', async () => {
    const { db } = await freshDatabase(engine)
    const { works, ownClass } = await school(db)
    const { id, teacher, pupil } = await works('one', 3)
    await closeAssignment(db, teacher, id)
    expect(JSON.stringify(await courseBoard(db, teacher))).not.toMatch(/points|"max"|"name"/)
    const other = await works('one', 3, { course: 'another' })
    const { classId, assignment, first } = await classWithLesson(db, lesson)
    for (const [foreign, foreignClass, whose] of [[other.id, other.classId, other.pupil.id], [assignment.id, classId, first.id]] as const) {
      for (const attempt of [
        () => ensureAssignment(db, teacher, foreign), () => closeAssignment(db, teacher, foreign),
        () => reopenAssignment(db, teacher, foreign), () => beginAnew(db, teacher, foreign),
        () => letCatchUp(db, teacher, foreign, whose), () => giveSecondGo(db, teacher, foreign, whose),
        () => setExcused(db, teacher, foreign, { pupilId: whose, excused: true }), () => boardOf(db, teacher, foreignClass, true),
        () => boardOf(db, { ...teacher, courseId: ownClass }, ownClass, true), () => erasePupil(db, teacher, whose),
      ]) await expect(attempt()).rejects.toMatchObject({ kind: 'not-found' })
    }
    await expect(setExcused(db, teacher, id, { pupilId: other.pupil.id, excused: true })).rejects.toMatchObject({ kind: 'not-found' })
    expect(pupil.id).not.toBe(other.pupil.id)
  })

  it('reads what may be said of a class from ten on, and of one person each lesson counts once in all of that LMS', async () => {
    const { db } = await freshDatabase(engine)
    const { works } = await school(db)
    const people = Array.from({ length: 12 }, (_, index) => `person ${index}`)
    const [first] = await Promise.all([works('person 0', 0)])
    for (const [index, person] of people.slice(1, 9).entries()) await works(person, index + 1)
    expect(await over(db, first.teacher, first.id)).toBeNull()
    await works('person 9', 9)
    expect(await over(db, first.teacher, first.id)).toBe(10)
    // A second activity with the same lesson for all but one, or a second course: the difference would be one pupil's answers.
    for (const where of [{ link: 'second' }, { course: 'second' }]) {
      const all = await Promise.all([works('person 1', 1, where)])
      for (const [index, person] of people.slice(2, 10).entries()) await works(person, index + 2, where)
      for (const person of people.slice(10)) await works(`${person} ${where.link}`, 3, where)
      expect(await over(db, all[0].teacher, all[0].id)).toBeNull()
    }
    const entered = await db.selectFrom('quiz_entry').select('pupil_id').where('assignment_id', '!=', first.id).execute()
    expect(entered).toHaveLength(4)
  })
})

describe('what is kept of a pupil who came from an LMS', () => {
  it('is shown to them, handed over by the LMS\'s own id with no total that is nobody\'s to be told, and erased', async () => {
    const { db } = await freshDatabase('sqlite')
    const { staff, opens, works } = await school(db)
    const { id, classId, teacher, pupil } = await works('person-1', 0)
    await works('person-2', 1)
    const mine = await myData(db, pupil, () => lesson)
    expect(mine).toMatchObject({ name: '', className: 'PSHE', work: [{ status: 'finished', total: { points: 2, max: 3 } }] })
    const course = await courseOf(db, staff, classId)
    const { pupils } = await pupilsOfCourse(db, staff, classId)
    expect(pupils.map(({ lmsUserId }) => lmsUserId).sort()).toEqual(['person-1', 'person-2'])
    await db.insertInto('lti_score').values({
      link_id: (await db.selectFrom('lti_link').select('id').executeTakeFirstOrThrow()).id, pupil_id: pupil.id, school_id: staff.schoolId,
      points: 2, max: 3, state: 'waiting', tries: 0, next_at: '2026-01-01T00:00:00.000Z', reason: null,
    }).execute()
    const own = async () => (await courseData(db, course, pupil.id)).pupils
    expect(await own()).toMatchObject([{ id: pupil.id, lms_user_id: 'person-1', attempts: [{ status: 'finished' }], grades_for_the_lms: [{ state: 'waiting' }] }])
    expect(JSON.stringify(await own())).not.toMatch(/"points"|person-2|state":"A/)
    await db.updateTable('lti_score').set({ state: 'sent' }).execute()
    expect(await own()).toMatchObject([{ grades_for_the_lms: [{ state: 'sent', points: 2, max: 3 }] }])
    await closeAssignment(db, teacher, id)
    expect(await own()).toMatchObject([{ attempts: [{ points: 2, max: 3 }] }])
    // Who is at it again is at it: the total is told when that is over.
    await giveSecondGo(db, teacher, id, pupil.id)
    expect((await own())[0]?.attempts[0]).not.toHaveProperty('points')
    await expect(erasePupil(db, staff, pupil.id)).rejects.toMatchObject({ kind: 'not-found' })
    await erasePupil(db, course, pupil.id)
    expect((await pupilsOfCourse(db, staff, classId)).pupils.map(({ lmsUserId }) => lmsUserId)).toEqual(['person-2'])
    for (const table of ['attempt', 'lti_score', 'quiz_entry', 'pupil_session'] as const)
      expect(await db.selectFrom(table).selectAll().where('pupil_id', '=', pupil.id).execute(), table).toEqual([])
    expect(await db.selectFrom('erasure').select('subject_id').where('subject_id', '=', pupil.id).execute()).toHaveLength(1)
    expect((await opens('person-1')).pupil.id).not.toBe(pupil.id)
  })
})
