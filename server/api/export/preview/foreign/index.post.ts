/**
 * `POST /api/export/preview/foreign` with a zip: looks at a package of another maker and keeps it in memory for half an hour, to be
 * played on the second host by whoever sent it. Who is asking comes first, then the body.
 */
import type { IncomingMessage } from 'node:http'
import type { ForeignPackage } from '#shared/api/packages'
import { defineEventHandler, readRawBody, setResponseHeader } from 'h3'
import { ensureFewPackages } from '../../../../edge/packages/few-packages.ts'
import { appOrigin, previewOrigin } from '../../../../edge/packages/preview-host.ts'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { addressOf } from '../../../../edge/request/address.ts'
import { takeBody } from '../../../../edge/request/input.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { ensureAllowed } from '../../../../platform/security/rate-limit.ts'
import { WorkError } from '../../../../platform/work/pool.ts'
import { foreignPage } from '../../../../scorm/preview/foreign/foreign-answer.ts'
import { filesIn, foreignLimits } from '../../../../scorm/preview/foreign/foreign-package.ts'
import { foreignStore } from '../../../../scorm/preview/foreign/foreign-store.ts'
import { work } from '../../../../work/app-workers.ts'

/** Each costs the server memory and some of its time. */
const OF_ONE = { tries: 20, window: 15 * 60_000 }

/** Requests whose package is still coming in or looked at, by who sends it; each may hold a whole package. */
const coming = new Map<string, IncomingMessage>()
const MOST_COMING = 3

/** Whoever sends another package means that one: what still comes of the earlier is cut off, as after a line that went dead. */
async function oneAtOnce<Result>(staffId: string, request: IncomingMessage, take: () => Promise<Result>): Promise<Result> {
  coming.get(staffId)?.destroy()
  coming.delete(staffId)
  if (coming.size >= MOST_COMING) throw new Refusal('unavailable', 'foreign-busy')
  coming.set(staffId, request)
  try {
    return await take()
  }
  finally {
    if (coming.get(staffId) === request) coming.delete(staffId)
  }
}

const busy = (error: unknown): never => {
  if (error instanceof WorkError) throw new Refusal('unavailable', 'foreign-busy')
  throw error
}

export default defineEventHandler(async (event): Promise<ForeignPackage> => {
  const { staff, db } = await requireStaff(event)
  const origin = previewOrigin(event)
  if (origin === null) throw new Refusal('unusable', 'foreign-no-host', { reason: 'no-host' })
  await ensureFewPackages(event)
  await ensureAllowed(db, `foreign-package:${staff.id}`, OF_ONE)
  const { zip, reading } = await oneAtOnce(staff.id, event.node.req, async () => {
    const zip = await taken(event)
    return { zip, reading: await work({ kind: 'foreign', bytes: zip }, { client: addressOf(event) }).catch(busy) }
  })
  if (!reading.ok) throw new Refusal('invalid', reading.why, { reason: 'not-played' })
  const { report, format } = reading
  const items = report.launch
  const key = foreignStore.put({ staffId: staff.id, zip, entries: filesIn(zip), format, items, listener: appOrigin(event) })
  if (key === undefined) throw new Refusal('unavailable', 'foreign-no-room')
  setResponseHeader(event, 'Cache-Control', 'no-store')
  return { key, pages: items.map((_, item) => origin + foreignPage(key, item)), format, items, report }
})

async function taken(event: Parameters<typeof takeBody>[0]): Promise<Uint8Array> {
  const limit = foreignLimits.zip
  try {
    await takeBody(event, /^application\/zip\b/i, limit)
  }
  catch (error) {
    if (!(error instanceof Refusal)) throw error
    if (error.kind === 'too-large') throw new Refusal('too-large', { key: 'foreign-too-large', values: { limit: limit / 1_000_000 } })
    throw error.kind === 'unsupported' ? new Refusal('unsupported', 'foreign-not-zip') : error
  }
  return await readRawBody(event, false) ?? new Uint8Array()
}
