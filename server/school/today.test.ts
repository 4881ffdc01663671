import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, bringBack, daysAfter, today, withdraw } from '../assignments/assignments'
import { closeAssignment } from '../assignments/closing'
import type { workOf } from './today'
import { daysOf, needsOf, nextOf, todayOf } from './today'

type Work = ReturnType<typeof workOf>[number]

const DAY = '2026-11-10'
const work = (given: Partial<Work>): Work => ({
  id: 'a', classId: 'c', className: '5B', lessonId: 'lying-online-9-11', kind: 'lesson', part: { kind: 'whole' }, opensOn: DAY, dueOn: null, isClosed: false,
  hasOpened: (given.opensOn ?? DAY) <= DAY, counts: { 'not-started': 3, started: 0, finished: 0 }, unfinished: ['p1', 'p2', 'p3'],
  missing: given.unfinished ?? ['p1', 'p2', 'p3'], ...given,
})

it('what to begin with is what opened last and is not finished, and else what opens next', () => {
  const old = work({ id: 'old', opensOn: '2026-11-03' })
  const done = work({ id: 'done', unfinished: [] })
  const late = work({ id: 'late', opensOn: '2026-10-01', dueOn: '2026-11-01' })
  const soon = work({ id: 'soon', opensOn: '2026-11-12' })
  const sooner = work({ id: 'sooner', opensOn: '2026-11-11' })
  expect(nextOf([soon, old, done, late], DAY)?.id).toBe('old')
  expect(nextOf([soon, done, late, sooner], DAY)?.id).toBe('sooner')
  expect(nextOf([done, late, work({ id: 'shut', isClosed: true })], DAY)).toBeUndefined()
})

it('the next two weeks say what opens and is due, and today what is on', () => {
  const days = daysOf([
    work({ id: 'on', opensOn: '2026-11-05', dueOn: '2026-11-12' }),
    work({ id: 'for ever', opensOn: '2026-11-05' }),
    work({ id: 'both', opensOn: DAY, dueOn: DAY }),
    work({ id: 'coming', opensOn: '2026-11-23' }),
    work({ id: 'too late', opensOn: '2026-11-24' }),
    work({ id: 'shut', isClosed: true }),
  ], DAY)
  expect(days.map(({ on, work }) => [on, work.map(({ id, what }) => `${id} ${what}`)])).toEqual([
    [DAY, ['both due', 'on on', 'for ever on']],
    ['2026-11-12', ['on due']],
    ['2026-11-23', ['coming opens']],
  ])
})

it('whoever missed what was closed this week is told once some have done it, and insight when enough have', () => {
  const closed = work({ id: 'closed', isClosed: true, counts: { 'not-started': 1, started: 1, finished: 12 }, unfinished: ['p1', 'p2'] })
  const ofLongAgo = work({ ...closed, id: 'long ago' })
  const untouched = work({ id: 'untouched', isClosed: true })
  const overdue = work({ id: 'overdue', dueOn: '2026-11-09', counts: { 'not-started': 0, started: 0, finished: 10 }, unfinished: [] })
  const few = work({ id: 'few', dueOn: '2026-11-09', counts: { 'not-started': 0, started: 0, finished: 9 }, unfinished: [] })
  const since = new Map([['closed', '2026-11-09'], ['long ago', '2026-11-02'], ['untouched', '2026-11-09']])
  expect(needsOf([closed, ofLongAgo, untouched, overdue, few], since, DAY).map(need => `${need.kind} ${'assignmentId' in need ? need.assignmentId : ''}`))
    .toEqual(['missed closed', 'insight closed', 'insight overdue'])
})

describe.each(engines)('today on %s', (engine) => {
  it('shows the classes that are shared with whoever asks, and leads a new school through its first day', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, classId } = await seededSchool(db)
    const now = new Date()
    expect(await todayOf(db, staff, now)).toMatchObject({
      on: today(now), next: null, days: [], needs: [], firstDay: { classes: 1, pupils: 3, assignments: 0 },
    })
    await assign(db, staff, {
      classId, lessonIds: ['lying-online-9-11'], opensOn: today(now), weekly: false, dueAfter: 7, boosterWeeks: null,
    })
    const { next, days, firstDay } = await todayOf(db, staff, now)
    expect(next).toMatchObject({ classId, pupils: 3, counts: { 'not-started': 3, started: 0, finished: 0 }, isOpenForJoining: false })
    expect(days.map(({ on, work }) => [on, work.map(({ what }) => what)])).toEqual([
      [today(now), ['opens']], [daysAfter(today(now), 7), ['due']],
    ])
    expect(firstDay).toBeNull()
    const [given] = await assignmentsOf(db, staff, classId)
    await withdraw(db, staff, given?.id ?? '')
    const gone = await todayOf(db, staff, new Date())
    expect([gone.next, gone.undoable]).toEqual([null, [{ kind: 'removed', id: given?.id, className: expect.any(String), work: { lessonId: 'lying-online-9-11', kind: 'lesson', part: { kind: 'whole' } }, until: null }]])
    await bringBack(db, staff, given?.id ?? '')
    await closeAssignment(db, staff, given?.id ?? '')
    expect((await todayOf(db, staff, new Date())).undoable.map(({ kind, until }) => [kind, typeof until])).toEqual([['closed', 'string']])
    const other = await seededSchool(db, { pupils: 0 })
    expect((await todayOf(db, other.staff, now)).next).toBeNull()
  })
})
