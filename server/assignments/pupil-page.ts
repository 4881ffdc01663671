/** One pupil, as staff who have the class may know them. Never when they worked, never a choice; a total when it is asked for. */
import type { PupilInFull, PupilLesson, PupilScore } from '#shared/api/assignments'
import type { ClassViewer } from '../accounts/staff/class-access.ts'
import { Refusal } from '../platform/refusal.ts'
import { isLetInAt } from '../classes/classes.ts'
import { groupsOf } from '../classes/group-rows.ts'
import { isAccountJoined } from '../classes/pupil-accounts.ts'
import { boardOf } from './board.ts'
import type { Db } from '../platform/database/client.ts'

/** What a lesson is called is the library's. */
type WithoutTitles = Omit<PupilInFull, 'lessons'> & { readonly lessons: readonly Omit<PupilLesson, 'title' | 'locale' | 'cover'>[] }

/** @throws `not-found` where the pupil is not in the class, or it is not theirs */
export async function pupilInFull(db: Db, staff: ClassViewer, classId: string, pupilId: string, now = new Date()): Promise<WithoutTitles> {
  const board = await boardOf(db, staff, classId, true, now)
  const shown = board.pupils.find(({ id }) => id === pupilId)
  const row = await db.selectFrom('pupil').select(['card_made_on', 'let_in_until']).where('id', '=', pupilId)
    .where('class_id', '=', classId).executeTakeFirst()
  if (!shown || !row) throw new Refusal('not-found', 'not-in-class')
  const tried = board.trouble.tried.find(({ id }) => id === pupilId)
  const ofClass = (await groupsOf(db, [classId])).get(classId) ?? []
  return {
    id: shown.id,
    name: shown.name,
    className: board.className,
    groups: ofClass.filter(({ pupilIds }) => pupilIds.includes(pupilId)).map(group => group.name),
    isArchived: board.isArchived,
    hasCard: row.card_made_on !== null,
    hasAccount: await isAccountJoined(db, pupilId),
    trouble: tried ? { mustWait: tried.mustWait } : null,
    letInUntil: isLetInAt(now, row) ? row.let_in_until : null,
    lessons: board.assignments.flatMap(({ id, lessonId, kind, part, opensOn, hasOpened, isClosed }, index) => {
      const cell = shown.cells[index]
      if (!cell || cell.progress === 'not-theirs') return []
      const { progress, isCatchingUp, hasSecondGo, max } = cell
      return [{ id, lessonId, kind, part, opensOn, hasOpened, isClosed, progress, isCatchingUp, hasSecondGo, hasScore: max !== null }]
    }),
  }
}

/** @throws `not-found` where there is no such pupil or work, or no total that may be told */
export async function pupilScore(db: Db, staff: ClassViewer, classId: string, pupilId: string, assignmentId: string): Promise<PupilScore> {
  const board = await boardOf(db, staff, classId, true)
  const place = board.assignments.findIndex(({ id }) => id === assignmentId)
  const cell = board.pupils.find(({ id }) => id === pupilId)?.cells[place]
  if (!cell || cell.max === null) throw new Refusal('not-found', 'no-score')
  return { points: cell.points ?? 0, max: cell.max }
}
