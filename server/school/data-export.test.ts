import { describe, expect, it } from 'vitest'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, today } from '../assignments/assignments'
import { takeEvents } from '../assignments/attempts'
import { dataOf } from './data-export'
import { closeForGood } from '../../tests/support/databases/closed'
import { keepWording } from '../insight/wording'
import { addPupils } from '../../tests/support/databases/add-pupils'

describe.each(engines)('what is kept, as a file, on %s', (engine) => {
  it('has everybody by name, as people sort names', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId } = await seededSchool(db, { pupils: 0 })
    await addPupils(db, staff, 'secret', classId, ['Zoë', 'ali', 'Émile', 'Pupil 10', 'Pupil 9'])
    expect((await dataOf(db, staff, classId)).pupils.map(({ name }) => name)).toEqual(['ali', 'Émile', 'Pupil 9', 'Pupil 10', 'Zoë'])
  })

  it('holds a pupil\'s attempts and no secret, and nothing of another pupil when one is asked for', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, pupilIds: [first = '', second = ''], schoolId } = await seededSchool(db, { pupils: 2 })
    const lesson = fixtureLesson()
    await assign(db, staff, { classId, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
    const [assignment] = await assignmentsOf(db, staff, classId)
    if (!assignment) throw new Error('one was assigned')
    const quiz = lesson.screens.find(screen => screen.type === 'quiz')
    if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')
    const responses = Object.fromEntries(drawItems(quiz, 1).map(({ id }) => [id, 'keep']))
    await takeEvents(db, { id: first, schoolId, classId, name: 'Pupil 1' }, assignment, lesson, [
      { id: 'go', change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(1), responses }) } },
    ])
    await takeEvents(db, { id: first, schoolId, classId, name: 'Pupil 1' }, assignment, lesson, [{ id: 'e', change: { kind: 'finished' } }])
    const all = await dataOf(db, staff, classId)
    expect(all.pupils.map(({ id, attempts }) => [id, attempts.length])).toEqual([[first, 1], [second, 0]])
    expect(JSON.stringify(all)).not.toMatch(/hash/)
    // While it is open the file says that it is done and no more; afterwards the total, and never an answer.
    expect(all.pupils[0]?.attempts).toEqual([
      { assignment_id: assignment.id, lesson_id: lesson.id, kind: 'lesson', status: 'finished', lesson_version: lesson.version, second_go: 0 },
    ])
    expect(JSON.stringify([all, await dataOf(db, staff, classId, first)])).not.toMatch(/keep|state|points/)
    expect(JSON.stringify(await dataOf(db, staff, classId, first))).not.toContain(second)
    await closeForGood(db, staff, assignment.id, lesson)
    const closed = await dataOf(db, staff, classId)
    expect(closed.pupils[0]?.attempts).toMatchObject([{ status: 'finished', points: 0, max: 3 }])
    expect(JSON.stringify(closed)).not.toMatch(/keep|state/)
    expect(closed.countedWithoutPupils).toEqual([])
    await expect(dataOf(db, staff, classId, 'nobody')).rejects.toMatchObject({ kind: 'not-found' })
    await expect(dataOf(db, { ...staff, id: 'stranger' }, classId)).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('lists what a pupil did in the order of the lessons, whichever they began first', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, pupilIds: [pupil = ''], schoolId } = await seededSchool(db, { pupils: 1 })
    const lessonIds = ['a', 'b', 'c']
    await assign(db, staff, { classId, lessonIds, opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
    const assignments = await assignmentsOf(db, staff, classId)
    for (const { id } of [...assignments].reverse())
      await db.insertInto('attempt').values({
        id: `of ${id}`, school_id: schoolId, assignment_id: id, pupil_id: pupil, state: '', status: 'finished', lesson_version: 1, changes: 0,
      }).execute()
    const [only] = (await dataOf(db, staff, classId)).pupils
    expect(only?.attempts.map(({ lesson_id: lesson }) => lesson)).toEqual(lessonIds)
  })

  it('says of a class what its page says, in words, and nothing of a class of one', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId, schoolId } = await seededSchool(db, { pupils: 1 })
    const lesson = fixtureLesson()
    await assign(db, staff, { classId, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
    const [assignment] = await assignmentsOf(db, staff, classId)
    await db
      .insertInto('insight_look')
      .values([
        {
          school_id: schoolId,
          assignment_id: assignment?.id ?? '',
          form: 'quiz',
          over: 10,
          classes: 1,
          said: JSON.stringify({ 'option one tell': { of: 10, word: 4 } }),
        },
        { school_id: schoolId, assignment_id: assignment?.id ?? '', form: 'quiz', over: 15, classes: 1, said: null },
      ])
      .execute()
    // With the words that were answered, whatever the lesson says by now.
    const edition = await keepWording(db, { id: assignment?.id ?? '', school_id: schoolId }, 'quiz', lesson)
    expect(await db.selectFrom('insight_look').select('edition').execute()).toEqual([{ edition }, { edition }])
    expect((await dataOf(db, staff, classId)).countedWithoutPupils).toEqual([
      {
        assignment_id: assignment?.id,
        form: 'quiz',
        over: 10,
        classes: 1,
        asked: expect.arrayContaining([{
          id: 'one',
          vignette: 'Kicka asks Sam to keep their chats a secret.',
          question: 'What could Sam do?',
          options: [
            { id: 'tell', text: 'Tell a trusted adult' },
            { id: 'keep', text: 'Keep the secret' },
            { id: 'ask', text: 'Ask Kicka why' },
          ],
        }]) as object,
        beliefs: [{ id: 'secrets', text: 'A promise to keep a secret must be kept.' }],
        said: [{ what: 'option one tell', of: 10, how_many: 'nearly-all' }],
      },
    ])
  })
})
