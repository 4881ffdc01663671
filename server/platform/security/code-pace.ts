/** How fast codes may be tried where wrong ones hold up nobody (docs/threat-model.md). In this process's memory. */

/** A whole school at nine o'clock, and then as many as a room types. */
export const PACE = { atOnce: 1000, perSecond: 30 } as const
/** Addresses that are kept in mind; whoever sends from more has forgotten ones begin anew. */
const MOST = 20_000

const fullAt = new Map<string, number>()

/** @param from address from `addressOf`; @returns milliseconds to wait, or 0 where it may be met */
export function tooFast(from: string, now = performance.now()): number {
  const each = 1000 / PACE.perSecond
  const full = Math.max(now, fullAt.get(from) ?? 0)
  const wait = full + each - now - each * PACE.atOnce
  if (wait > 0) return Math.ceil(wait)
  fullAt.delete(from)
  if (fullAt.size >= MOST) fullAt.delete(fullAt.keys().next().value ?? '')
  fullAt.set(from, full + each)
  return 0
}
