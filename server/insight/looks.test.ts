import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { CheckAnswer } from '#activities/check/schema'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import type { Lesson } from '#activities/lesson'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { emptyDatabase, engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import type { Pupil } from '../classes/pupil-session'
import type { Staff } from '../accounts/staff/staff-member'
import { assign, assignmentsOf, today, withdraw, type Assignment } from '../assignments/assignments'
import { takeEvents } from '../assignments/attempts'
import { openDatabase, type Db } from '../platform/database/client'
import { steps } from '../platform/database/migrate'
import { erasePupil } from '../classes/pupils'
import { movePupil } from '../assignments/move-pupil'
import { takeCheck } from '../assignments/check-counts'
import { closeForGood } from '../../tests/support/databases/closed'
import { lookWhileOpen } from './looks'
import { shownOf } from './shown'

const never = () => false
const base = fixtureLesson()
const items = ['one', 'two', 'three'].map(id => ({
  id,
  kind: 'knowledge' as const,
  objective: 'spot',
  question: 'What could Sam do?',
  options: [
    { id: 'tell', text: 'Tell', correct: true as const },
    { id: 'keep', text: 'Keep it', misconception: 'secrets' },
    { id: 'wait', text: 'Wait', misconception: 'secrets' },
  ],
}))
/** Asks everybody all four questions. */
const lesson = fixtureLesson({
  screens: [
    ...base.screens.slice(0, 1),
    { id: 'check', type: 'check', title: 'Check', form: 'before', items },
    ...base.screens.slice(1),
  ].map(screen => (screen.type === 'quiz' ? { ...screen, draw: 4 } : screen)) as Lesson['screens'],
})
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')

interface Given {
  readonly db: Db
  readonly staff: Staff
  readonly classId: string
  readonly assignment: Assignment
  readonly pupils: readonly Pupil[]
}

/**
 * Pupils are counted in the order of their ids. With ids by chance the search for other answers would now and then find none, and
 * nothing be shown.
 */
let idsMade = 0
const nextId = () => createHash('sha256')
  .update(`pupil ${++idsMade}`).digest('hex').slice(0, 22).replace(/\d/g, digit => 'ghijklmnop'.charAt(Number(digit)))
beforeEach(() => {
  idsMade = 0
})

async function classOf(db: Db, count: number, with_?: Given): Promise<Given> {
  const school = await seededSchool(db, { pupils: count, pupilId: nextId })
  const schoolId = with_?.staff.schoolId ?? school.schoolId
  for (const table of ['class', 'pupil', 'class_staff'] as const)
    await db.updateTable(table).set({ school_id: schoolId }).where('school_id', '=', school.schoolId).execute()
  for (const id of school.pupilIds) await db.updateTable('pupil').set({ name: id }).where('id', '=', id).execute()
  const staff = { ...school.staff, schoolId, role: 'admin' as const }
  await assign(db, staff, {
    classId: school.classId,
    lessonIds: [lesson.id],
    opensOn: today(),
    weekly: false,
    dueAfter: null,
    boosterWeeks: null,
  })
  const [assignment] = await assignmentsOf(db, staff, school.classId)
  if (!assignment) throw new Error('one was assigned')
  return {
    db,
    staff,
    classId: school.classId,
    assignment,
    pupils: school.pupilIds.map(id => ({ id, schoolId, classId: school.classId, name: 'Pupil' })),
  }
}

/** Each answers a little otherwise; the same each time. */
async function answer({ db, assignment }: Given, pupil: Pupil, turn: number, go = 1) {
  const responses = Object.fromEntries(
    drawItems(quiz as Extract<typeof quiz, { type: 'quiz' }>, turn).map(({ id }, index) => [
      id,
      ['tell', 'tell', 'keep', 'tell', 'ask', '-', 'keep'][(turn * 3 + index * 2 + go) % 7] ?? 'tell',
    ]),
  )
  await takeEvents(db, pupil, assignment, lesson, [
    { id: `go-${go}`, change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(turn, go), responses }) } },
  ])
}

async function answerAll(given: Given, from: number, to: number) {
  for (const [index, pupil] of given.pupils.slice(from, to).entries()) await answer(given, pupil, from + index)
}

const seen = async ({ db, assignment }: Given, form = 'quiz') =>
  (await shownOf(db, [assignment.id])).get(assignment.id)?.find(shown => shown.form === form)
const check = (said: string): CheckAnswer => Object.fromEntries(items.map(({ id }) => [id, { said, sure: 'very' }]))

const closeLucky = ({ db, staff, assignment }: Given) => closeForGood(db, staff, assignment.id, lesson, never)

