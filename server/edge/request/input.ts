/** What requests bring along: how much, in which form, and whether it is what a route takes. */
import { getQuery, readRawBody, type H3Event } from 'h3'
import type { z } from 'zod'
import { Refusal } from '../../platform/refusal.ts'

/** More than the longest list of names, or a whole lesson's events, come to. */
const BODY_LIMIT = 1_000_000
/** Enough to see what is wrong. */
const MOST_ISSUES = 20

const tooLarge = () => new Refusal('too-large', 'too-large')
const unreadable = () => new Refusal('invalid', 'unreadable')

/** @returns whether an address can be decoded, as it was sent */
export function isReadable(event: H3Event): boolean {
  try {
    decodeURIComponent(event.node.req.originalUrl ?? event.path)
    return true
  }
  catch {
    return false
  }
}

/**
 * @throws `not-found` for an address of a page that cannot be decoded: it leads nowhere, and the router would write all of it
 * into the log
 */
export function ensureReadable(event: H3Event) {
  if (!isReadable(event)) throw new Refusal('not-found', 'no-address')
}

/** @throws `not-found` for an address with a NUL byte in it, which PostgreSQL takes in no text */
export function ensureAddress(event: H3Event) {
  if (/%00|\0/.test(event.path)) throw new Refusal('not-found', 'no-address')
}

/** A route that first looks who is asking, and then takes its body in by itself: a whole package. */
export const TAKES_ITS_OWN = /^\/api\/export\/preview\/foreign$/

const JSON_TYPE = /^application\/json\b/i
/** As forms of pages send it: an LMS sends its messages so. */
export const FORM_TYPE = /^application\/x-www-form-urlencoded\b/i

/**
 * Takes a body in before any route runs, so that none can be flooded; routes read it as usual.
 * Whether its length is said or not (chunked), no more than the limit is ever held in memory.
 * @throws `too-large` where it is too large, `unsupported` where it is not of this type
 */
export async function takeBody(event: H3Event, type = JSON_TYPE, limit = BODY_LIMIT): Promise<void> {
  const { req } = event.node
  const length = Number(req.headers['content-length'] ?? 0)
  if (length > limit) throw tooLarge()
  if (length === 0 && req.headers['transfer-encoding'] === undefined) return
  const body = await new Promise<Buffer>((resolve, reject) => {
    let parts: Buffer[] = []
    let size = 0
    // What is over the limit is let run through: cutting the line would take the answer with it.
    req.on('data', (part: Buffer) => {
      size += part.length
      if (size <= limit) parts.push(part)
      else {
        parts = []
        reject(tooLarge())
      }
    }).on('end', () => resolve(Buffer.concat(parts))).on('error', () => reject(unreadable()))
  })
  if (body.length > 0 && !type.test(req.headers['content-type'] ?? '')) throw new Refusal('unsupported', 'not-json')
  Object.assign(req, { body })
}

/** How much a route takes, and how it refuses what is wrong. */
export interface Reading {
  /** Bytes. */
  readonly limit: number
  readonly tooLarge: () => Refusal
  readonly unreadable: () => Refusal
  readonly unfit: (issues: readonly { readonly field: string, readonly message: string }[]) => Refusal
}

const forms: Reading = { limit: BODY_LIMIT, tooLarge, unreadable, unfit: issues => new Refusal('invalid', 'form', { issues }) }

/** @returns what was given as the schema tidies it; @throws `invalid` with the fields where it does not fit */
export function fitting<T>(schema: z.ZodType<T>, given: unknown, { unfit }: Pick<Reading, 'unfit'> = forms): T {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  throw unfit(parsed.error.issues.slice(0, MOST_ISSUES).map(({ path, message }) => ({ field: path.join('.'), message })))
}

/**
 * @returns a request's body as the schema tidies it; @throws `invalid` where it does not fit or is no JSON, `too-large` where it
 * is too large for this route
 */
export async function readInput<T>(event: H3Event, schema: z.ZodType<T>, reading: Reading = forms): Promise<T> {
  const text = await readRawBody(event) ?? ''
  if (Buffer.byteLength(text) > reading.limit) throw reading.tooLarge()
  try {
    return fitting(schema, JSON.parse(text), reading)
  }
  catch (error) {
    throw error instanceof SyntaxError ? reading.unreadable() : error
  }
}

/** The same for the body of a form, of which a field that comes twice counts once. */
export async function readForm<T>(event: H3Event, schema: z.ZodType<T>): Promise<T> {
  return fitting(schema, Object.fromEntries(new URLSearchParams(await readRawBody(event) ?? '')))
}

/** The same for what stands behind the `?` of an address. */
export const readAsked = <T>(event: H3Event, schema: z.ZodType<T>): T => fitting(schema, getQuery(event))
