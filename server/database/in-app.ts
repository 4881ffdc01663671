/** The running app's database, opened once. A variable that is set but empty counts as not set: SQLite would take "" for a database that is thrown away at the end. */
import { join } from 'node:path'
import { openDatabase, type OpenDatabase } from './client.ts'

let opened: Promise<OpenDatabase> | undefined

/** Where the embedded database and what goes with it lie; `DATA_DIR` sets another place. */
export const dataFolder = () => process.env.DATA_DIR || join(process.cwd(), 'data')

/** @returns the database that `DATABASE_URL` names, or the file in the data folder */
export function appDatabase(): Promise<OpenDatabase> {
  // A database that was away when it was first asked for is asked again.
  opened ??= openDatabase(process.env.DATABASE_URL || join(dataFolder(), 'whos-there.sqlite')).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}
