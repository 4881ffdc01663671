/** The databases that everything has to work on, each test with one of its own. */
import { inject, onTestFinished } from 'vitest'
import { sql } from 'kysely'
import { openDatabase, type Engine, type OpenDatabase } from '../../server/database/client.ts'

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

export { schoolWith as seededSchool } from './seed-school'
