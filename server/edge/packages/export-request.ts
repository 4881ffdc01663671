/** What the export routes are asked for, checked, and how they refuse. */
import { getHeader, readRawBody, setResponseHeader, setResponseHeaders, type H3Event } from 'h3'
import type { z } from 'zod'
import { parseExportOptions } from '#shared/scorm/export-options'
import { forLog } from '../../platform/failure.ts'
import { WorkError } from '../../platform/work/pool.ts'
import type { Makers } from '../../scorm/export/bulk.ts'
import { ExportError, type ExportErrorCode, type ExportRequest } from '../../scorm/export/export.ts'
import { appMakers } from '../../work/app-packages.ts'
import { Refusal, type RefusalKind } from '../../platform/refusal.ts'
import { say } from '../../platform/sentences.ts'
import { addressOf } from '../request/address.ts'
import { appAssets } from './app-assets.ts'

/** A body holds at most the options with a logo in them. */
const BODY_LIMIT = 200_000

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
export const noPackage = (kind: RefusalKind, issues: readonly { readonly field: string, readonly message: string }[]) => new Refusal(kind, 'no-package', { issues })

/** Checks something asked for against its schema, options included. @throws `invalid` with every problem by field */
export function checked<T extends { options?: unknown }>(schema: z.ZodType<T>, given: unknown): Omit<T, 'options'> & Pick<ExportRequest, 'options'> {
  const parsed = schema.safeParse(given)
  const options = parseExportOptions(parsed.success ? parsed.data.options : (given as { options?: unknown } | null)?.options)
  const issues = [
    ...(parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))),
    ...(options.ok ? [] : options.issues.map(({ field, message }) => ({ field: `options.${field}`, message }))),
  ]
  if (!parsed.success || !options.ok) throw noPackage('invalid', issues)
  return { ...parsed.data, options: options.options }
}

/** Reads a JSON body that is not larger than it may be. */
export async function readJson(event: H3Event): Promise<unknown> {
  const tooLarge = () => noPackage('too-large', [{ field: '', message: say({ key: 'package-too-large' }) }])
  if (Number(getHeader(event, 'content-length') ?? 0) > BODY_LIMIT) throw tooLarge()
  const text = await readRawBody(event, 'utf8') ?? ''
  if (text.length > BODY_LIMIT) throw tooLarge()
  try {
    return JSON.parse(text)
  }
  catch {
    throw noPackage('invalid', [{ field: '', message: say({ key: 'package-not-json' }) }])
  }
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
    if (error instanceof ExportError) throw noPackage(kinds[error.code], [{ field: error.field, message: error.message }])
    // An answer that nobody reads.
    if (error instanceof GoneError) throw noPackage('unavailable', [])
    if (!(error instanceof WorkError)) throw error
    if (error.reason !== 'busy') console.error(`${error.message} ${forLog(error.cause)}`)
    setResponseHeader(event, 'Retry-After', RETRY_AFTER)
    throw noPackage('unavailable', [{ field: '', message: say({ key: `packages-${error.reason}` }) }])
  }
}

/** @returns the bytes as an answer that a browser saves under this name */
export function download(event: H3Event, fileName: string, bytes: Uint8Array<ArrayBuffer>): Buffer {
  setResponseHeaders(event, {
    'Content-Type': 'application/zip',
    'Content-Disposition': `attachment; filename="${fileName}"`,
    'Cache-Control': 'no-store',
  })
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
