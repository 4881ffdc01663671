/** The databases that everything has to work on, each test with one of its own. */
import { inject, onTestFinished } from 'vitest'
import { sql } from 'kysely'
import { openDatabase, type Engine, type OpenDatabase } from '../../server/database/client.ts'
import { databaseAt, serverAt, TEMPLATE } from './postgres.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server, or "" where PostgreSQL is not installed. */
    postgres: string
  }
}

export const engines: readonly Engine[] = inject('postgres') === '' ? ['sqlite'] : ['sqlite', 'postgres']

/** @returns a fresh database with its tables, gone when the test is over */
export async function freshDatabase(engine: Engine): Promise<OpenDatabase> {
  if (engine === 'sqlite') {
    const opened = await openDatabase(':memory:')
    onTestFinished(() => opened.db.destroy())
    return opened
  }
  const server = serverAt(inject('postgres'))
  const name = `test_${Math.random().toString(36).slice(2)}`
  await sql`create database ${sql.ref(name)} template ${sql.ref(TEMPLATE)}`.execute(server)
  const opened = await openDatabase(databaseAt(inject('postgres'), name))
  onTestFinished(async () => {
    await opened.db.destroy()
    await sql`drop database ${sql.ref(name)}`.execute(server)
    await server.destroy()
  })
  return opened
}

export { schoolWith as seededSchool } from './seed-school'
