/** `GET /api/my`: who is signed in on this device, and what their class has been given. */
import { defineEventHandler, setResponseHeader } from 'h3'
import type { My } from '#shared/api/my'
import { sittingsOf } from '#activities/sittings'
import { hasPupilAccounts, isAccountJoined } from '../../classes/pupil-accounts.ts'
import { pupilProviders } from '../../edge/elsewhere/openid.ts'
import { requirePupil } from '../../edge/people/pupil-cookie.ts'
import { listedLesson } from '../../content/app/assigned-lesson.ts'
import { appLibrary } from '../../content/app/app-library.ts'
import { requestedLocale } from '../../edge/request/locale-in.ts'
import { brandOf } from '../../school/branding.ts'
import { myAssignments } from '../../assignments/my-list.ts'

export default defineEventHandler(async (event): Promise<My> => {
  const { pupil, db } = await requirePupil(event)
  // Whoever sits down next must not find it with Back.
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const library = await appLibrary()
  const assignments = (await myAssignments(db, pupil)).flatMap((assignment) => {
    const lesson = listedLesson(library, assignment, requestedLocale(event))
    return lesson
      ? [
          {
            ...assignment,
            locale: lesson.locale,
            title: lesson.title,
            minutes: lesson.minutes,
            band: lesson.band,
            hasBreak: sittingsOf(lesson).length > 1,
            cover: lesson.cover?.alt ?? null,
          },
        ]
      : []
  })
  const providers = pupilProviders()
  const account = providers.length > 0 && await hasPupilAccounts(db, pupil.schoolId)
    ? { ways: providers, isJoined: await isAccountJoined(db, pupil.id) }
    : { ways: [], isJoined: false }
  return { pupilId: pupil.id, name: pupil.name, school: await brandOf(db, pupil.schoolId), account, assignments }
})
