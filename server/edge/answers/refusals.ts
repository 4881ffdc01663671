/** The one place where a refusal becomes an answer of HTTP: `{ statusCode, statusMessage, data? }`. */
import type { H3Error, H3Event } from 'h3'
import { readersLocale } from '../../platform/readers-locale.ts'
import { Refusal, type RefusalKind } from '../../platform/refusal.ts'
import { say, type Sentence } from '../../platform/sentences.ts'

const statusOf: Readonly<Record<RefusalKind, number>> = {
  invalid: 400,
  'signed-out': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-large': 413,
  unsupported: 415,
  unusable: 422,
  'too-early': 423,
  'too-many': 429,
  broken: 500,
  unavailable: 503,
}

/** What is wrong with a field of what was sent: a sentence, or what the schema of the input says, which is for programs. */
export interface Issue {
  readonly field: string
  readonly message: string | Sentence
}

function worded(details: object | undefined, locale: string): object | undefined {
  if (!details || !('issues' in details) || !Array.isArray(details.issues)) return details
  const issues = details.issues.map((issue: string | Issue) =>
    typeof issue === 'object' && typeof issue.message === 'object' ? { ...issue, message: say(issue.message, locale) } : issue)
  return { ...details, issues }
}

/**
 * Makes what the framework caught the answer to a refusal, in the language of whoever asked.
 * @returns whether it is one
 */
export function answerRefusal(error: H3Error, { headers }: Pick<H3Event, 'headers'>): boolean {
  const { cause } = error
  if (!(cause instanceof Refusal)) return false
  const locale = readersLocale(headers)
  const statusMessage = say(cause.sentence, locale)
  Object.assign(error, {
    statusCode: statusOf[cause.kind],
    statusMessage,
    message: statusMessage,
    data: worded(cause.details, locale),
    unhandled: false,
    fatal: false,
  })
  return true
}
