/** The databases that everything has to work on, each test with one of its own. */
import { inject, onTestFinished } from 'vitest'
import { sql } from 'kysely'
import { openDatabase, type Db, type Engine, type OpenDatabase } from '../../server/database/client.ts'
import { newId } from '../../server/security/tokens.ts'
import type {} from './postgres.ts'

export const engines: readonly Engine[] = inject('postgres') === '' ? ['sqlite'] : ['sqlite', 'postgres']

/** @returns a fresh database with its tables, gone when the test is over */
export async function freshDatabase(engine: Engine): Promise<OpenDatabase> {
  if (engine === 'sqlite') {
    const opened = await openDatabase(':memory:')
    onTestFinished(() => opened.db.destroy())
    return opened
  }
  const server = await openServer()
  const name = `test_${Math.random().toString(36).slice(2)}`
  await sql`create database ${sql.ref(name)}`.execute(server)
  const opened = await openDatabase(inject('postgres').replace(/\/postgres$/, `/${name}`))
  onTestFinished(async () => {
    await opened.db.destroy()
    await sql`drop database ${sql.ref(name)}`.execute(server)
    await server.destroy()
  })
  return opened
}

async function openServer() {
  const { Kysely, PostgresDialect } = await import('kysely')
  const { Pool } = await import('pg')
  return new Kysely<object>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: inject('postgres'), max: 1 }) }) })
}

/** A school with a class, its teacher and some pupils, as rows. */
export async function seededSchool(db: Db, { pupils = 3, role = 'teacher' as const } = {}) {
  const schoolId = newId()
  const now = new Date().toISOString()
  await db.insertInto('school').values({ id: schoolId, name: 'Oakfield', year_ends: '07-31', keep_months: 1, help_contact: null, created_at: now }).execute()
  const staffId = newId()
  await sql`insert into staff (id, school_id, role, name, email, email_verified, created_at, updated_at) values (${staffId}, ${schoolId}, ${role}, 'T. Teacher', ${`${staffId.toLowerCase()}@example.org`}, ${sql.raw('false')}, ${now}, ${now})`.execute(db)
  const classId = newId()
  await db.insertInto('class').values({ id: classId, school_id: schoolId, name: '5B', code: newId(), created_at: now, year_ends: '2027-07-31', archived_at: null, open_until: null }).execute()
  await db.insertInto('class_staff').values({ school_id: schoolId, class_id: classId, staff_id: staffId }).execute()
  const pupilIds = Array.from({ length: pupils }, () => newId())
  for (const [index, id] of pupilIds.entries()) {
    await db.insertInto('pupil').values({ id, school_id: schoolId, class_id: classId, name: `Pupil ${index + 1}`, pictures_hash: '', key_hash: newId(), created_at: now }).execute()
  }
  return { schoolId, staffId, classId, pupilIds, staff: { id: staffId, schoolId, role, name: 'T. Teacher', email: `${staffId.toLowerCase()}@example.org` } }
}
