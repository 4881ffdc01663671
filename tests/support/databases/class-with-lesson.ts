/** A class that was given the lesson of tests, and what its pupils do with it. */
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import type { Lesson } from '#activities/lesson'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { assign, assignmentsOf, today } from '../../../server/assignments/assignments'
import type { Db } from '../../../server/platform/database/client'
import { schoolWith } from './seed-school'

export async function classWithLesson(db: Db, lesson: Lesson, pupils = 3) {
  const school = await schoolWith(db, { pupils })
  await assign(db, school.staff, {
    classId: school.classId, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null,
  })
  const [assignment] = await assignmentsOf(db, school.staff, school.classId)
  if (!assignment) throw new Error('one was assigned')
  const all = school.pupilIds.map(id => ({ id, schoolId: school.schoolId, classId: school.classId, name: 'Pupil' }))
  const [first, second, third] = all
  if (!first || !second || !third) throw new Error('a class has three pupils at least')
  return { ...school, assignment, pupils: all, first, second, third }
}

/** A whole go at the quiz with so many right answers, as a device tells it. */
export function wholeGo(lesson: Lesson, right: number, { id = `go-${right}`, seed = 7 } = {}): AttemptEvent {
  const quiz = lesson.screens.find(screen => screen.type === 'quiz')
  if (quiz?.type !== 'quiz') throw new Error('the lesson has a quiz')
  const responses = Object.fromEntries(
    drawItems(quiz, seed).map(({ id: item, options }, index) =>
      [item, options.find(({ correct }) => (correct === true) === (index < right))?.id ?? '']),
  )
  return { id, change: { kind: 'answered', screen: quiz.id, packed: pack({ ...newGo(seed), responses }) } }
}

export const finish: AttemptEvent = { id: 'finish', change: { kind: 'finished' } }