describe.each(engines)('what is shown of a class, on %s', (engine) => {
  it('begins at ten, goes on by fives, and is the same to everybody who looks, also after another go and after closing', async () => {
    const { db } = await freshDatabase(engine)
    const given = await classOf(db, 18)
    await answerAll(given, 0, 9)
    await lookWhileOpen(db, given.assignment, lesson, never)
    expect(await seen(given)).toBeUndefined()
    await answerAll(given, 9, 13)
    await lookWhileOpen(db, given.assignment, lesson, never)
    const first = await seen(given)
    expect(first?.picture?.over).toBe(10)
    for (const [index, pupil] of given.pupils.slice(0, 13).entries()) await answer(given, pupil, index + 3, 2)
    await lookWhileOpen(db, given.assignment, lesson, never)
    expect(await seen(given)).toEqual(first)
    await answerAll(given, 13, 18)
    await closeLucky(given)
    expect([10, 15]).toContain((await seen(given))?.picture?.over)
    for (const table of ['quiz_entry', 'insight_waiting'] as const) expect(await db.selectFrom(table).selectAll().execute()).toEqual([])
  })

  it('takes whoever entered once, also when they move; and nothing further where one who was counted is erased', async () => {
    const { db } = await freshDatabase(engine)
    const given = await classOf(db, 16)
    const other = await classOf(db, 1, given)
    await answerAll(given, 0, 11)
    await lookWhileOpen(db, given.assignment, lesson, never)
    const first = await seen(given)
    expect(first?.picture?.over).toBe(10)
    const counted = await db.selectFrom('quiz_entry').select('pupil_id').where('place', 'is not', null).execute()
    const [moved, erased] = counted.map(({ pupil_id: id }) => id)
    await movePupil(db, given.staff, moved ?? '', other.classId)
    const there = { ...other, pupils: [{ id: moved ?? '', schoolId: given.staff.schoolId, classId: other.classId, name: 'Pupil' }] }
    await answer(there, there.pupils[0] as Pupil, 5, 2)
    expect(await db.selectFrom('quiz_entry').selectAll().where('assignment_id', '=', other.assignment.id).execute()).toEqual([])
    await erasePupil(db, given.staff, erased ?? '')
    await answerAll(given, 11, 16)
    await lookWhileOpen(db, given.assignment, lesson, never)
    await closeLucky(given)
    expect(await seen(given)).toEqual(first)
  })

  it('of small classes is their first five together, kept for each: deleting one and closing another changes nothing', async () => {
    const { db } = await freshDatabase(engine)
    const first = await classOf(db, 6)
    const second = await classOf(db, 9, first)
    const third = await classOf(db, 4, first)
    const fourth = await classOf(db, 7, first)
    for (const given of [first, second, third, fourth]) {
      await answerAll(given, 0, 9)
      for (const [index, pupil] of given.pupils.entries())
        await takeCheck(db, pupil, given.assignment, lesson, 'before', check(['keep', 'tell', 'wait'][index % 3] ?? 'tell'))
    }
    await closeLucky(first)
    expect(await seen(first)).toBeUndefined()
    await closeLucky(second)
    const together = await seen(first, 'before')
    expect(together).toMatchObject({ classes: 2, picture: { over: 10, said: { 'option one keep': { of: 10, word: 2 } } } })
    expect(await seen(second, 'before')).toEqual(together)
    await withdraw(db, second.staff, second.assignment.id)
    await closeLucky(third)
    await closeLucky(fourth)
    expect(await seen(first, 'before')).toEqual(together)
    expect(await seen(third, 'before')).toBeUndefined()
    expect(await seen(fourth, 'before')).toBeUndefined()
    const waiting = await db.selectFrom('insight_waiting').select(['assignment_id', 'form', 'counted']).execute()
    expect(new Set(waiting.map(({ assignment_id: id }) => id))).toEqual(new Set([fourth.assignment.id]))
    // Counts of five, and nothing that says whose: no pupil, no row of answers.
    for (const { counted } of waiting) expect(isCountsOfFive(JSON.parse(counted))).toBe(true)
    for (const { id } of fourth.pupils) expect(JSON.stringify(waiting)).not.toContain(id)
    for (const { known } of waiting.map(({ counted }) => JSON.parse(counted) as { known: object[] }))
      expect(known.map(one => JSON.stringify(one))).toEqual(known.map(one => JSON.stringify(one)).sort())
  })

  it('of small classes counts no pupil in two of them: of a class that was moved whole, and did the lesson again, nothing is shown', async () => {
    const { db } = await freshDatabase(engine)
    const first = await classOf(db, 5)
    const second = await classOf(db, 0, first)
    const work = async (given: Given) => {
      for (const [index, pupil] of first.pupils.entries()) {
        const there = { ...pupil, classId: given.classId }
        await answer(given, there, index)
        await takeCheck(db, there, given.assignment, lesson, 'before', check('keep'))
      }
      await closeLucky(given)
    }
    await work(first)
    for (const { id } of first.pupils) await movePupil(db, first.staff, id, second.classId)
    await work(second)
    for (const form of ['quiz', 'before']) expect(await seen(first, form), form).toBeUndefined()
    const waiting = await db.selectFrom('insight_waiting').select(['assignment_id', 'form']).orderBy('form').execute()
    expect(waiting).toEqual(['before', 'quiz'].map(form => ({ assignment_id: first.assignment.id, form })))
    const third = await classOf(db, 5, first)
    await answerAll(third, 0, 5)
    for (const pupil of third.pupils) await takeCheck(db, pupil, third.assignment, lesson, 'before', check('tell'))
    await closeLucky(third)
    expect(await seen(first, 'before')).toMatchObject({ classes: 2, picture: { over: 10 } })
  })

  it('is looked at once where two look at the same moment', async () => {
    const { db } = await freshDatabase(engine)
    const given = await classOf(db, 12)
    await answerAll(given, 0, 12)
    let lots = 0
    await Promise.all(Array.from({ length: 5 }, () => lookWhileOpen(db, given.assignment, lesson, () => lots++ > 0)))
    expect(lots).toBe(1)
    expect((await seen(given))?.picture?.over).toBe(10)
  })

  it('by an older release is kept as its groups were, in words, and counts that were left are gone', async () => {
    const address = await emptyDatabase(engine)
    const older = await openDatabase(address, Object.fromEntries(Object.entries(steps).filter(([name]) => name < '0006')))
    const { schoolId, classId } = await seededSchool(older.db)
    const row = (id: string, place: number, closedAt: string | null) => ({
      id,
      school_id: schoolId,
      class_id: classId,
      lesson_id: lesson.id,
      place,
      kind: 'lesson' as const,
      opens_on: today(),
      due_on: null,
      created_at: '',
      closed_at: closedAt,
    })
    await older.db
      .insertInto('assignment')
      .values([
        row('large', 0, '2026-01-01'),
        row('small', 1, '2026-01-02'),
        row('smaller', 2, '2026-01-03'),
        row('alone', 3, '2026-01-04'),
        row('open', 4, null),
      ])
      .execute()
    const insertCount = (assignment: string, option: string, count: number, form = 'quiz') =>
      sql`insert into tally (school_id, assignment_id, form, item_id, option_id, sure, count) values (${schoolId}, ${assignment}, ${form}, 'one', ${option}, '', ${count})`.execute(
        older.db,
      )
    for (const [assignment, option, count] of [
      ['large', 'tell', 11],
      ['large', 'keep', 2],
      ['small', 'tell', 4],
      ['smaller', 'keep', 7],
      ['alone', 'keep', 3],
    ] as const)
      await insertCount(assignment, option, count)
    await insertCount('open', 'tell', 7, 'before')
    await older.db.destroy()
    const { db } = await openDatabase(address)
    const shown = await shownOf(db, ['large', 'small', 'smaller', 'alone', 'open'])
    expect(shown.get('large')).toEqual([
      {
        form: 'quiz',
        classes: 1,
        wording: null,
        picture: { over: 10, said: { 'option one tell': { of: 10, word: 4 }, 'option one keep': { of: 10, word: 0 } } },
      },
    ])
    expect(shown.get('small')).toEqual([
      {
        form: 'quiz',
        classes: 2,
        wording: null,
        picture: { over: 10, said: { 'option one tell': { of: 10, word: 1 }, 'option one keep': { of: 10, word: 3 } } },
      },
    ])
    expect(shown.get('smaller')).toEqual(shown.get('small'))
    expect([shown.get('alone'), shown.get('open')]).toEqual([[], []])
    expect(await db.selectFrom('tally').select(['assignment_id', 'step', 'count']).execute()).toEqual([
      { assignment_id: 'open', step: 1, count: 7 },
    ])
    await db.destroy()
  })
})

const isCountsOfFive = ({ known, counts }: { known: object[], counts: Record<string, number> }) =>
  known.length === 5
  && known.every(one => Object.keys(one).join() === 'met,right')
  && Object.values(counts).every(count => count >= 0 && count <= 5)
