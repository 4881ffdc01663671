/** The running app's database, opened once. */
import { join } from 'node:path'
import { openDatabase, type OpenDatabase } from './client.ts'

let opened: Promise<OpenDatabase> | undefined

/** Where the embedded database and what goes with it lie; `DATA_DIR` sets another place. */
export const dataFolder = () => process.env.DATA_DIR ?? join(process.cwd(), 'data')

/** @returns the database that `DATABASE_URL` names, or the file in the data folder */
export function appDatabase(): Promise<OpenDatabase> {
  opened ??= openDatabase(process.env.DATABASE_URL || join(dataFolder(), 'whos-there.sqlite'))
  return opened
}
