/** What a pupil's device is told when nothing of its request was taken: in the shape that only this server has (shared/api/events.ts). */
import { defineEventHandler, type EventHandler, type H3Event } from 'h3'
import type { RequestRefusal } from '#shared/api/events'
import { Refusal } from '../../platform/refusal.ts'

/**
 * @param kind of the route's answers
 * @param handle throws refusals with a `reason` in their details; kind and sentence stay as they are
 * @returns a handler whose refusals say in `data` that they are ours. What nobody foresaw says nothing, and the device tries again
 */
export function answeringDevice<T>(kind: RequestRefusal['kind'], handle: (event: H3Event) => Promise<T>): EventHandler {
  return defineEventHandler(async (event) => {
    try {
      return await handle(event)
    }
    catch (error) {
      if (!(error instanceof Refusal)) throw error
      throw new Refusal(error.kind, error.sentence, {
        kind,
        ...(error.kind === 'invalid' ? { reason: 'unreadable' } : {}),
        ...error.details,
      })
    }
  })
}
