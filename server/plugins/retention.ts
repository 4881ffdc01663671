/** Looks at its start and every quarter of an hour at its clock, and for what has been kept long enough. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { assignedLesson } from '../content/app/assigned-lesson.ts'
import { appLibrary } from '../content/app/app-library.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import type { ClockBelief } from '#shared/api/school/system'
import { withReserve } from '../platform/database/reserve.ts'
import { lookAfter } from '../school/retention.ts'
import { noteUpkeep } from '../school/upkeep.ts'
import { forLog } from '../platform/failure.ts'

const EVERY = 15 * 60_000

const doubts: Readonly<Record<NonNullable<ClockBelief['doubt']>, string>> = {
  ahead: 'is far ahead of the last time that was seen. Either the server was off for long, or the clock is wrong',
  behind: 'is behind a time that was seen before, so it is wrong, or was',
  apart: 'and that of the database server differ, so one of them is wrong',
}

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  let said: ClockBelief['doubt'] = null

  function logDoubt({ doubt, now, against }: ClockBelief) {
    if (doubt === said) return
    said = doubt
    if (doubt === null)
      console.log('The clock of this server can be believed again: what has been kept long enough is deleted as announced.')
    else
      console.error(
        `The clock of this server says ${now}, against ${against}: it ${doubts[doubt]}. Until that is clear, nothing is deleted because of its age. Set the clock right, or say that it is right under "This server".`,
      )
  }

  async function look() {
    try {
      const { db } = await appDatabase()
      const library = await appLibrary()
      const { belief, classes, assignments } = await withReserve(db, () => lookAfter(db, assignment => assignedLesson(library, assignment)))
      logDoubt(belief)
      if (belief.doubt === null) await noteUpkeep(db, 'deletion')
      if (classes > 0) console.log(`${classes} classes of past school years were deleted, as the school has set it.`)
      if (assignments > 0) console.log(`${assignments} assignments that nobody had closed were closed; their single answers are deleted a day later.`)
    }
    catch (error) {
      console.error(`Looking for what has been kept long enough did not work; it is tried again in a quarter of an hour. ${forLog(error)}`)
    }
  }
  const timer = setInterval(() => void look(), EVERY)
  void look()
  nitro.hooks.hook('close', () => clearInterval(timer))
})
