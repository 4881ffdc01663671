/**
 * What is kept of a pupil, for the pupil: in their own session, which cannot prove who holds it. So it says of answers that they
 * are there, and not which.
 */
import type { MyData, MyWork } from '#shared/api/my'
import { byName } from '#shared/people/by-name'
import { readPart } from '#shared/lesson/part'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import { isActivity } from '#activities/is-activity'
import { unpackedAnswer } from '#activities/scoring'
import type { Lesson } from '#activities/lesson'
import type { Pupil } from '../classes/pupil-session.ts'
import { classOutline } from './attempts.ts'
import { isClosedForGood } from './closing.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'

type Work = Pick<Row<'assignment'>, 'lesson_id' | 'kind' | 'part' | 'order_seed' | 'left_out' | 'put_in'>

/** @param lessonOf the lesson of an assignment, as its class takes it */
export async function myData(
  db: Db,
  pupil: Pupil,
  lessonOf: (assignment: Work) => Lesson | undefined,
): Promise<MyData> {
  const me = await db
    .selectFrom('pupil')
    .innerJoin('class', 'class.id', 'pupil.class_id')
    .select(['pupil.name', 'class.name as className', 'pupil.created_at', 'card_made_on'])
    .where('pupil.id', '=', pupil.id)
    .executeTakeFirstOrThrow()
  const sessions = await db
    .selectFrom('pupil_session')
    .select('token_hash')
    .where('pupil_id', '=', pupil.id)
    .where('ended', 'is', null)
    .execute()
  const checks = await db
    .selectFrom('check_done')
    .select(['assignment_id', 'form'])
    .where('pupil_id', '=', pupil.id)
    .orderBy('form')
    .execute()
  const groups = await db
    .selectFrom('class_group_pupil')
    .innerJoin('class_group', 'class_group.id', 'group_id')
    .select('class_group.name')
    .where('pupil_id', '=', pupil.id)
    .execute()
  const rows = await db
    .selectFrom('assignment')
    .leftJoin('attempt', join => join.onRef('attempt.assignment_id', '=', 'assignment.id').on('attempt.pupil_id', '=', pupil.id))
    .leftJoin('excuse', join => join.onRef('excuse.assignment_id', '=', 'assignment.id').on('excuse.pupil_id', '=', pupil.id))
    .leftJoin('catch_up', join => join.onRef('catch_up.assignment_id', '=', 'assignment.id').on('catch_up.pupil_id', '=', pupil.id))
    .select(['assignment.id', 'lesson_id', 'kind', 'part', 'order_seed', 'left_out', 'put_in', 'closed_at', 'can_reopen', 'ends_on'])
    .select(['attempt.status', 'points', 'max', 'state', 'second_go', 'excuse.pupil_id as excused'])
    .where('assignment.school_id', '=', pupil.schoolId)
    .where(({ or, eb }) => or((['attempt', 'excuse', 'catch_up'] as const).map(table => eb(`${table}.pupil_id`, '=', pupil.id))))
    .orderBy('opens_on')
    .orderBy('place')
    .execute()
  return {
    name: me.name,
    className: me.className,
    addedOn: me.created_at.slice(0, 10),
    cardMadeOn: me.card_made_on,
    sessions: sessions.length,
    groups: groups.sort(byName).map(({ name }) => name),
    work: rows.map((row): MyWork => {
      const lesson = lessonOf(row)
      return {
        lesson: lesson?.title ?? row.lesson_id,
        kind: row.kind,
        part: readPart(row.part),
        status: row.status,
        isExcused: row.excused !== null,
        isClosed: row.closed_at !== null && row.ends_on === null,
        isDeleted: isClosedForGood(row) && row.ends_on === null,
        catchUpEndsOn: row.ends_on,
        hasSecondGo: (row.second_go ?? 0) > 0,
        total: row.points === null || row.max === null ? null : { points: row.points, max: row.max },
        checks: checks.filter(({ assignment_id: of }) => of === row.id).map(({ form }) => form),
        ...placeIn(lesson, row.state),
      }
    }),
  }
}

function placeIn(lesson: Lesson | undefined, state: string | null): Pick<MyWork, 'place' | 'done' | 'questionsDone'> {
  const decoded = lesson ? decodeAttempt(classOutline(lesson), state) : undefined
  if (!lesson || decoded?.kind !== 'attempt') return { place: null, done: [], questionsDone: 0 }
  const { screenId, marks, answers } = decoded.attempt
  const titleOf = (id: string) => lesson.screens.find(screen => screen.id === id)?.title ?? id
  const answered = lesson.screens.flatMap((screen) => {
    const packed = answers[screen.id]
    return isActivity(screen) && screen.type === 'quiz' && packed !== undefined
      ? Object.keys(unpackedAnswer<'quiz'>(screen, packed)?.responses ?? {})
      : []
  })
  return {
    place: titleOf(screenId),
    done: lesson.screens.filter(({ id }) => marks[id] === 'done').map(({ title }) => title),
    questionsDone: answered.length,
  }
}
