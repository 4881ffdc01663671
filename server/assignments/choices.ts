/** To whom and when a teacher can assign something, for the sheet that asks it. */
import type { AssignChoices, ClassToAssign, GivenBefore } from '#shared/api/assignments'
import { readPart } from '#shared/lesson/part'
import { byName } from '#shared/people/by-name'
import { schoolYearOf } from '#shared/people/class-fields'
import { daysAfter } from '#shared/lesson/school-days'
import { classesOf, type StaffViewer } from '../accounts/staff/class-access.ts'
import { schoolYearEnd, usualOf } from '../classes/classes.ts'
import { groupsOf } from '../classes/group-rows.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { today } from './assignments.ts'
import { holidaysOf } from './calendar.ts'

type Given = Pick<Row<'assignment'>, 'class_id' | 'lesson_id' | 'kind' | 'part' | 'group_id' | 'opens_on' | 'due_on' | 'closed_at'>

const given = (row: Given): GivenBefore => ({
  lessonId: row.lesson_id,
  kind: row.kind,
  part: readPart(row.part),
  groupId: row.group_id,
  opensOn: row.opens_on,
  dueOn: row.due_on,
  isClosed: row.closed_at !== null,
})

/**
 * @param ends last day of the school year before this one
 * @returns what a class was called in that year, as far as anybody knows: one that was moved on before this year ends was in it
 * under a name before the last
 */
function calledIn({ name, name_before: before, year_ends: classEnds }: Row<'class'>, ends: string) {
  const yearsSince = Number(classEnds.slice(0, 4)) - Number(ends.slice(0, 4))
  if (yearsSince <= 0) return { name, isNameOfThen: true }
  return yearsSince === 1 && before !== null ? { name: before, isNameOfThen: true } : { name, isNameOfThen: false }
}

/** @returns the first day of the school year that ends on a day */
const yearBefore = (ends: string) => daysAfter(`${Number(ends.slice(0, 4)) - 1}${ends.slice(4)}`, 1)

export async function choicesOf(db: Db, staff: StaffViewer, now = new Date()): Promise<AssignChoices> {
  const { year_ends: ends } = await db.selectFrom('school').select('year_ends').where('id', '=', staff.schoolId).executeTakeFirstOrThrow()
  const day = today(now)
  const begins = yearBefore(schoolYearEnd(ends, day))
  const beganBefore = yearBefore(daysAfter(begins, -1))
  const classes = (await classesOf(db, staff)
    .selectAll('class')
    .select(({ selectFrom, fn }) =>
      selectFrom('pupil').whereRef('pupil.class_id', '=', 'class.id').select(fn.countAll<number>().as('count')).as('pupils'))
    .execute()).toSorted(byName)
  const ids = classes.map(({ id }) => id)
  const [assignments, groups, holidays] = await Promise.all([
    ids.length === 0
      ? []
      : db
          .selectFrom('assignment')
          .select(['class_id', 'lesson_id', 'kind', 'part', 'group_id', 'opens_on', 'due_on', 'closed_at'])
          .where('class_id', 'in', ids)
          .where('removed_at', 'is', null)
          .orderBy('place')
          .execute(),
    groupsOf(db, ids),
    holidaysOf(db, staff.schoolId),
  ])
  const byClass = Map.groupBy(assignments, row => row.class_id)
  const ofLastYear = (row: Given) => row.opens_on >= beganBefore && row.opens_on < begins && row.group_id === null
  return {
    today: day,
    classes: classes.filter(one => one.archived_at === null).map((one): ClassToAssign => ({
      id: one.id,
      name: one.name,
      year: schoolYearOf(one),
      pupils: Number(one.pupils ?? 0),
      ...usualOf(one),
      groups: (groups.get(one.id) ?? []).map(({ id, name, pupilIds }) => ({ id, name, pupils: pupilIds.length })),
      given: (byClass.get(one.id) ?? []).map(given),
    })),
    holidays,
    lastYear: classes.flatMap((one) => {
      const own = (byClass.get(one.id) ?? []).filter(ofLastYear).map(given)
      return own.length === 0 ? [] : [{ classId: one.id, ...calledIn(one, daysAfter(begins, -1)), given: own }]
    }),
    yearsBegin: [beganBefore, begins],
  }
}
