/** `npm run restore -- FILE`: puts a backup in the place of what is there, also while the app runs. */
import { restore } from '../server/database/backup.ts'
import { appDatabase } from '../server/database/in-app.ts'

const path = process.argv[2]

if (path === undefined) {
  console.error('Say which backup: npm run restore -- data/backups/whos-there-….jsonl.gz')
  process.exitCode = 2
}
else {
  try {
    const opened = await appDatabase()
    const { madeAt, erasedAgain } = await restore(opened, path)
    await opened.db.destroy()
    console.log(`Restored: everything is as it was at ${madeAt}. Erased since then, and erased again: ${erasedAgain}.`)
  }
  catch (error) {
    console.error(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`)
    process.exitCode = 1
  }
}
