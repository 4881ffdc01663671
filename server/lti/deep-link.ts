/** Lessons that a teacher has chosen, as an LMS takes them (LTI Deep Linking 2.0). */
import type { PickedLessons } from '#shared/api/lti'
import { Refusal } from '../platform/refusal.ts'
import type { Db } from '../platform/database/client.ts'
import { claim } from './claims.ts'
import { signed } from './keys.ts'
import type { Picking } from './messages.ts'
import { customOf, type Options } from './options.ts'
import type { Platform } from './platforms.ts'

/** Seconds for the page to post it on. */
const GOOD_FOR = 300

/** One activity of the course. */
export interface Chosen {
  readonly lessonId: string
  readonly title: string
  readonly options: Options
  /** What its grade is out of: as many points as its quiz has; 1 for "done" where it has none. */
  readonly most: number
}

const dayInLondon = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', dateStyle: 'short' })

/** @returns the last minute of a day in the United Kingdom (ISO 8601), in summer time too */
export function endOfDay(day: string): string {
  const late = new Date(`${day}T23:59:00Z`)
  return (dayInLondon.format(late) === day ? late : new Date(late.getTime() - 3_600_000)).toISOString()
}

/**
 * @param wanted.withGrades whether each activity gets a line in the list of grades; `dueOn` its last day, or null
 * @returns where the page posts the message to, and the message. The address of a lesson is left out: each opens like any other
 * @throws `invalid` where more are chosen than the LMS takes
 */
export async function pickedMessage(
  db: Db,
  platform: Platform,
  picking: Picking,
  chosen: readonly Chosen[],
  { withGrades, dueOn }: { readonly withGrades: boolean, readonly dueOn: string | null },
): Promise<PickedLessons> {
  if (chosen.length > 1 && !picking.isSeveral) throw new Refusal('invalid', 'lti-one-lesson')
  const items = chosen.map(({ lessonId, title, options, most }) => {
    const custom = customOf(lessonId, options, dueOn)
    const resourceId = [lessonId, custom.kind, custom.part].filter(Boolean).join(' ')
    return {
      type: 'ltiResourceLink',
      title,
      custom,
      ...(withGrades && picking.takesGrades ? { lineItem: { scoreMaximum: most, label: title, resourceId } } : {}),
      ...(dueOn === null ? {} : { submission: { endDateTime: endOfDay(dueOn) } }),
    }
  })
  const jwt = await signed(
    db,
    {
      iss: platform.client_id,
      aud: platform.issuer,
      nonce: crypto.randomUUID(),
      [claim.type]: 'LtiDeepLinkingResponse',
      [claim.version]: '1.3.0',
      [claim.deployment]: picking.deploymentId,
      [claim.items]: items,
      ...(picking.data === undefined ? {} : { [claim.pickingData]: picking.data }),
    },
    GOOD_FOR,
  )
  return { address: picking.returnUrl, jwt }
}
