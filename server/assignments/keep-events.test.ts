/** The work of many pupils that comes in together: written with a few queries, and each pupil's as if it had come alone. */
import { afterEach, describe, expect, inject, it, onTestFinished, vi, type MockInstance } from 'vitest'
import { CompiledQuery, sql } from 'kysely'
import { Client } from 'pg'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { classWithLesson, wholeGo } from '../../tests/support/databases/class-with-lesson'
import { engines, freshDatabase } from '../../tests/support/databases/databases'
import { databaseAt } from '../../tests/support/databases/postgres'
import type { Pupil } from '../classes/pupil-session'
import { pupilWith } from '../classes/pupil-session'
import { endSessions, keepSession } from '../classes/pupil-session-rows'
import { openDatabase, type Db } from '../platform/database/client'
import { hashOf, newId } from '../platform/security/tokens'
import { withdraw } from './assignments'
import { ensureOpen, takeEvents } from './attempts'
import { closeAssignment } from './closing'

const lesson = fixtureLesson()
const [, second = '', third = ''] = lesson.screens.map(({ id }) => id)
const moved = (id: string, screen = second) => ({ id, change: { kind: 'arrived', screen } } as const)

/** @returns another process's connections to the same database */
async function another(db: Db): Promise<Db> {
  const { rows: [row] } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const opened = await openDatabase(databaseAt(inject('postgres'), row?.name ?? ''), null)
  onTestFinished(() => opened.db.destroy())
  return opened.db
}

const attemptsOf = (db: Db) =>
  db.selectFrom('attempt').select(['pupil_id', 'changes', 'status', 'points']).orderBy('pupil_id').execute()

afterEach(() => {
  vi.restoreAllMocks()
})

describe.each(engines)('work that comes in together on %s', (engine) => {
  it('is folded one after the other where it is one pupil\'s, and counts once', async () => {
    const { db } = await freshDatabase(engine)
    const { first, second: other, assignment } = await classWithLesson(db, lesson)
    const take = (pupil: Pupil, ...events: Parameters<typeof takeEvents>[4]) => takeEvents(db, pupil, assignment, lesson, events)
    const begun = vi.spyOn(db, 'transaction')
    const taken = await Promise.all([
      take(first, moved('a')), take(other, moved('a')), take(first, wholeGo(lesson, 3)), take(first, moved('b', third)),
      take(first, moved('a'), wholeGo(lesson, 1)),
    ])
    expect(begun).toHaveBeenCalledTimes(1)
    expect(taken.map(({ held }) => held)).toEqual([['a'], ['a'], ['go-3'], ['b'], ['a', 'go-1']])
    // Each is told how far it is with what came before it.
    expect(new Set([taken[2], taken[3]].map(one => one?.state)).size).toBe(2)
    expect(await attemptsOf(db)).toEqual([
      { pupil_id: first.id, changes: 4, status: 'finished', points: 3 },
      { pupil_id: other.id, changes: 1, status: 'started', points: null },
    ].toSorted((a, b) => (a.pupil_id < b.pupil_id ? -1 : 1)))
    expect(await db.selectFrom('quiz_entry').select('pupil_id').execute()).toEqual([{ pupil_id: first.id }])
  })

  it('is refused for those whose lesson has closed or was taken away meanwhile, and kept for all others', async () => {
    const { db } = await freshDatabase(engine)
    const classes = [await classWithLesson(db, lesson), await classWithLesson(db, lesson), await classWithLesson(db, lesson)]
    const [open, closing, leaving] = classes
    if (!open || !closing || !leaving) throw new Error('there are three classes')
    // All of them were let in before.
    await closeAssignment(db, closing.staff, closing.assignment.id)
    await withdraw(db, leaving.staff, leaving.assignment.id)
    const results = await Promise.allSettled(classes.flatMap(({ pupils, assignment }) =>
      pupils.map(pupil => takeEvents(db, pupil, assignment, lesson, [moved('late'), wholeGo(lesson, 2)]))))
    expect(results.map(one => (one.status === 'fulfilled' ? 'kept' : (one.reason as { kind: string }).kind))).toEqual([
      'kept', 'kept', 'kept', 'conflict', 'conflict', 'conflict', 'not-found', 'not-found', 'not-found',
    ])
    expect((await attemptsOf(db)).map(({ pupil_id: id }) => id)).toEqual(open.pupils.map(({ id }) => id).toSorted())
    expect(await db.selectFrom('quiz_entry').select('pupil_id').execute()).toHaveLength(3)
  })
})

