/** Sign-in of staff, by Better Auth over our own tables. Nobody can sign up: an admin makes accounts. */
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import type { OpenDatabase } from '../database/client.ts'
import { newId } from '../security/tokens.ts'

export const LEAST_PASSWORD = 12

/** Milliseconds in an hour, and seconds, which Better Auth counts in. */
const HOUR = 60 * 60

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' }

export interface AuthSettings extends OpenDatabase {
  readonly secret: string
  /** Where the app is reached from outside; undefined where every request says it. */
  readonly baseURL?: string | undefined
}

/** @returns Better Auth with our table and column names, which migrations make */
export function staffAuth({ db, engine, secret, baseURL }: AuthSettings) {
  return betterAuth({
    appName: 'Who\'s There?',
    basePath: '/api/auth',
    ...(baseURL === undefined ? {} : { baseURL }),
    secret,
    database: { db, type: engine },
    user: {
      modelName: 'staff',
      fields: { emailVerified: 'email_verified', ...dates },
      additionalFields: {
        schoolId: { type: 'string', required: true, input: false, fieldName: 'school_id' },
        role: { type: 'string', required: true, input: false },
        disabledAt: { type: 'string', required: false, input: false, fieldName: 'disabled_at' },
      },
    },
    session: {
      modelName: 'staff_session',
      fields: { userId: 'user_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...dates },
      // A school day and an evening of marking; used sessions go on.
      expiresIn: 12 * HOUR,
      updateAge: HOUR,
    },
    account: {
      modelName: 'staff_account',
      fields: {
        userId: 'user_id', accountId: 'account_id', providerId: 'provider_id', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...dates,
      },
    },
    verification: { modelName: 'staff_verification', fields: { expiresAt: 'expires_at', ...dates } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: LEAST_PASSWORD, maxPasswordLength: 200 },
    // Ours counts by address and account together: a whole school sits behind one address, and nobody can lock a colleague out.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'whos-there',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
  } satisfies BetterAuthOptions)
}

export type StaffAuth = ReturnType<typeof staffAuth>
