import { describe, expect, it } from 'vitest'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { endOtherSessions, endSession, rename } from '../accounts/my-account/account'
import { addDeployment, addPlatform, connect, disconnect } from '../lti/platforms'
import { makeInvite } from '../lti/registration'

describe.each(engines)('what somebody does with their account and an admin with an LMS, on %s,', (engine) => {
  it('is done and in the school\'s records, or neither', async () => {
    const { db } = await freshDatabase(engine)
    const { staff, staffId } = await seededSchool(db)
    const at = (path: string) => `https://lms.example/${path}`
    const { id } = await addPlatform(db, staff, {
      name: 'Our LMS', issuer: at(''), clientId: 'c', authUrl: at('auth'), tokenUrl: at('token'), tokenAudience: null, jwksUrl: at('jwks'),
      home: null, deploymentIds: ['1'],
    })
    await disconnect(db, staff, id)
    const time = new Date().toISOString()
    for (const session of ['here', 'there', 'away'])
      await db.insertInto('staff_session').values({
        id: session, token: session, user_id: staffId, way: null, expires_at: time, created_at: time, updated_at: time,
      }).execute()
    const acts: readonly (readonly [action: string, act: () => Promise<unknown>])[] = [
      ['lms.deployment', () => addDeployment(db, staff, id, '2')],
      ['lms.connect', () => connect(db, staff, id)],
      ['lms.invite', () => makeInvite(db, staff, at(''), 'https://school.example')],
      ['account.name', () => rename(db, staff, 'Another')],
      ['account.session-end', () => endSession(db, staff, 'away')],
      ['account.session-end', () => endOtherSessions(db, staff, 'here')],
    ]
    const tables = ['lti_deployment', 'lti_platform', 'lti_invite', 'staff', 'staff_session'] as const
    const everything = async () => JSON.stringify(await Promise.all(
      tables.map(table => db.selectFrom(table).selectAll().execute() as Promise<unknown>),
    ))
    await db.deleteFrom('audit').execute()
    for (const [action, act] of acts) {
      const before = await everything()
      await db.schema.alterTable('audit').renameTo('gone').execute()
      await expect(act(), action).rejects.toThrow()
      expect(await everything(), action).toBe(before)
      await db.schema.alterTable('gone').renameTo('audit').execute()
      await act()
      expect(await everything(), action).not.toBe(before)
    }
    const rows = await db.selectFrom('audit').select('action').execute()
    expect(rows.map(row => row.action).sort()).toEqual(acts.map(([action]) => action).sort())
  })
})
