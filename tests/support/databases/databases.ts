/** The databases that everything has to work on, each test with one of its own. */
import { join } from 'node:path'
import { inject, onTestFinished } from 'vitest'
import { sql } from 'kysely'
import { openDatabase, type Engine, type OpenDatabase } from '../../../server/platform/database/client.ts'
import { databaseAt, serverAt, TEMPLATE } from './postgres.ts'
import { removeFolder, temporaryFolder } from '../temporary-folder.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the test server, or "" where PostgreSQL is not installed. */
    postgres: string
  }
}

export const engines: readonly Engine[] = inject('postgres') === '' ? ['sqlite'] : ['sqlite', 'postgres']

/** @returns the address of an empty database, gone when the test is over. @param template a database of the PostgreSQL to copy instead */
export async function emptyDatabase(engine: Engine, template = 'template1'): Promise<string> {
  if (engine === 'sqlite') {
    const folder = temporaryFolder('database')
    onTestFinished(() => removeFolder(folder))
    return join(folder, 'whos-there.sqlite')
  }
  const server = serverAt(inject('postgres'))
  const name = `test_${Math.random().toString(36).slice(2)}`
  await sql`create database ${sql.ref(name)} template ${sql.ref(template)}`.execute(server)
  onTestFinished(async () => {
    await sql`drop database ${sql.ref(name)}`.execute(server)
    await server.destroy()
  })
  return databaseAt(inject('postgres'), name)
}

/** @returns a fresh database with its tables, gone when the test is over */
export async function freshDatabase(engine: Engine): Promise<OpenDatabase> {
  const opened = await openDatabase(engine === 'sqlite' ? ':memory:' : await emptyDatabase(engine, TEMPLATE))
  onTestFinished(() => opened.db.destroy())
  return opened
}

export { schoolWith as seededSchool } from './seed-school'
