/** What an admin should look at on the server's own page. Pure: what the server tells in, what to do about it out. */

/** Days after which a backup counts as old: a school backs up every night, and a week without one should be noticed. */
const OLD_BACKUP = 8
/** Deletion looks every few hours; a day without a look means that something is wrong. */
const OLD_DELETION = 1
/** Bytes. A backup of a large school is a few megabytes, and SQLite needs room to work. */
const LITTLE_SPACE = 1e9
/** Tries in a day that came after too many wrong ones. A class that has forgotten its pictures comes to some dozens; a script goes on. */
const MANY_LIMITS = 100
const DAY = 24 * 60 * 60_000

export type Concern
  = 'clock' | 'backup-none' | 'backup-old' | 'deletion-late' | 'space-low' | 'no-address' | 'admins-second-step' | 'limits-often'

/** Bytes. */
export interface Space {
  readonly freeSpace: number | null
  /** What is kept beside the embedded database for a full disk, and how much it should be; null where there is none. */
  readonly reserve: { readonly size: number, readonly of: number } | null
}

/** @returns whether somebody should make room: little is free, or a full disk has taken a part of what was kept for it */
export const isSpaceLow = ({ freeSpace, reserve }: Space) =>
  (freeSpace !== null && freeSpace < LITTLE_SPACE) || (reserve !== null && reserve.size < reserve.of)

export interface ServerState extends Space {
  /** Why the server's clock is not believed just now; null where it is, or was not read yet. */
  readonly clock: { readonly doubt: string | null } | null
  /** ISO moments. */
  readonly upkeep: { readonly backup?: string, readonly restore?: string, readonly deletion?: string }
  readonly address: string | null
  /** How many admins, of the school of whoever asks, get in with a password alone. */
  readonly adminsByPasswordAlone: number
  /** How often in the last 24 hours. */
  readonly securityEvents: { readonly limit: number }
}

/** @returns what needs somebody, the most pressing first; nothing where all is well */
export function concernsOf(
  { clock, freeSpace, reserve, upkeep, address, adminsByPasswordAlone, securityEvents }: ServerState,
  now: number,
): Concern[] {
  const age = (moment: string | undefined) => (moment === undefined ? Number.POSITIVE_INFINITY : (now - Date.parse(moment)) / DAY)
  return [
    ...(clock?.doubt ? ['clock' as const] : []),
    ...(isSpaceLow({ freeSpace, reserve }) ? ['space-low' as const] : []),
    ...(upkeep.backup === undefined ? ['backup-none' as const] : age(upkeep.backup) > OLD_BACKUP ? ['backup-old' as const] : []),
    ...(!clock?.doubt && age(upkeep.deletion) > OLD_DELETION ? ['deletion-late' as const] : []),
    ...(securityEvents.limit > MANY_LIMITS ? ['limits-often' as const] : []),
    ...(adminsByPasswordAlone > 0 ? ['admins-second-step' as const] : []),
    ...(address === null ? ['no-address' as const] : []),
  ]
}
