/** A school to look around in: everybody's name is invented, and everything is made through the same functions as a real school's. */
import { randomInt } from 'node:crypto'
import type { PupilPictures } from '#shared/api/classes'
import { LONGEST_OPEN } from '#shared/api/opening'
import type { LoginPicture } from '#shared/people/login-pictures'
import type { Band } from '#shared/lesson/bands'
import { seededRandom } from '#shared/attempt/random'
import type { Lesson } from '#activities/lesson'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import type { Staff } from '../../../server/accounts/staff/staff-member.ts'
import { findLesson, lessonsIn, type Library } from '../../../server/content/library/library.ts'
import {
  assign,
  assignmentsOf,
  daysAfter,
  ensureAssignment,
  setExcused,
  today,
  type Assignment,
  type NewAssignments,
} from '../../../server/assignments/assignments.ts'
import { archiveClass, makeClass, openClass, readClass } from '../../../server/classes/classes.ts'
import type { Db } from '../../../server/platform/database/client.ts'
import { placeOf } from '../../../server/classes/joining.ts'
import { takeList } from '../../../server/classes/class-lists.ts'
import { UNDO_FOR } from '../../../server/classes/roster-changes.ts'
import { newId } from '../../../server/platform/security/tokens.ts'
import { makeCards } from '../../../server/classes/pupils.ts'
import { changeSchool } from '../../../server/school/school.ts'
import { newSetupKey, setUpSchool } from '../../../server/school/setup.ts'
import { addStaff, newStaffLink, setPasswordByLink } from '../../../server/accounts/staff/staff.ts'
import { closeAssignment, emptyClosed } from '../../../server/assignments/closing.ts'
import { doLesson, giveCheck, type Doing } from './work.ts'

const SCHOOL = 'Elderbrook School (demo)'
const classNames = { full: '5 Rowan', small: 'Wednesday group', old: '5 Hazel' } as const
/** Classes of the other ages, of which each is there as soon as there are lessons for it. */
const otherClasses = { '7-9': '3 Willow', '14-16': '10 Cedar' } as const satisfies Partial<Record<Band, string>>

const fullClass = [
  'Ayo', 'Beatrix', 'Cai', 'Dilys', 'Ewan', 'Farah', 'Gethin', 'Harriet', 'Idris', 'Jaya', 'Kofi', 'Leila', 'Mateusz', 'Nia',
  'Oscar', 'Priya', 'Quinn', 'Rhys', 'Sana', 'Tomasz', 'Una', 'Viktor', 'Wren', 'Xanthe', 'Yusuf', 'Zadie', 'Callum', 'Esme',
]
const smallClass = ['Aneeka', 'Bryn', 'Dougal', 'Femi', 'Orla', 'Teo']
const otherPupils = ['Amina', 'Bethan', 'Corey', 'Daisy', 'Elin', 'Finlay', 'Greta', 'Hugo', 'Isla', 'Jakub', 'Keira', 'Luca', 'Maisie', 'Nikhil']
const oldClass = ['Alba', 'Blessing', 'Dylan', 'Eilidh', 'Hamza', 'Ines', 'Joss', 'Kasia', 'Morgan', 'Noor', 'Rowan', 'Tariq']

interface DemoAccount {
  readonly email: string
  readonly password: string
}

export interface DemoSchool {
  readonly admin: DemoAccount
  readonly teacher: DemoAccount
  readonly code: string
  readonly pupil: { readonly name: string, readonly pictures: readonly LoginPicture[] }
}

const signs = 'bcdfghjkmnpqrtvwxz23456789'

/** Sixteen signs at random, in groups that are easy to type. */
function newPassword(): string {
  const group = () => Array.from({ length: 4 }, () => signs[randomInt(signs.length)]).join('')
  return Array.from({ length: 4 }, group).join('-')
}

interface Place {
  readonly db: Db
  readonly library: Library
  /** The server's own key. */
  readonly secret: string
  readonly now: Date
}

/**
 * Makes a school in an empty database: an admin, a teacher, and a class for each age that there are lessons for, and more (28 pupils,
 * 6, an archived one), with lessons in every state. Every lesson there is is assigned somewhere.
 * @throws where there is a school already
 */
