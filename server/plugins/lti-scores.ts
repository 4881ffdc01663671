/** Sends grades to the LMSs that wait for them, every few seconds; what is refused for good is written down for the school's admins. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { sendScores } from '../lti/scores.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { forLog } from '../platform/failure.ts'
import { audit } from '../platform/security/audit.ts'
import { isAllowed } from '../platform/security/rate-limit.ts'

/** Milliseconds. */
const EVERY = 5_000
const ONCE = { tries: 1, window: 60 * 60_000 }

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  let isBusy = false
  let isSaid = false

  async function look() {
    if (isBusy) return
    isBusy = true
    try {
      const { db } = await appDatabase()
      const { refused } = await sendScores(db)
      for (const { platformId, schoolId, reason } of refused) {
        console.warn(`An LMS (${platformId}) will not take a grade: ${reason}. It is shown as refused on the board of its course.`)
        if (await isAllowed(db, `lti-score:${platformId}:${reason}`, ONCE))
          await audit(db, { id: null, schoolId }, 'lms.grade-refused', `${platformId} ${reason}`)
      }
      isSaid = false
    }
    catch (error) {
      if (!isSaid) console.error(`Grades could not be sent to an LMS; they wait, and it is tried again. ${forLog(error)}`)
      isSaid = true
    }
    isBusy = false
  }
  const timer = setInterval(() => void look(), EVERY)
  nitro.hooks.hook('close', () => clearInterval(timer))
})
