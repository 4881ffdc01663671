/** What the export routes are asked for, checked, and how they refuse. */
import { getHeader, readRawBody, setResponseHeader, setResponseHeaders, type H3Event } from 'h3'
import type { z } from 'zod'
import { parseExportOptions } from '#shared/scorm/export-options'
import { forLog } from '../platform/failure.ts'
import { WorkError } from '../platform/work/pool.ts'
import type { Makers } from '../scorm/export/bulk.ts'
import { ExportError, type ExportErrorCode, type ExportRequest } from '../scorm/export/export.ts'
import { appMakers, GoneError } from '../work/app-packages.ts'
import { refusal } from './refusal.ts'

/** A body holds at most the options with a logo in them. */
const BODY_LIMIT = 200_000

/** Seconds: by then the line has become shorter by some packages. */
const RETRY_AFTER = 5

const statusCodes: Readonly<Record<ExportErrorCode, number>> = {
  'unknown-format': 400,
  'invalid-options': 400,
  'unknown-lesson': 404,
  'unknown-locale': 404,
  'invalid-lesson': 500,
  'missing-file': 500,
}

/** Checks something asked for against its schema, options included. @throws what the routes answer: 400 with every problem by field */
export function checked<T extends { options?: unknown }>(schema: z.ZodType<T>, given: unknown): Omit<T, 'options'> & Pick<ExportRequest, 'options'> {
  const parsed = schema.safeParse(given)
  const options = parseExportOptions(parsed.success ? parsed.data.options : (given as { options?: unknown } | null)?.options)
  const issues = [
    ...(parsed.success ? [] : parsed.error.issues.map(({ path, message }) => ({ field: path.join('.'), message }))),
    ...(options.ok ? [] : options.issues.map(({ field, message }) => ({ field: `options.${field}`, message }))),
  ]
  if (!parsed.success || !options.ok) throw refusal(400, issues)
  return { ...parsed.data, options: options.options }
}

/** Reads a JSON body that is not larger than it may be. */
export async function readJson(event: H3Event): Promise<unknown> {
  const tooLarge = () => refusal(413, [{ field: '', message: 'The request is too large. A logo may have 60 kB at most.' }])
  if (Number(getHeader(event, 'content-length') ?? 0) > BODY_LIMIT) throw tooLarge()
  const text = await readRawBody(event, 'utf8') ?? ''
  if (text.length > BODY_LIMIT) throw tooLarge()
  try {
    return JSON.parse(text)
  }
  catch {
    throw refusal(400, [{ field: '', message: 'The request has to be JSON.' }])
  }
}

const sentences: Readonly<Record<WorkError['reason'], string>> = {
  busy: 'Very many packages are being made just now. Wait some seconds, then try again.',
  'too-long': 'This took longer than it may, so it was stopped. Try again; if it stays, choose fewer lessons at once.',
  crashed: 'This could not be made. Try again; if it stays, tell whoever runs this server.',
}

/** Does the work of a route and turns what cannot be done into its answer. */
export async function answering<T>(event: H3Event, work: (makers: Makers) => Promise<T>): Promise<T> {
  try {
    return await work(appMakers(event))
  }
  catch (error) {
    if (error instanceof ExportError) throw refusal(statusCodes[error.code], [{ field: error.field, message: error.message }])
    // An answer that nobody reads.
    if (error instanceof GoneError) throw refusal(503, [])
    if (!(error instanceof WorkError)) throw error
    if (error.reason !== 'busy') console.error(`${error.message} ${forLog(error.cause)}`)
    setResponseHeader(event, 'Retry-After', RETRY_AFTER)
    throw refusal(503, [{ field: '', message: sentences[error.reason] }])
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
