/** `/join/elsewhere/<provider>`: a pupil goes to their account elsewhere; `?for=join` to join it to their name. */
import { defineEventHandler, getQuery, getRequestHeader, getRouterParam, sendRedirect } from 'h3'
import { begin } from '../../../../edge/elsewhere/openid.ts'
import { ensureSafeAddress } from '../../../../edge/request/transport.ts'
import { pageOf } from '../../../../edge/elsewhere/pages.ts'
import { requirePupil } from '../../../../edge/people/pupil-cookie.ts'

export default defineEventHandler(async (event): Promise<void> => {
  ensureSafeAddress(event)
  // Only from a page of ours, or an address that somebody typed: nobody is sent there by another site.
  const site = getRequestHeader(event, 'sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return sendRedirect(event, pageOf('/join'))
  const purpose = getQuery(event).for === 'join' ? 'join' : 'come-in'
  try {
    const pupilId = purpose === 'join' ? (await requirePupil(event)).pupil.id : ''
    return await sendRedirect(event, (await begin(event, getRouterParam(event, 'provider') ?? '', purpose, pupilId)).href)
  }
  catch {
    return sendRedirect(event, pageOf(purpose === 'join' ? '/my' : '/join', 'failed'))
  }
})
