/** `npm run restore -- FILE`: puts a backup in the place of what is there, also while the app runs. */
import { contentsOf, contentsOfBackup, restore, type Contents } from '../server/school/backup.ts'
import { appDatabase } from '../server/platform/database/app-database.ts'
import { agreed } from './setup/agreed.ts'
import { readArguments } from './setup/arguments.mjs'

const { values, positionals: [path = ''] } = readArguments('restore')

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

function told({ schools, classes, pupils, attempts, staff }: Contents): string {
  if (schools.length === 0) return 'nothing yet'
  const people = `${counted(staff, 'member')} of staff`
  return `${schools.join(', ')}: ${people}, ${classes} ${classes === 1 ? 'class' : 'classes'}, ${counted(pupils, 'pupil')}, ${counted(attempts, 'attempt')}`
}

try {
  const { madeAt, ...inBackup } = await contentsOfBackup(path)
  const opened = await appDatabase()
  const question = [
    `In this backup, of ${madeAt}: ${told(inBackup)}.`,
    `There now, and replaced by it: ${told(await contentsOf(opened))}.`,
  ].join('\n')
  if (await agreed(question, values.yes)) {
    const { erasedAgain } = await restore(opened, path)
    console.log(`Restored: everything is as it was at ${madeAt}. Erased since then, and erased again: ${erasedAgain}.`)
  }
  else process.exitCode = 2
  await opened.db.destroy()
}
catch (error) {
  console.error(`Nothing was restored: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
