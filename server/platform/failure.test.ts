import { createError } from 'h3'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases.ts'
import { openDatabase } from './database/client.ts'
import { forLog, troubleOf } from './failure.ts'

const failureOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (error: unknown) => error)

describe.each(engines)('what fails on %s', (engine) => {
  it('is written down without what was typed', async () => {
    const { db } = await freshDatabase(engine)
    const { staff } = await seededSchool(db, { pupils: 1 })
    const { id } = await db.selectFrom('pupil').select('id').executeTakeFirstOrThrow()
    const taken = { id, school_id: staff.schoolId, class_id: 'nowhere', name: 'Amira Secret', created_at: '2026-11-02T08:00:00Z' }
    const error = await failureOf(
      sql`insert into pupil (id, school_id, class_id, name, created_at) values (${taken.id}, ${taken.school_id}, ${taken.class_id}, ${taken.name}, ${taken.created_at})`.execute(
        db,
      ),
    )
    expect(error).toBeInstanceOf(Error)
    const written = forLog(createError({ cause: error, unhandled: true }))
    expect(written).toMatch(engine === 'postgres' ? /PostgreSQL 23\d\d\d pupil/ : /constraint failed/)
    expect(written).not.toMatch(/Amira|nowhere/)
    expect(written).not.toContain(id)
    expect(troubleOf(error)).toBe('unexpected')
  })
})

it('a PostgreSQL that is not there is told from a fault of ours', async () => {
  const error = await failureOf(openDatabase('postgres://nobody@localhost:1/nothing'))
  expect(troubleOf(createError({ cause: error }))).toBe('away')
})

it.each([
  [{ code: '57P01' }, 'away'],
  [{ code: '53300' }, 'away'],
  [{ code: '28P01' }, 'away'],
  [{ message: 'Connection terminated unexpectedly' }, 'away'],
  [{ message: 'Query read timeout' }, 'away'],
  [{ code: '53100' }, 'no-room'],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 5 }, 'away'],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 5 | (2 << 8) }, 'away'],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 13 }, 'no-room'],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 8 | (1 << 8) }, 'no-room'],
  [{ code: 'ERR_SQLITE_ERROR', errcode: 19 }, 'unexpected'],
  [{ code: '23505' }, 'unexpected'],
])('%j is %s', (told, trouble) => {
  expect(troubleOf(Object.assign(new Error('x'), told))).toBe(trouble)
})

it.each([
  ['a key in an address', new Error('No match for /teach/set-password?key=c2VjcmV0LWtleS1vZi1hLWxpbms and #c2VjcmV0LWtleS1vZi1hLWxpbms')],
  ['a key by itself', new TypeError('c2VjcmV0LWtleS1vZi1hLWxpbms is not a function')],
  ['what somebody typed', new SyntaxError('Unexpected token c, "c2VjcmV0 and more" is not valid JSON')],
  ['an address of somebody', new Error('User not found c2VjcmV0@oakfield.example')],
])('%s is not in the log', (_, error) => {
  expect(forLog(error)).not.toContain('c2VjcmV0')
})

it('what a stranger sends takes no more than a line of the log', () => {
  expect(forLog(new Error('word '.repeat(100_000))).split('\n')[0]?.length).toBeLessThan(320)
})

it('a line of the log is one line, whatever an error says', () => {
  expect(forLog(new Error('one\nPOST forged')).split('\n')[0]).toBe('Error: one POST forged')
  expect(forLog(new Error('one\n    at forged (forged)')).split('\n').slice(1).join()).not.toContain('forged')
})

it('a full disk is told as such, and what is saved once there is room again is saved', async () => {
  const { db } = await freshDatabase('sqlite')
  const { rows: [{ page_count: pages } = { page_count: 0 }] } = await sql<{ page_count: number }>`pragma page_count`.execute(db)
  const saveMuch = () => db.transaction().execute(async (transaction) => {
    for (let index = 0; index < 200; index += 1)
      await transaction
        .insertInto('secret')
        .values({ name: `${index}`, value: 'x'.repeat(1000) })
        .execute()
  })
  await sql`pragma max_page_count = ${sql.raw(String(pages))}`.execute(db)
  expect(troubleOf(await failureOf(saveMuch()))).toBe('no-room')
  await sql`pragma max_page_count = 100000`.execute(db)
  await saveMuch()
  expect(await db.selectFrom('secret').select('name').execute()).toHaveLength(200)
})
