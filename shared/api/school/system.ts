/** How the server is. */
import { z } from 'zod'
import type { ServerState } from '#shared/api/server-state'
import type { Provider } from '#shared/api/school/sign-in'

/** What the server makes of its own clock. */
export interface ClockBelief {
  /** Why nothing may be deleted by this clock; null where it may. */
  readonly doubt: 'ahead' | 'behind' | 'apart' | null
  /** As the clock says. */
  readonly now: string
  /** What it is held against: the newest time seen, or that of the database server. */
  readonly against: string
  /** Milliseconds that have certainly passed, since the first time ever; only differences say something. */
  readonly steady: number
  /** Milliseconds until a clock that goes on evenly is believed. */
  readonly left: number
}

/** `GET /api/system`, for admins. It says nothing of any school's data but how many admins get in with a password alone. */
export interface System extends ServerState {
  readonly version: string
  readonly node: string
  /** `size` in bytes. */
  readonly database: { readonly engine: 'sqlite' | 'postgres', readonly size: number }
  readonly clock: ClockBelief | null
  readonly canMail: boolean
  readonly providers: readonly Provider[]
  /** How often in the last 24 hours. */
  readonly securityEvents: { readonly 'wrong-try': number, readonly limit: number, readonly refused: number }
}

/** `POST /api/system/clock`: what the page showed to whoever says that it is right. The answer is what the server makes of it now. */
export const clockBody = z.strictObject({ now: z.iso.datetime() })

/** `GET /api/health`, for whoever watches the server. How much room there is, only admins see. */
export type Health
  = | { readonly status: 'ok', readonly notes?: readonly ('clock' | 'space')[] }
    /**
     * Lessons are missing, or are not those that the app was built from; somebody took away what it runs from; or else the
     * database is away.
     */
    | { readonly status: 'unavailable', readonly reason?: 'content' | 'files' }
