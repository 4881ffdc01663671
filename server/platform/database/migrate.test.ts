import { describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { emptyDatabase, engines, seededSchool } from '../../../tests/support/databases/databases'
import { openDatabase, type Db } from './client'
import { markOf } from './event-marks'
import { steps, type Step } from './migrate'

const names = Object.keys(steps)
/** The steps of an older release. */
const upTo = (count: number) => Object.fromEntries(Object.entries(steps).slice(0, count))
const tablesOf = async (db: Db) => (await db.introspection.getTables()).map(({ name }) => name).sort()
const peopleOf = (db: Db) =>
  Promise.all((['school', 'staff', 'class', 'class_staff', 'pupil'] as const).map(table => db.selectFrom(table).selectAll().execute()))

describe.each(engines)('the tables on %s', (engine) => {
  it.each(names.map((name, index) => [name, index + 1] as const))(
    'are brought up to date from a release that ended with %s, and its data is there',
    async (_, count) => {
      const address = await emptyDatabase(engine)
      const older = await openDatabase(address, upTo(count))
      await seededSchool(older.db)
      const before = await peopleOf(older.db)
      await older.db.destroy()
      const newer = await openDatabase(address)
      // A newer release may keep more of each.
      expect(await peopleOf(newer.db)).toMatchObject(before)
      const tables = await tablesOf(newer.db)
      await newer.db.destroy()
      const fresh = await openDatabase(await emptyDatabase(engine))
      expect(tables).toEqual(await tablesOf(fresh.db))
      await fresh.db.destroy()
    },
  )

  it('keep of what devices had sent only what could count twice, and know who made a class', async () => {
    const address = await emptyDatabase(engine)
    const older = await openDatabase(address, Object.fromEntries(Object.entries(steps).filter(([name]) => name < '0008')))
    const { schoolId, classId, staffId, pupilIds: [pupil = ''] } = await seededSchool(older.db)
    const { db } = older
    await db
      .insertInto('assignment')
      .values({
        id: 'a',
        school_id: schoolId,
        class_id: classId,
        lesson_id: 'l',
        place: 0,
        kind: 'lesson',
        opens_on: '2026-01-01',
        due_on: null,
        created_at: '',
        closed_at: null,
      })
      .execute()
    await db
      .insertInto('attempt')
      .values({
        id: 'one',
        school_id: schoolId,
        assignment_id: 'a',
        pupil_id: pupil,
        lesson_version: 1,
        state: '',
        status: 'started',
        points: null,
        max: null,
        changes: 2,
      })
      .execute()
    for (const [id, kind] of [
      ['moved', 'arrived'],
      ['done', 'marked'],
    ])
      await sql`insert into attempt_event (attempt_id, id, school_id, body) values ('one', ${id}, ${schoolId}, ${JSON.stringify({ kind, screen: 's' })})`.execute(
        db,
      )
    await db
      .insertInto('audit')
      .values({ id: 'made', school_id: schoolId, at: '', staff_id: staffId, action: 'class.make', subject: classId })
      .execute()
    await db
      .insertInto('pupil_session')
      .values({ token_hash: 'x', school_id: schoolId, pupil_id: pupil, used_at: '2026-11-25T09:00:00.000Z' })
      .execute()
    await db.destroy()
    const newer = await openDatabase(address)
    expect(await newer.db.selectFrom('attempt').select('heard').execute()).toEqual([{ heard: markOf('moved') }])
    expect(await newer.db.selectFrom('class').select('made_by').execute()).toEqual([{ made_by: staffId }])
    expect(await newer.db.selectFrom('pupil_session').select(['began_at', 'ended']).execute()).toEqual([
      { began_at: '2026-11-25T09:00:00.000Z', ended: null },
    ])
    await newer.db.destroy()
  })

  it('stay as they were where a step fails, whole, and the older release goes on', async () => {
    const address = await emptyDatabase(engine)
    const older = await openDatabase(address)
    await seededSchool(older.db)
    const [before, tables] = [await peopleOf(older.db), await tablesOf(older.db)]
    await older.db.destroy()
    const broken: Step = async (db) => {
      await db.schema.createTable('half').addColumn('id', 'text').execute()
      await db.deleteFrom('pupil').execute()
      await sql`insert into nothing_there values (1)`.execute(db)
    }
    await expect(openDatabase(address, { ...steps, '9999-broken': broken })).rejects.toThrow('nothing in it was changed')
    const again = await openDatabase(address)
    expect(await peopleOf(again.db)).toEqual(before)
    expect(await tablesOf(again.db)).toEqual(tables)
    await again.db.destroy()
  })

  it('of a newer release are left alone', async () => {
    const address = await emptyDatabase(engine)
    const newer = await openDatabase(address, {
      ...steps,
      '9999-newer': async db => db.schema.createTable('newer').addColumn('id', 'text').execute(),
    })
    await newer.db.destroy()
    await expect(openDatabase(address)).rejects.toThrow('made by a newer release')
  })
})
