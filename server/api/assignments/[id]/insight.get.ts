/**
 * `GET /api/assignments/<id>/insight`: what may be said of what the class made of a lesson, in words. What it answers was kept
 * before it is seen.
 */
import { defineEventHandler, getRouterParam } from 'h3'
import type { LessonInsight } from '#shared/api/insight'
import { requireTeacher } from '../../../edge/people/require-teacher.ts'
import { requireAssignedLesson } from '../../../content/app/assigned-lesson.ts'
import { requestedLocale } from '../../../edge/request/locale-in.ts'
import { ensureAssignment } from '../../../assignments/assignments.ts'
import { isClosedForGood } from '../../../assignments/closing.ts'
import { lookedBackAt } from '../../../assignments/look-back.ts'
import { RULES } from '../../../insight/statements.ts'
import { insightOf, lookedBackOn, worthIt } from '../../../insight/insight.ts'
import { findPack } from '../../../content/library/library.ts'
import { tomorrowOf } from '../../../content/library/pack-view.ts'
import { lookWhileOpen } from '../../../insight/looks.ts'
import { shownOf } from '../../../insight/shown.ts'

export default defineEventHandler(async (event): Promise<LessonInsight> => {
  const { teacher, db } = await requireTeacher(event)
  const assignment = await ensureAssignment(db, teacher, getRouterParam(event, 'id') ?? '')
  const { lesson, library } = await requireAssignedLesson(assignment, requestedLocale(event))
  const { lesson: counted } = await requireAssignedLesson(assignment)
  if (!isClosedForGood(assignment)) await lookWhileOpen(db, assignment, lesson)
  const shown = await shownOf(db, [assignment.id])
  const insight = insightOf(lesson, shown.get(assignment.id) ?? [], counted)
  const earlier = await lookedBackAt(db, assignment)
  const before = earlier === undefined ? [] : (await shownOf(db, [earlier])).get(earlier) ?? []
  const pack = findPack(library, lesson.id, lesson.locale)
  return {
    lessonId: lesson.id,
    title: lesson.title,
    locale: lesson.locale,
    kind: assignment.kind,
    classId: assignment.class_id,
    isClosed: assignment.closed_at !== null,
    least: RULES.least,
    step: RULES.step,
    insight,
    lookedBack: lookedBackOn(insightOf(lesson, before, counted), insight),
    tomorrow: pack ? worthIt(tomorrowOf(pack, lesson) ?? [], insight) : [],
  }
})
