/** The one place where a refusal becomes an answer of HTTP: `{ statusCode, statusMessage, data? }`. */
import type { H3Error } from 'h3'
import { Refusal, type RefusalKind } from '../../platform/refusal.ts'
import { say } from '../../platform/sentences.ts'

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

/**
 * Makes what the framework caught the answer to a refusal.
 * @returns whether it is one
 */
export function answerRefusal(error: H3Error): boolean {
  const { cause } = error
  if (!(cause instanceof Refusal)) return false
  const statusMessage = say(cause.sentence)
  Object.assign(error, {
    statusCode: statusOf[cause.kind],
    statusMessage,
    message: statusMessage,
    data: cause.details,
    unhandled: false,
    fatal: false,
  })
  return true
}
