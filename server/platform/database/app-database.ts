/** The running app's database, opened once. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { settings } from '../settings.ts'
import { openDatabase, type OpenDatabase } from './client.ts'

let opened: Promise<OpenDatabase> | undefined

function addressOfDatabase(): string {
  const { databaseUrl, dataFolder } = settings()
  return databaseUrl ?? join(dataFolder, 'whos-there.sqlite')
}

/**
 * @returns the same as `appDatabase`, with its tables as they are: a backup that is made between an update's steps changes
 * nothing under the server that runs
 * @throws with a sentence where there is none
 */
export async function databaseAsItIs(): Promise<OpenDatabase> {
  const address = addressOfDatabase()
  if (!address.includes('://') && !existsSync(address))
    throw new Error(`There is no database at ${address}. Look whether DATA_DIR, or DATABASE_URL, is the same as the app's.`)
  return openDatabase(address, null)
}

/** @returns the database that `DATABASE_URL` names, or the file in the data folder */
export function appDatabase(): Promise<OpenDatabase> {
  // A database that was away when it was first asked for is asked again.
  opened ??= openDatabase(addressOfDatabase()).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}
