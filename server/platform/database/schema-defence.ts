/** Tables with which a server holds up whoever tries too much (server/platform/security). As in schema.ts, which they are part of. */

/** How often somebody was refused in an hour, on the whole server (security-event-counts.ts). The table is called `happening`. */
interface SecurityEventTable {
  /** `YYYY-MM-DDTHH` in UTC. */
  hour: string
  event: 'wrong-try' | 'limit' | 'refused'
  count: number
}

/** A bucket of tries (server/platform/security/rate-limit.ts). */
interface RateLimitTable {
  key: string
  /** Milliseconds since 1970 at which all tries have come back. */
  full_at: number
}

/** That somebody has come in from a device: neither who nor which can be told from it. */
interface KnownDeviceTable {
  /** Keyed hash of what is in the device's cookie and of whom it belongs to. */
  mark: string
  /** `YYYY-MM-DD`, so that it goes when it is not used any more. */
  used_on: string
}

export interface DefenceTables {
  rate_limit: RateLimitTable
  known_device: KnownDeviceTable
  happening: SecurityEventTable
}
