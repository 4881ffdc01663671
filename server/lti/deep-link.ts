/** Lessons that a teacher has chosen, as an LMS takes them (LTI Deep Linking 2.0). */
import type { PickedLessons } from '#shared/api/lti'
import { Refusal } from '../platform/refusal.ts'
import type { Db } from '../platform/database/client.ts'
import { claim } from './claims.ts'
import { signed } from './keys.ts'
import type { Picking } from './messages.ts'
import type { Platform } from './platforms.ts'

/** Seconds for the page to post it on. */
const GOOD_FOR = 300
/** What a grade is out of in the LMS's list; each score brings its own. */
const OUT_OF = 100

interface Chosen {
  readonly id: string
  readonly title: string
}

/**
 * @param withGrades whether each lesson gets a line in the list of grades
 * @returns where the page posts the message to, and the message. The address of a lesson is left out: each opens like any other
 * @throws `invalid` where more are chosen than the LMS takes
 */
export async function pickedMessage(
  db: Db,
  platform: Platform,
  picking: Picking,
  chosen: readonly Chosen[],
  withGrades: boolean,
): Promise<PickedLessons> {
  if (chosen.length > 1 && !picking.isSeveral) throw new Refusal('invalid', 'lti-one-lesson')
  const items = chosen.map(({ id, title }) => ({
    type: 'ltiResourceLink',
    title,
    custom: { lesson: id },
    ...(withGrades && picking.takesGrades ? { lineItem: { scoreMaximum: OUT_OF, label: title, resourceId: id } } : {}),
  }))
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
