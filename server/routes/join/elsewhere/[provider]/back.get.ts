/** `/join/elsewhere/<provider>/back`: a pupil comes back from their account, and is in; or it is joined to their name. */
import { defineEventHandler, getRouterParam, sendRedirect, type H3Event } from 'h3'
import { joinAccount, pupilOfAccount, type Identity } from '../../../../classes/pupil-accounts.ts'
import { ofThisPupil } from '../../../../classes/pupil-session.ts'
import { finish, purposeOf } from '../../../../edge/elsewhere/openid.ts'
import { pageOf } from '../../../../edge/elsewhere/pages.ts'
import { joinVisitorOf } from '../../../../edge/people/join-visitor.ts'
import { requirePupil, startPupilSession } from '../../../../edge/people/pupil-cookie.ts'
import { rememberDevice } from '../../../../edge/request/device.ts'
import { Refusal } from '../../../../platform/refusal.ts'

async function comeIn(event: H3Event, identity: Identity): Promise<string> {
  const { db, secret } = await joinVisitorOf(event)
  const pupil = await pupilOfAccount(db, secret, identity)
  if (!pupil) return pageOf('/join', 'unknown')
  await startPupilSession(event, db, pupil)
  await rememberDevice(event, db, `pupil:${pupil.id}`, [`class:${pupil.classId}`])
  return pageOf('/my')
}

/** @param pupilId who went to join it: whoever sits at the device by now gets nobody else's account */
async function join(event: H3Event, identity: Identity, pupilId: string): Promise<string> {
  const { secret } = await joinVisitorOf(event)
  const { pupil, db } = await requirePupil(event)
  ofThisPupil(pupil, pupilId)
  await joinAccount(db, secret, pupil, identity)
  return pageOf('/my', 'joined')
}

export default defineEventHandler(async (event): Promise<void> => {
  let page = pageOf(purposeOf(event) === 'join' ? '/my' : '/join', 'failed')
  try {
    const { purpose, identity, pupilId } = await finish(event, getRouterParam(event, 'provider') ?? '')
    page = await (purpose === 'join' ? join(event, identity, pupilId) : comeIn(event, identity))
  }
  catch (error) {
    const reason = error instanceof Refusal ? (error.details as { reason?: unknown } | undefined)?.reason : undefined
    if (reason === 'account-taken') page = pageOf('/my', 'taken')
  }
  return sendRedirect(event, page)
})