export async function seedDemo(place: Place): Promise<DemoSchool> {
  const { db } = place
  const key = await newSetupKey(db)
  if (key === undefined) throw new Error('There is a school in this database already, so the demo leaves it alone.')
  const admin = { name: 'Ms Adeyemi', email: 'admin@demo.example', password: newPassword() }
  const teacher = { name: 'Mr Lloyd', email: 'teacher@demo.example', password: newPassword() }
  const { schoolId, staffId } = await setUpSchool(db, key, { school: SCHOOL, ...admin })
  const by = { id: staffId, schoolId }
  await changeSchool(db, by, {
    name: SCHOOL,
    helpContact: 'Ms Adeyemi in room 4, or any adult at school',
    nation: 'england',
    yearEnds: '07-31',
    keepMonths: 1,
    secondStep: 'nobody',
    pupilAccounts: false,
  })
  const teacherId = await addStaff(db, by, { name: teacher.name, email: teacher.email, role: 'teacher' })
  await setPasswordByLink(db, (await newStaffLink(db, by, teacherId)).key, teacher.password)
  const staff: Staff = { id: teacherId, schoolId, role: 'teacher', name: teacher.name, email: teacher.email }

  const { code, pupil } = await makeFullClass(place, staff)
  await makeSmallClass(place, staff)
  await makeOldClass(place, staff)
  for (const [band, name] of Object.entries(otherClasses)) await makeOtherClass(place, staff, band as Band, name)
  return { admin, teacher, code, pupil }
}

interface Made {
  readonly classId: string
  readonly pupils: readonly PupilPictures[]
  readonly assignments: readonly Assignment[]
}

async function makeWith(
  { db, secret, now }: Place,
  staff: Staff,
  name: string,
  names: readonly string[],
  lessons: readonly Omit<NewAssignments, 'classId'>[],
): Promise<Made> {
  const { id: classId } = await makeClass(db, staff, name, now)
  const list = { classId, name: '', year: '' as const, staffIds: [], names: [...names], again: false }
  // The day to undo it is over.
  const taken = await takeList(db, staff, secret, newId(), [list], new Date(now.getTime() - 2 * UNDO_FOR))
  const pupils = taken.classes.flatMap(one => one.pupils)
  for (const wanted of lessons) await assign(db, staff, { classId, ...wanted })
  return { classId, pupils, assignments: await assignmentsOf(db, staff, classId) }
}

/** A lesson that opens so many days from now. */
const from = (now: Date, lesson: string, days: number, dueAfter: number | null, boosterWeeks: number | null = null) =>
  ({ lessonIds: [lesson], opensOn: daysAfter(today(now), days), weekly: false, dueAfter, boosterWeeks })

/** @returns all other lessons of an age, one a week from next week on; none where there are no others */
function othersFrom({ library, now }: Place, band: Band, used: readonly string[]): Omit<NewAssignments, 'classId'>[] {
  const others = lessonsIn(library, DEFAULT_LOCALE).filter(lesson => lesson.band === band && !used.includes(lesson.id)).map(({ id }) => id)
  return others.length > 0
    ? [{ lessonIds: others, opensOn: daysAfter(today(now), 7), weekly: true, dueAfter: 7, boosterWeeks: null }]
    : []
}

/** What the pupils of a class do in one lesson: so many of them finish it, so many begin it, and the others have not been there. */
async function work(
  { db, library }: Place,
  staff: Staff,
  { classId, pupils }: Made,
  assignment: Assignment,
  { finished, started }: { readonly finished: number, readonly started: number },
) {
  const lesson = findLesson(library, assignment.lesson_id, DEFAULT_LOCALE)
  if (!lesson) throw new Error(`The demo uses the lesson ${assignment.lesson_id}, which is not there.`)
  for (const [index, { id, name }] of pupils.slice(0, finished + started).entries()) {
    const pupil = { id, name, classId, schoolId: staff.schoolId }
    const doing: Doing = { db, assignment, lesson, pupil, random: seededRandom(index + 1) }
    await giveCheck(doing, 'before')
    await doLesson(doing, index < finished)
    if (index < finished) await giveCheck(doing, 'after')
  }
  return lesson
}

