/**
 * How the browser knows an answer of our own server from a stranger's: a sign-in page of a network, a filter's block page, a
 * proxy's own error.
 */

/** A header that every answer of ours carries, errors too (server/plugins/mark.ts). */
export const MARK = 'x-whos-there'

/** Stands in `data.reason` of what the browser makes of a stranger's answer, or of none (utils/ask-server.ts). */
export const NO_ANSWER = 'no-answer'

/** @returns a field of what may be an object; undefined where it is none */
export function fieldOf(data: unknown, name: string): unknown {
  return typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined
}

/** @param error what a call threw or `useFetch` found. @returns whether our server did not answer at all, so that trying later may help */
export const isNoAnswer = (error: unknown): boolean => fieldOf(fieldOf(fieldOf(error, 'data'), 'data'), 'reason') === NO_ANSWER
