/** The LMSs that a school has connected: how each signs people in, where it lies, and which of its deployments are ours. */
import { audit } from '../platform/security/audit.ts'
import { Refusal } from '../platform/refusal.ts'
import { newId } from '../platform/security/tokens.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import type { Staff } from '../accounts/staff/staff-member.ts'
import { allowedAddress, LmsError } from './fetching.ts'

export type Platform = Row<'lti_platform'>
type By = Pick<Staff, 'schoolId'> & { readonly id: string | null }

export interface NewPlatform {
  readonly name: string
  readonly issuer: string
  readonly clientId: string
  readonly authUrl: string
  readonly tokenUrl: string
  readonly tokenAudience: string | null
  readonly jwksUrl: string
  /** Where people open the LMS, where that is another place than the addresses above. */
  readonly home: string | null
  readonly deploymentIds: readonly string[]
}

/** Refused by us before anything is kept: the field is named, so that the page can show where. */
function originOf(field: keyof NewPlatform, address: string): string {
  try {
    return allowedAddress(address).origin
  }
  catch (error) {
    if (!(error instanceof LmsError)) throw error
    throw new Refusal('invalid', 'lti-address', { issues: [{ field, message: { key: 'lti-address' } }] })
  }
}

/** @returns where its pages and services may lie */
function originsOf({ authUrl, tokenUrl, jwksUrl, home }: NewPlatform): string[] {
  const named = [originOf('authUrl', authUrl), originOf('tokenUrl', tokenUrl), originOf('jwksUrl', jwksUrl)]
  return [...new Set([...named, ...(home === null ? [] : [originOf('home', home)])])]
}

/**
 * Keeps a platform and its deployments.
 * @param state `connected` where an admin typed it in, which is the yes; `waiting` where it registered by itself
 * @throws `invalid` where an address is not one that we may ask, `conflict` where it is connected already
 */
export async function addPlatform(
  db: Db,
  by: By,
  wanted: NewPlatform,
  state: 'connected' | 'waiting' = 'connected',
  now = new Date(),
): Promise<{ id: string }> {
  const origins = originsOf(wanted).join(' ')
  return db.transaction().execute(async (all) => {
    const made = await all
      .insertInto('lti_platform')
      .values({
        id: newId(),
        school_id: by.schoolId,
        name: wanted.name,
        issuer: wanted.issuer,
        client_id: wanted.clientId,
        auth_url: wanted.authUrl,
        token_url: wanted.tokenUrl,
        token_audience: wanted.tokenAudience,
        jwks_url: wanted.jwksUrl,
        origins,
        state,
        created_at: now.toISOString(),
      })
      .onConflict(conflict => conflict.columns(['issuer', 'client_id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!made) throw new Refusal('conflict', 'lti-known')
    for (const id of wanted.deploymentIds) await keepDeployment(all, { id: made.id, school_id: by.schoolId }, id)
    await audit(all, by, state === 'connected' ? 'lms.connect' : 'lms.register', made.id)
    return made
  })
}

const keepDeployment = (db: Db, platform: Pick<Platform, 'id' | 'school_id'>, deploymentId: string) =>
  db
    .insertInto('lti_deployment')
    .values({ platform_id: platform.id, deployment_id: deploymentId, school_id: platform.school_id })
    .onConflict(conflict => conflict.doNothing())
    .execute()

/** @throws `not-found` where the school has no such platform */
export async function ensurePlatform(db: Db, { schoolId }: Pick<By, 'schoolId'>, id: string): Promise<Platform> {
  const found = await db.selectFrom('lti_platform').selectAll().where('id', '=', id).where('school_id', '=', schoolId).executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'lti-no-platform')
  return found
}

/** @throws `conflict` where its LMS is not connected, so that nothing may be asked of it */
export async function platformOfCourse(db: Db, classId: string): Promise<Platform> {
  const found = await db.selectFrom('lti_context').innerJoin('lti_platform', 'lti_platform.id', 'platform_id').selectAll('lti_platform')
    .where('class_id', '=', classId).where('state', '=', 'connected').executeTakeFirst()
  if (!found) throw new Refusal('conflict', 'lti-not-connected')
  return found
}

/** Another place in the same LMS where the tool is put up. */
export function addDeployment(db: Db, by: By, id: string, deploymentId: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    const platform = await ensurePlatform(all, by, id)
    await keepDeployment(all, platform, deploymentId)
    await audit(all, by, 'lms.deployment', id)
  })
}

/** Says yes to what a registration brought, or connects again what was disconnected. */
export function connect(db: Db, by: By, id: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await ensurePlatform(all, by, id)
    await all.updateTable('lti_platform').set({ state: 'connected' }).where('id', '=', id).execute()
    await audit(all, by, 'lms.connect', id)
  })
}

/**
 * From now on nobody comes in from there, whoever is here is signed out, and no grade is sent. What pupils did stays until the
 * platform is removed, so that it can be connected again.
 */
export function disconnect(db: Db, by: By, id: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    await ensurePlatform(all, by, id)
    await all.updateTable('lti_platform').set({ state: 'disconnected' }).where('id', '=', id).execute()
    const classes = all.selectFrom('lti_context').select('lti_context.class_id').where('platform_id', '=', id)
    await all
      .deleteFrom('pupil_session')
      .where('pupil_id', 'in', all.selectFrom('lti_pupil').select('lti_pupil.pupil_id').where('class_id', 'in', classes))
      .execute()
    await all.deleteFrom('lti_session').where('platform_id', '=', id).execute()
    await all.deleteFrom('lti_login').where('platform_id', '=', id).execute()
    await audit(all, by, 'lms.disconnect', id)
  })
}

/**
 * Forgets a platform whose courses are erased.
 * @throws `conflict` where it is connected, or has courses still
 */
export function removePlatform(db: Db, by: By, id: string): Promise<void> {
  return db.transaction().execute(async (all) => {
    const { state } = await ensurePlatform(all, by, id)
    const course = await all.selectFrom('lti_context').select('class_id').where('platform_id', '=', id).executeTakeFirst()
    if (state === 'connected' || course) throw new Refusal('conflict', 'lti-has-courses')
    await all.deleteFrom('lti_platform').where('id', '=', id).execute()
    await audit(all, by, 'lms.remove', id)
  })
}

/**
 * @param clientId may be left out by a platform that has one tool of ours only (LTI 1.3 security framework, 5.1.1.1)
 * @returns who asks to sign somebody in, connected or not; undefined where nobody can tell
 */
export async function platformOf(db: Db, issuer: string, clientId: string | undefined): Promise<Platform | undefined> {
  const found = await db
    .selectFrom('lti_platform')
    .selectAll()
    .where('issuer', '=', issuer)
    .$if(clientId !== undefined, query => query.where('client_id', '=', clientId ?? ''))
    .limit(2)
    .execute()
  return found.length === 1 ? found[0] : undefined
}

export async function isDeployed(db: Db, platformId: string, deploymentId: string): Promise<boolean> {
  return await db.selectFrom('lti_deployment').select('platform_id').where('platform_id', '=', platformId)
    .where('deployment_id', '=', deploymentId).executeTakeFirst() !== undefined
}

/** @returns whether an address lies at the platform: where it says that people, grades and names go */
export function liesAt({ origins }: Pick<Platform, 'origins'>, address: string): boolean {
  return URL.canParse(address) && origins.split(' ').includes(new URL(address).origin)
}
