/** `npm run backup [-- FILE]`: everything that the app keeps, as one file, while it runs. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { backUp } from '../server/database/backup.ts'
import { appDatabase, dataFolder } from '../server/database/in-app.ts'

const folder = join(dataFolder(), 'backups')
const path = process.argv[2] ?? join(folder, `whos-there-${new Date().toISOString().replace(/[:.]/g, '-')}.jsonl.gz`)

try {
  if (process.argv[2] === undefined) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const opened = await appDatabase()
  await backUp(opened, path)
  await opened.db.destroy()
  console.log(`Written: ${path}\nIt holds pupils' names. Keep it where only those who may see them can reach it, and no longer than the school keeps its classes.`)
}
catch (error) {
  console.error(`The backup was not made: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
