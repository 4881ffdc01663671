/** `npm run backup [-- FILE]`: everything that the app keeps, as one file, while it runs. */
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '../server/school/backup.ts'
import { databaseAsItIs } from '../server/platform/database/app-database.ts'
import { settings } from '../server/platform/settings.ts'
import { agreed } from './setup/agreed.ts'
import { readArguments } from './setup/arguments.mjs'

const { values, positionals: [given] } = readArguments('backup')

/** A reason that the system gives, in words; its own name otherwise. */
const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'its folder is not there; make it first, or name another file',
  EACCES: 'this account may not write there; name another file',
  EROFS: 'nothing can be written there; name another file',
  EISDIR: 'it is a folder; name a file in it',
  ENOTDIR: 'its folder is a file; name another one',
  ENOSPC: 'the disk is full; make room, or name a file on another disk',
}

function reasonOf(error: unknown, path: string): string {
  const code = error instanceof Error && 'code' in error && 'syscall' in error ? String(error.code) : undefined
  if (code !== undefined) return `${path} cannot be written: ${reasons[code] ?? code}.`
  return error instanceof Error ? error.message : String(error)
}

/** @returns the file to write; by default one of this moment, where backups are kept */
function target(): string {
  if (given !== undefined) return given
  const folder = join(settings().dataFolder, 'backups')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  return join(folder, `whos-there-${new Date().toISOString().replace(/[:.]/g, '-')}.jsonl.gz`)
}

let path = given ?? 'The folder for backups'
try {
  path = target()
  if (existsSync(path) && !await agreed(`${path} is there already, and would be replaced.`, values.yes)) process.exit(2)
  const opened = await databaseAsItIs()
  await backUp(opened, path).finally(() => opened.db.destroy())
  console.log(
    `Written: ${path}\nIt holds pupils' names. Keep it where only those who may see them can reach it, and no longer than the school keeps its classes.`,
  )
}
catch (error) {
  console.error(`The backup was not made: ${reasonOf(error, path)}`)
  process.exitCode = 1
}
