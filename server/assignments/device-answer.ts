/** What a pupil's device is told when nothing of its request was taken: in the shape that only this server has (shared/api/events.ts). */
import { defineEventHandler, isError, type EventHandler, type H3Event } from 'h3'
import type { RequestRefusal } from '#shared/api/events'

/**
 * @param kind of the route's answers
 * @param handle throws errors that people foresaw with a `reason` in their data; status and sentence stay as they are
 * @returns a handler whose refusals say in `data` that they are ours. What nobody foresaw says nothing, and the device tries again
 */
export function answeringDevice<T>(kind: RequestRefusal['kind'], handle: (event: H3Event) => Promise<T>): EventHandler {
  return defineEventHandler(async (event) => {
    try {
      return await handle(event)
    }
    catch (error) {
      if (isError(error) && !error.unhandled) Object.assign(error, { data: { kind, ...(error.statusCode === 400 ? { reason: 'unreadable' } : {}), ...dataOf(error.data) } })
      throw error
    }
  })
}

const dataOf = (data: unknown): object => typeof data === 'object' && data !== null ? data : {}
