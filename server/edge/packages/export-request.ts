/** What the export routes are asked for, checked, and how they refuse. */
import type { PackageNote } from '#shared/api/packages'
import { setResponseHeader, setResponseHeaders, type H3Event } from 'h3'
import { forLog } from '../../platform/failure.ts'
import { WorkError } from '../../platform/work/pool.ts'
import type { Makers } from '../../scorm/export/bulk.ts'
import { ExportError, type ExportErrorCode } from '../../scorm/export/export.ts'
import { appMakers } from '../../work/app-packages.ts'
import { Refusal, type RefusalKind } from '../../platform/refusal.ts'
import type { Issue } from '../answers/refusals.ts'
import { addressOf } from '../request/address.ts'
import type { Reading } from '../request/input.ts'
import { appAssets } from './app-assets.ts'

/** Seconds: by then the line has become shorter by some packages. */
const RETRY_AFTER = 5

const kinds: Readonly<Record<ExportErrorCode, RefusalKind>> = {
  'unknown-format': 'invalid',
  'invalid-options': 'invalid',
  'unknown-lesson': 'not-found',
  'unknown-locale': 'not-found',
  'invalid-lesson': 'broken',
  'missing-file': 'broken',
}

/** @returns the refusal to make a package, with what is amiss by field */
export const noPackage = (kind: RefusalKind, issues: readonly Issue[]) =>
  new Refusal(kind, 'no-package', { issues })

/** How the routes that make packages read what they are asked for. */
export const packageRequests: Reading = {
  // The options with a logo in them.
  limit: 200_000,
  tooLarge: () => noPackage('too-large', [{ field: '', message: { key: 'package-too-large' } }]),
  unreadable: () => noPackage('invalid', [{ field: '', message: { key: 'package-not-json' } }]),
  unfit: issues => noPackage('invalid', issues),
}

/** Whoever asked has gone before the answer was sent. */
class GoneError extends Error {
  override name = 'GoneError'
}

/** @returns a signal that is aborted when whoever asked has gone before the answer was sent */
function goneAway(event: H3Event): AbortSignal {
  const gone = new AbortController()
  const { res } = event.node
  res.once('close', () => res.writableFinished || gone.abort(new GoneError()))
  return gone.signal
}

/** Does the work of a route and turns what cannot be done into its answer. */
export async function answering<T>(event: H3Event, work: (makers: Makers) => Promise<T>): Promise<T> {
  try {
    return await work(appMakers(appAssets(), addressOf(event), goneAway(event)))
  }
  catch (error) {
    if (error instanceof ExportError) throw noPackage(kinds[error.code], [{ field: error.field, message: error.sentence ?? error.message }])
    // An answer that nobody reads.
    if (error instanceof GoneError) throw noPackage('unavailable', [])
    if (!(error instanceof WorkError)) throw error
    if (error.reason !== 'busy') console.error(`${error.message} ${forLog(error.cause)}`)
    setResponseHeader(event, 'Retry-After', RETRY_AFTER)
    throw noPackage('unavailable', [{ field: '', message: { key: `packages-${error.reason}` } }])
  }
}

/** What the answer says of lessons that no specialist has signed yet: their ids; no such header where all are. */
export const reviewHeader = (awaitingReview: readonly string[]): Record<string, string> =>
  awaitingReview.length > 0 ? { 'X-Awaiting-Review': awaitingReview.join(',') } : {}

/** @returns the bytes as an answer that a browser saves under this name */
export function download(
  event: H3Event,
  { fileName, awaitingReview }: Pick<PackageNote, 'fileName' | 'awaitingReview'>,
  bytes: Uint8Array<ArrayBuffer>,
): Buffer {
  setResponseHeaders(event, {
    ...reviewHeader(awaitingReview),
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
