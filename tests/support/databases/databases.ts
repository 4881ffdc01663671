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

/** @returns the address of an empty database without tables, gone when the test is over */
export async function emptyDatabase(engine: Engine): Promise<string> {
  if (engine === 'sqlite') {
    const folder = temporaryFolder('database')
    onTestFinished(() => removeFolder(folder))
    return join(folder, 'whos-there.sqlite')
  }
  const name = await copyOf('template1')
  onTestFinished(async () => {
    const server = serverAt(inject('postgres'))
    await sql`drop database ${sql.ref(name)}`.execute(server)
    await server.destroy()
  })
  return databaseAt(inject('postgres'), name)
}

/** Databases of PostgreSQL that tests of this worker are done with, with their tables and nothing in them. */
const emptied: string[] = []

/** @returns a fresh database with its tables, gone when the test is over */
export async function freshDatabase(engine: Engine): Promise<OpenDatabase> {
  if (engine === 'sqlite') {
    const opened = await openDatabase(':memory:')
    onTestFinished(() => opened.db.destroy())
    return opened
  }
  const address = emptied.pop() ?? databaseAt(inject('postgres'), await copyOf(TEMPLATE))
  const opened = await openDatabase(address, null)
  onTestFinished(async () => {
    await opened.db.destroy()
    await empty(address)
    emptied.push(address)
  })
  return opened
}

/** @returns the name of a new database. @param template the one to copy */
async function copyOf(template: string): Promise<string> {
  const server = serverAt(inject('postgres'))
  const name = `test_${Math.random().toString(36).slice(2)}`
  await sql`create database ${sql.ref(name)} template ${sql.ref(template)}`.execute(server)
  await server.destroy()
  return name
}

/**
 * Takes every row out, which is twenty times as fast as another database. Tests that change tables have to make one (`emptyDatabase`).
 * @throws where the test has left somebody in it, who would write into the next test
 */
async function empty(address: string) {
  const server = serverAt(address)
  await sql`do $$
    declare name text;
    begin
      for tries in 1..100 loop
        perform pg_stat_clear_snapshot();
        exit when not exists (select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid());
        if tries = 100 then raise exception 'The test is over, and its database is still in use.'; end if;
        perform pg_sleep(0.02);
      end loop;
      set local session_replication_role = replica;
      for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
        execute format('delete from %I', name);
      end loop;
    end $$`.execute(server)
  await server.destroy()
}

export { schoolWith as seededSchool } from './seed-school'
