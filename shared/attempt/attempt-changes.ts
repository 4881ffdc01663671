/**
 * What a device tells the server about an attempt: what has changed, never what it is worth.
 * Changes can be sent again, late, in another order, and from two devices at once; folded, they come to the same attempt (see
 * activities/fold-changes.ts).
 */
import type { Attempt, Mark } from '#shared/attempt/attempt'
import { hasOwnKey } from '#shared/attempt/has-own-key'
import { PACKED_LIMIT, ID_LIMIT } from '#shared/attempt/suspend-data'

export type AttemptChange
  /** `from` is where the device stood before. */
  = | { readonly kind: 'arrived', readonly screen: string, readonly from?: string }
    | { readonly kind: 'marked', readonly screen: string, readonly mark: Mark }
    /** A recorded answer, packed. The server scores it. */
    | { readonly kind: 'answered', readonly screen: string, readonly packed: string }
    | { readonly kind: 'finished' }

/** A change with the id that the device gave it, so that it counts once however often it is sent. */
export interface AttemptEvent {
  readonly id: string
  /** Of the lesson that the device shows; undefined where an older release's page told it. */
  readonly version?: number
  readonly change: AttemptChange
}

/**
 * @returns what has to be told to get from one attempt to the other; marks that an answer brings by itself are told as well,
 * which does no harm
 */
export function changesBetween(before: Attempt, after: Attempt): AttemptChange[] {
  return [
    ...Object.entries(after.marks).flatMap(([screen, mark]): AttemptChange[] =>
      hasOwnKey(before.marks, screen) && before.marks[screen] === mark ? [] : [{ kind: 'marked', screen, mark }],
    ),
    ...Object.entries(after.answers).flatMap(([screen, packed]): AttemptChange[] =>
      hasOwnKey(before.answers, screen) && before.answers[screen] === packed ? [] : [{ kind: 'answered', screen, packed }],
    ),
    ...(after.screenId === before.screenId ? [] : [{ kind: 'arrived' as const, screen: after.screenId, from: before.screenId }]),
    ...(after.finished && !before.finished ? [{ kind: 'finished' as const }] : []),
  ]
}

const marks: readonly Mark[] = ['seen', 'skipped', 'done']
const isText = (value: unknown, limit: number): value is string => typeof value === 'string' && value.length > 0 && value.length <= limit

/** An id that a device may give an event: nothing in it that one of the databases could refuse. */
const EVENT_ID = /^[\w-]{1,64}$/

/** @returns the event, or null where it is not one (kept on a device for days, or sent by somebody else's program) */
export function readEvent(data: unknown): AttemptEvent | null {
  if (
    typeof data !== 'object'
    || data === null
    || !('id' in data)
    || !('change' in data)
    || typeof data.id !== 'string'
    || !EVENT_ID.test(data.id)
  )
    return null
  const change = readChange(data.change)
  const version = 'version' in data && Number.isSafeInteger(data.version) ? { version: data.version as number } : {}
  return change && { id: data.id, ...version, change }
}

function readChange(data: unknown): AttemptChange | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  if (data.kind === 'finished') return { kind: 'finished' }
  if (!('screen' in data) || !isText(data.screen, ID_LIMIT)) return null
  const { screen } = data
  if (data.kind === 'arrived')
    return 'from' in data && isText(data.from, ID_LIMIT) ? { kind: 'arrived', screen, from: data.from } : { kind: 'arrived', screen }
  if (data.kind === 'marked') {
    const mark = 'mark' in data ? marks.find(known => known === data.mark) : undefined
    return mark ? { kind: 'marked', screen, mark } : null
  }
  if (data.kind === 'answered' && 'packed' in data && isText(data.packed, PACKED_LIMIT))
    return { kind: 'answered', screen, packed: data.packed }
  return null
}