/** Every demo shows the same. */
const neverLeftOut = () => false

/** Closed more than a day ago. */
async function closeForGood(db: Db, staff: Staff, { id }: Assignment, lesson: Lesson) {
  await closeAssignment(db, staff, id)
  await emptyClosed(db, await ensureAssignment(db, staff, id), lesson, neverLeftOut)
}

/** A closed lesson with enough answers to look at, one under way, one that nobody has begun, one for next week, and a booster later on. */
async function makeFullClass(place: Place, staff: Staff) {
  const { db, now, secret } = place
  const made = await makeWith(place, staff, classNames.full, fullClass, [
    from(now, 'sharing-images-9-11', -21, 7, 7),
    from(now, 'lying-online-9-11', -3, 7),
    from(now, 'meeting-strangers-9-11', -1, 14),
    ...othersFrom(place, '9-11', ['sharing-images-9-11', 'lying-online-9-11', 'meeting-strangers-9-11']),
  ])
  const [closed, open] = ['sharing-images-9-11', 'lying-online-9-11'].map(lesson =>
    made.assignments.find(({ lesson_id: id, kind }) => id === lesson && kind !== 'booster'),
  )
  const absent = made.pupils.at(-1)
  if (!closed || !open || !absent) throw new Error('The full class has lessons and pupils.')
  await closeForGood(db, staff, closed, await work(place, staff, made, closed, { finished: 26, started: 1 }))
  const finished = 11
  await work(place, staff, made, open, { finished, started: 8 })
  // Whoever looks at a pupil's side finds something to carry on with, and something new.
  const pupil = made.pupils[finished]
  if (!pupil) throw new Error('The full class has a pupil in the middle of a lesson.')
  await setExcused(db, staff, open.id, { pupilId: absent.id, excused: true })
  await makeCards(db, staff, made.classId, made.pupils.slice(0, 20).map(({ id }) => id), now)
  await openClass(db, staff, made.classId, LONGEST_OPEN, placeOf({ secret, address: '127.0.0.1' }), now)
  return { pupil, code: (await readClass(db, staff, made.classId, now)).code }
}

/** Too small to be shown alone, and with a lesson that is past its day. */
async function makeSmallClass(place: Place, staff: Staff) {
  const { db, now } = place
  const made = await makeWith(place, staff, classNames.small, smallClass, [
    from(now, 'sharing-images-11-14', -28, 14),
    from(now, 'lying-online-11-14', -10, 7, 6),
    ...othersFrom(place, '11-14', ['sharing-images-11-14', 'lying-online-11-14']),
  ])
  const [closed, overdue] = made.assignments
  if (!closed || !overdue) throw new Error('The small class has lessons.')
  await closeForGood(db, staff, closed, await work(place, staff, made, closed, { finished: 6, started: 0 }))
  await work(place, staff, made, overdue, { finished: 3, started: 2 })
}

async function makeOldClass(place: Place, staff: Staff) {
  const { db, now } = place
  const made = await makeWith(place, staff, classNames.old, oldClass, [from(now, 'meeting-strangers-9-11', -60, 14)])
  const [closed] = made.assignments
  if (!closed) throw new Error('The old class has a lesson.')
  await closeForGood(db, staff, closed, await work(place, staff, made, closed, { finished: 11, started: 1 }))
  await archiveClass(db, staff, made.classId, now)
}

/** A class of another age, half-way through its first lesson; the others come one a week. */
async function makeOtherClass(place: Place, staff: Staff, band: Band, name: string) {
  const [first] = lessonsIn(place.library, DEFAULT_LOCALE).filter(lesson => lesson.band === band)
  if (!first) return
  const made = await makeWith(place, staff, name, otherPupils, [from(place.now, first.id, -4, 14), ...othersFrom(place, band, [first.id])])
  const open = made.assignments.find(({ lesson_id: id }) => id === first.id)
  if (open) await work(place, staff, made, open, { finished: 6, started: 4 })
}
