/** `POST /api/lti/pick` with what was chosen: what the page hands to the LMS. */
import { defineEventHandler } from 'h3'
import { pickedBody, type PickedLessons } from '#shared/api/lti'
import type { Lesson } from '#activities/lesson'
import { partText, wholeLesson } from '#shared/lesson/part'
import { appLibrary } from '../../content/app/app-library.ts'
import { assignedLesson, ensureChosenLessons } from '../../content/app/assigned-lesson.ts'
import type { Library } from '../../content/library/library.ts'
import { requirePicking } from '../../edge/people/require-lti-teacher.ts'
import { readInput } from '../../edge/request/input.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'
import { pickedMessage, type Chosen } from '../../lti/deep-link.ts'
import { asItComes, type Options } from '../../lti/options.ts'
import { say, type Sentence } from '../../platform/sentences.ts'

export default defineEventHandler(async (event): Promise<PickedLessons> => {
  const { teacher, picking, db } = await requirePicking(event)
  const { lessonIds, withGrades, dueOn, lookBack, ...options } = await readInput(event, pickedBody)
  await ensureChosenLessons({ lessonIds, ...options })
  const library = await appLibrary()
  const locale = requestedLocale(event)
  const items = [
    ...lessonIds.map(id => activityOf(library, id, { ...asItComes, ...options }, locale)),
    // A look back is the same whatever was given; a lesson without a quiz has none.
    ...(lookBack ? lessonIds.filter(id => hasQuiz(library, id)).map(id => activityOf(library, id, { ...asItComes, kind: 'booster' }, locale)) : []),
  ]
  return pickedMessage(db, teacher.platform, picking, items, { withGrades, dueOn })
})

const givenOf = (id: string, { kind, part, leftOut, putIn }: Options) =>
  ({ lesson_id: id, kind, part: partText(part), order_seed: null, left_out: leftOut.join(' '), put_in: putIn.join(' ') })
const quizOf = (lesson: Lesson | undefined) => lesson?.screens.find(screen => screen.type === 'quiz')
const hasQuiz = (library: Library, id: string) =>
  quizOf(assignedLesson(library, givenOf(id, { ...asItComes, part: wholeLesson }))) !== undefined

function activityOf(library: Library, lessonId: string, options: Options, locale: string): Chosen {
  const lesson = assignedLesson(library, givenOf(lessonId, options), locale)
  const quiz = quizOf(lesson)
  return {
    lessonId,
    options,
    title: say(titleOf(lesson?.title ?? lessonId, lesson, options), locale),
    most: quiz?.type === 'quiz' ? quiz.draw : 1,
  }
}

function titleOf(title: string, lesson: Lesson | undefined, { kind, part }: Options): Sentence {
  if (kind === 'booster') return { key: 'lti-title-look-back', values: { title } }
  switch (part.kind) {
    case 'sitting': return { key: part.sitting === 1 ? 'lti-title-first' : 'lti-title-second', values: { title } }
    case 'quiz': return { key: 'lti-title-quiz', values: { title } }
    case 'practice': {
      const practice = lesson?.screens.find(({ id }) => id === part.screen)?.title ?? ''
      return { key: 'lti-title-practice', values: { title, practice } }
    }
    case 'whole': return { key: 'lti-title', values: { title } }
  }
}