describe.runIf(engines.includes('postgres'))('on PostgreSQL', () => {
  it('a class\'s answers that come together cost a few queries, and not four each', async () => {
    const { db } = await freshDatabase('postgres')
    const { pupils, assignment } = await classWithLesson(db, lesson, 30)
    const tokens = await Promise.all(pupils.map(pupil => keepSession(db, pupil)))
    const answers = (id: string) => Promise.all(tokens.map(async (token) => {
      const pupil = await pupilWith(db, token)
      if (!pupil) throw new Error('the pupil is signed in')
      return takeEvents(db, pupil, await ensureOpen(db, pupil, assignment.id), lesson, [moved(id)])
    }))
    await answers('first')
    const asked = vi.spyOn(Client.prototype, 'query')
    expect((await answers('next')).flatMap(({ held }) => held)).toEqual(pupils.map(() => 'next'))
    // Who they are, what they have, and begin, hold, keep, commit; twice that where some have come a little later.
    expect(asked.mock.calls.length).toBeLessThanOrEqual(12)
  })

  it('many sessions are looked up one by one, and not by going through a school that nobody has counted yet', async () => {
    const { db } = await freshDatabase('postgres')
    const { schoolId } = await classWithLesson(db, lesson)
    const classes = Array.from({ length: 60 }, newId)
    await db.insertInto('class').values(classes.map(id => ({
      id, school_id: schoolId, name: id, code: id, created_at: '', year_ends: '2027-07-31', archived_at: null, open_until: null,
    }))).execute()
    const pupils = classes.flatMap(classId => Array.from({ length: 30 }, () => ({ id: newId(), classId })))
    await db.insertInto('pupil').values(pupils.map(({ id, classId }) => ({
      id, school_id: schoolId, class_id: classId, name: id, pictures_hash: '', key_hash: id, created_at: '',
    }))).execute()
    await db.insertInto('pupil_session').values(pupils.map(({ id }) => ({
      token_hash: hashOf(id), school_id: schoolId, pupil_id: id, used_at: new Date().toISOString(),
    }))).execute()
    const asked = vi.spyOn(Client.prototype, 'query') as unknown as MockInstance<(query: { text: string, values: string[][] }) => unknown>
    await Promise.all(pupils.slice(0, 16).map(({ id }) => pupilWith(db, id)))
    const [{ text, values } = { text: '', values: [] }] = asked.mock.calls.map(([query]) => query)
    const { rows: [plan] } = await db.executeQuery<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
      CompiledQuery.raw(`explain (analyze, buffers, format json) ${text}`, values))
    const { 'Actual Rows': found, 'Shared Hit Blocks': blocks } = plan?.['QUERY PLAN'][0].Plan ?? {}
    expect(found).toBe(16)
    // Three indexes and three rows for each.
    expect(blocks).toBeLessThan(16 * 20)
  })

  it('two processes that take the work of the same pupils, in any order, never wait for each other in a ring', async () => {
    const { db } = await freshDatabase('postgres')
    const processes = [db, await another(db)]
    const classes = [await classWithLesson(db, lesson, 8), await classWithLesson(db, lesson, 8)]
    const everybody = classes.flatMap(({ pupils, assignment }) => pupils.map(pupil => ({ pupil, assignment })))
    const take = (id: string) => Promise.all(processes.flatMap((one, which) =>
      (which === 0 ? everybody : everybody.toReversed()).map(({ pupil, assignment }) =>
        takeEvents(one, pupil, assignment, lesson, [moved(`${id}-${which}`)]))))
    await take('begun')
    const begun = processes.map(one => vi.spyOn(one, 'transaction'))
    // Somebody holds one pupil's work until both wait, each for what comes after those that it holds.
    const third = await another(db)
    const going = await third.transaction().execute(async (transaction) => {
      await transaction.updateTable('attempt').set({ status: 'started' }).where('pupil_id', '=', everybody[8]?.pupil.id ?? '').execute()
      const taking = take('next')
      const waiting = sql<{ count: number }>`
        select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
      await expect.poll(async () => (await waiting.execute(transaction)).rows[0]?.count).toBe(2)
      return { taking }
    })
    await going.taking
    // PostgreSQL ends one of two that wait for each other, and it would be done again.
    expect(begun.map(one => one.mock.calls.length)).toEqual([1, 1])
    expect((await attemptsOf(db)).map(({ changes }) => changes)).toEqual(everybody.map(() => 4))
  })

  it('nothing is taken by one process after another has closed the lesson, or ended the session', async () => {
    const { db } = await freshDatabase('postgres')
    const other = await another(db)
    const { staff, classId, first, assignment } = await classWithLesson(db, lesson)
    const token = await keepSession(db, first)
    const take = async (id: string) => {
      const pupil = await pupilWith(db, token)
      if (!pupil) return 'signed out'
      return takeEvents(db, pupil, await ensureOpen(db, pupil, assignment.id), lesson, [moved(id)]).then(({ held }) => held[0])
    }
    expect([await take('a'), await take('b')]).toEqual(['a', 'b'])
    await closeAssignment(other, staff, assignment.id)
    await expect(take('c')).rejects.toMatchObject({ kind: 'conflict', details: { reason: 'closed' } })
    await endSessions(other, { classId }, 'code-replaced')
    expect(await take('d')).toBe('signed out')
    expect((await attemptsOf(db)).map(({ changes }) => changes)).toEqual([2])
  })
})
