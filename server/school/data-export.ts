/**
 * What is kept about a class or one of its pupils, to hand over when somebody asks (UK GDPR, article 15). Secrets are left out:
 * their hashes say nothing about anybody. So are single answers, and totals of work that is still open: the file goes to a
 * teacher, who is not to have them (docs/privacy.md says how such a request is answered). What the class said is what the page
 * for it shows, and nothing beyond.
 */
import type { ClassData } from '#shared/api/classes'
import { wordNames } from '#shared/api/insight'
import { byName } from '#shared/people/by-name'
import { classFieldsOf } from '#shared/people/class-fields'
import { Refusal } from '../platform/refusal.ts'
import { shownOf } from '../insight/shown.ts'
import { ensureClass, type ClassViewer } from '../accounts/staff/class-access.ts'
import type { Db } from '../platform/database/client.ts'

/** @param pupilId only this pupil's, or everybody's where it is left out */
export async function dataOf(db: Db, staff: ClassViewer, classId: string, pupilId?: string): Promise<ClassData> {
  const found = await ensureClass(db, staff, classId)
  // In no list here is an order that says when something was done.
  const pupils = (await db.selectFrom('pupil').select(['id', 'name', 'created_at']).where('class_id', '=', classId)
    .$if(pupilId !== undefined, query => query.where('id', '=', pupilId ?? '')).orderBy('id').execute()).sort(byName)
  if (pupilId !== undefined && pupils.length === 0) throw new Refusal('not-found', 'not-in-class')
  const assignments = await db
    .selectFrom('assignment')
    .select(['id', 'lesson_id', 'kind', 'opens_on', 'due_on', 'closed_at', 'group_id', 'removed_at'])
    .where('class_id', '=', classId)
    .orderBy('place')
    .execute()
  // By pupil, not by class: what they did in a class they were in before is theirs too.
  const attempts = await db
    .selectFrom('attempt')
    .innerJoin('assignment', 'assignment.id', 'attempt.assignment_id')
    .innerJoin('pupil', 'pupil.id', 'pupil_id')
    .select(['pupil_id', 'assignment_id', 'lesson_id', 'kind', 'status', 'points', 'max', 'lesson_version', 'second_go', 'closed_at'])
    .where('pupil.class_id', '=', classId)
    .orderBy('opens_on').orderBy('place').orderBy('assignment_id')
    .execute()
  const excuses = await db
    .selectFrom('excuse')
    .innerJoin('pupil', 'pupil.id', 'pupil_id')
    .select(['pupil_id', 'assignment_id'])
    .where('pupil.class_id', '=', classId)
    .execute()
  const catchUps = await db
    .selectFrom('catch_up')
    .innerJoin('pupil', 'pupil.id', 'pupil_id')
    .select(['pupil_id', 'assignment_id'])
    .where('pupil.class_id', '=', classId)
    .execute()
  const groups = (await db.selectFrom('class_group').select(['id', 'name']).where('class_id', '=', classId).execute()).sort(byName)
  const members = await db
    .selectFrom('class_group_pupil')
    .innerJoin('class_group', 'class_group.id', 'group_id')
    .select(['group_id', 'pupil_id'])
    .where('class_id', '=', classId)
    .execute()
  const groupsOf = (pupil: string) => members.filter(({ pupil_id: whose }) => whose === pupil).map(({ group_id: group }) => group)
  return {
    class: {
      id: found.id,
      ...classFieldsOf(found),
      createdAt: found.created_at,
      yearEnds: found.year_ends,
      archivedAt: found.archived_at,
      lessonDays: found.lesson_days,
      sameOrder: found.same_order === 1,
      boosterWeeks: found.booster_weeks,
      nameBefore: found.name_before,
      groups: groups.filter(({ id: group }) => pupilId === undefined || groupsOf(pupilId).includes(group)),
    },
    assignments,
    pupils: pupils.map(pupil => ({
      ...pupil,
      attempts: attempts
        .filter(({ pupil_id: whose }) => whose === pupil.id)
        .map(({ pupil_id: whose, closed_at: closed, points, max, ...attempt }) =>
          closed === null || catchUps.some(one => one.pupil_id === whose && one.assignment_id === attempt.assignment_id)
            ? attempt
            : { ...attempt, points, max }),
      catchesUpWith: catchUps.filter(({ pupil_id: whose }) => whose === pupil.id).map(({ assignment_id: assignment }) => assignment),
      excusedFrom: excuses.filter(({ pupil_id: whose }) => whose === pupil.id).map(({ assignment_id: assignment }) => assignment),
      groups: groupsOf(pupil.id),
    })),
    ...(pupilId === undefined
      ? {
          countedWithoutPupils: await saidInWords(
            db,
            assignments.map(({ id: assignment }) => assignment),
          ),
        }
      : {}),
  }
}

async function saidInWords(db: Db, assignmentIds: readonly string[]) {
  const shown = await shownOf(db, assignmentIds)
  return [...shown].flatMap(([assignment, forms]) =>
    forms.flatMap(({ form, wording, picture, classes }) =>
      picture === null
        ? []
        : [
            {
              assignment_id: assignment,
              form,
              over: picture.over,
              classes,
              asked: (wording?.questions ?? []).map(({ id, vignette, question, options }) => ({
                id,
                ...(vignette === undefined ? {} : { vignette }),
                question,
                options: options.map(({ id: option, text }) => ({ id: option, text })),
              })),
              beliefs: wording?.beliefs ?? [],
              said: Object.entries(picture.said).map(([what, { of, word }]) => ({ what, of, how_many: wordNames[word] })),
            },
          ],
    ),
  )
}
