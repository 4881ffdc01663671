/** Who is in a course, as its LMS says (NRPS 2.0), when a teacher asks: handed on to that page, and kept nowhere. */
import { z } from 'zod'
import type { LtiNames } from '#shared/api/lti'
import { byName } from '#shared/people/by-name'
import { tidyName } from '#shared/text/tidy-text'
import { Refusal } from '../platform/refusal.ts'
import type { Db } from '../platform/database/client.ts'
import { isLearner, scope } from './claims.ts'
import { LmsError } from './fetching.ts'
import { liesAt, type Platform } from './platforms.ts'
import { askWithToken } from './services.ts'

const members = z.object({
  members: z.array(
    z.object({
      user_id: z.string(),
      name: z.string().optional(),
      given_name: z.string().optional(),
      family_name: z.string().optional(),
      roles: z.array(z.string()).default([]),
      status: z.string().default('Active'),
    }),
  ),
})
/** More pages than any course has. */
const MOST_PAGES = 20

/** @returns the address of the next page (RFC 8288) */
const nextOf = (link: string | undefined) => /<([^>]+)>\s*;[^,]*\brel="?next"?/i.exec(link ?? '')?.[1]

/**
 * @returns the pupils of the course with the names that the LMS gives, those who were never here with no id; and whether it gives
 * any names at all
 * @throws `conflict` where the LMS does not tell, `unavailable` where it does not answer
 */
export async function namesOf(db: Db, platform: Platform, classId: string): Promise<LtiNames> {
  const course = await db.selectFrom('lti_context').select('members_url').where('class_id', '=', classId).executeTakeFirst()
  if (!course?.members_url) throw new Refusal('conflict', 'lti-no-names', { reason: 'no-names' })
  const known = await db.selectFrom('lti_pupil').select(['pupil_id', 'person']).where('class_id', '=', classId).execute()
  const pupilOf = new Map(known.map(({ person, pupil_id: id }) => [person, id]))
  const found: { id: string | null, name: string }[] = []
  let address: string | undefined = course.members_url
  for (let pages = 0; address !== undefined && pages < MOST_PAGES; pages++) {
    const page = await pageAt(db, platform, address)
    for (const { user_id: person, name, given_name: given, family_name: family, roles, status } of page.members) {
      if (status !== 'Active' || !isLearner(roles)) continue
      found.push({ id: pupilOf.get(person) ?? null, name: tidyName(name ?? [given, family].filter(Boolean).join(' ')).slice(0, 120) })
    }
    address = page.next
  }
  const named = found.filter(({ name }) => name !== '')
  return { names: named.sort(byName), withheld: found.length > 0 && named.length === 0 }
}

async function pageAt(db: Db, platform: Platform, address: string) {
  if (!liesAt(platform, address)) throw new Refusal('conflict', 'lti-no-names', { reason: 'no-names' })
  try {
    const { status, body, headers } = await askWithToken(db, platform, scope.members, address, {
      headers: { accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json' },
    })
    const read = status === 200 ? members.safeParse(JSON.parse(body)) : undefined
    if (!read?.success) throw new LmsError(`status-${status}`)
    return { members: read.data.members, next: nextOf(headers.link) }
  }
  catch (error) {
    if (error instanceof LmsError || error instanceof SyntaxError) throw new Refusal('unavailable', 'lti-names-away', { reason: 'away' })
    throw error
  }
}
