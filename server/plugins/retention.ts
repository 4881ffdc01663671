/** Looks at its start and every few hours for what has been kept long enough. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { assignedLesson } from '../content/assigned-lesson.ts'
import { appLibrary } from '../content/library-in-app.ts'
import { appDatabase } from '../database/in-app.ts'
import { deleteExpired } from '../database/retention.ts'
import { closeForgotten } from '../database/tallies.ts'
import { noteUpkeep } from '../database/upkeep.ts'
import { forLog } from '../failure.ts'

const EVERY = 6 * 60 * 60_000

export default defineNitroPlugin((nitro) => {
  async function look() {
    try {
      const { db } = await appDatabase()
      const library = await appLibrary()
      await closeForgotten(db, assignment => assignedLesson(library, assignment))
      const deleted = await deleteExpired(db)
      await noteUpkeep(db, 'deletion')
      if (deleted > 0) console.log(`${deleted} classes of past school years were deleted, as the school has set it.`)
    }
    catch (error) {
      console.error(`Looking for what has been kept long enough did not work; it is tried again in some hours. ${forLog(error)}`)
    }
  }
  const timer = setInterval(() => void look(), EVERY)
  void look()
  nitro.hooks.hook('close', () => clearInterval(timer))
})
