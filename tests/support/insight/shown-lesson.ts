/** A class with what was shown of a lesson, as rows: no answer is behind it, as after closing. */
import type { Lesson } from '#activities/lesson'
import { keys } from '../../../server/insight/sheet.ts'
import type { Word } from '../../../server/insight/statements.ts'
import { editionOf, wordingOf } from '../../../server/insight/wording.ts'
import type { Db } from '../../../server/platform/database/client.ts'
import { newId } from '../../../server/platform/security/tokens.ts'

export interface ShownLesson {
  readonly name?: string
  readonly kind?: 'lesson' | 'booster'
  /** By belief of the quiz. */
  readonly words: Readonly<Record<string, Word>>
  /** Null while the class is at it. */
  readonly closedAt: string | null
  readonly opensOn: string
  readonly yearEnds: string
  /** A class that is there already. */
  readonly classId?: string
  /** With how many others it was counted together, and itself. */
  readonly classes?: number
}

/** @returns the class and the assignment */
export async function shownLesson(
  db: Db,
  schoolId: string,
  lesson: Lesson,
  { name = '5 Rowan', kind = 'lesson', words, closedAt, opensOn, yearEnds, classId, classes = 1 }: ShownLesson,
): Promise<{ readonly classId: string, readonly assignmentId: string }> {
  const id = classId ?? newId()
  const at = new Date(`${opensOn}T09:00:00Z`).toISOString()
  if (classId === undefined) {
    await db.insertInto('class').values({
      id, school_id: schoolId, name, code: newId(), created_at: at, year_ends: yearEnds, archived_at: null, open_until: null, made_by: null,
    }).execute()
  }
  const assignmentId = newId()
  await db.insertInto('assignment').values({
    id: assignmentId, school_id: schoolId, class_id: id, lesson_id: lesson.id, place: 0, kind, opens_on: opensOn, due_on: null,
    created_at: at, closed_at: closedAt,
  }).execute()
  const wording = wordingOf(lesson, 'quiz')
  const edition = editionOf(wording)
  await db.insertInto('insight_wording')
    .values({ school_id: schoolId, assignment_id: assignmentId, form: 'quiz', edition, wording: JSON.stringify(wording) }).execute()
  await db.insertInto('insight_look').values({
    school_id: schoolId, assignment_id: assignmentId, form: 'quiz', edition, over: 20, classes,
    said: JSON.stringify(Object.fromEntries(Object.entries(words).map(([belief, word]) => [keys.belief(belief), { of: 20, word }]))),
  }).execute()
  return { classId: id, assignmentId }
}
