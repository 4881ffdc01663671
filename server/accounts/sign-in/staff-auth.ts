/** Sign-in of staff, by Better Auth over our own tables. Nobody can sign up: an admin makes accounts. */
import { passkey } from '@better-auth/passkey'
import { betterAuth, type BetterAuthOptions } from 'better-auth'
import { APIError } from 'better-auth/api'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { OpenDatabase } from '../../platform/database/client.ts'
import { forLog, saidInLog } from '../../platform/failure.ts'
import { newId } from '../../platform/security/tokens.ts'
import { codesOnce } from './used-codes.ts'
import { MOST_PASSWORD } from '#shared/api/fields'
import { LEAST_PASSWORD } from '../staff/passwords.ts'
import type { Providers } from './providers.ts'
import { wayOf } from './second-step.ts'

/** Seconds in an hour; Better Auth counts in seconds. */
const HOUR = 60 * 60

/** A passkey stands for two things: the device, and that it knows its owner by a finger, a face or a PIN. */
function ensureOwnerWasThere(isThere: boolean | undefined) {
  if (!isThere) throw new APIError('UNAUTHORIZED')
}

const dates = { createdAt: 'created_at', updatedAt: 'updated_at' }

export interface AuthSettings extends OpenDatabase {
  readonly secret: string
  /** Where the app is reached from outside, without a slash at its end. */
  readonly baseURL: string
  /** Whether cookies are for https only. */
  readonly isHttps?: boolean
  readonly providers?: Providers
}

/** @returns Better Auth with our table and column names, which migrations make */
export function staffAuth({
  db,
  engine,
  secret,
  baseURL,
  isHttps = baseURL.startsWith('https:'),
  providers: { oidc, ...socialProviders } = {},
}: AuthSettings) {
  return betterAuth({
    appName: 'Who\'s There?',
    // An address with a path is taken as it is, so ours is whole: the app may lie under one.
    basePath: new URL(`${baseURL}/api/auth`).pathname,
    baseURL: `${baseURL}/api/auth`,
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
      // A school day and an evening of marking, and no longer, however much it is used (OWASP ASVS 3.3.2).
      expiresIn: 12 * HOUR,
      disableSessionRefresh: true,
      // What matters asks for the password again, however old the session is.
      freshAge: 0,
      additionalFields: { way: { type: 'string', required: false, input: false } },
    },
    account: {
      modelName: 'staff_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...dates,
      },
      encryptOAuthTokens: true,
      // The admin who made the account vouches for its address. Microsoft is asked about the school's own tenant only (providers.ts).
      accountLinking: { enabled: true, requireLocalEmailVerified: false, trustedProviders: ['microsoft'] },
    },
    verification: { modelName: 'staff_verification', fields: { expiresAt: 'expires_at', ...dates } },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: LEAST_PASSWORD, maxPasswordLength: MOST_PASSWORD },
    socialProviders,
    onAPIError: { errorURL: `${baseURL}/teach/sign-in` },
    hooks: codesOnce(db),
    databaseHooks: {
      session: {
        create: {
          // Nobody who is disabled gets in, whichever way they came; which way is kept, and which browser it was is nobody's business.
          async before(session, context) {
            const found = await db.selectFrom('staff').select('disabled_at').where('id', '=', session.userId).executeTakeFirst()
            return found?.disabled_at === null
              ? { data: { ...session, userAgent: '', way: wayOf(context?.path, context?.context.session?.session.way) } }
              : false
          },
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Who\'s There?',
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'staff_two_factor',
            fields: {
              backupCodes: 'backup_codes',
              userId: 'user_id',
              failedVerificationCount: 'failed_verification_count',
              lockedUntil: 'locked_until',
            },
          },
        },
      }),
      passkey({
        rpName: 'Who\'s There?',
        rpID: new URL(baseURL).hostname,
        origin: new URL(baseURL).origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        registration: { afterVerification: async ({ verification }) => ensureOwnerWasThere(verification.registrationInfo?.userVerified) },
        authentication: {
          afterVerification: async ({ verification }) => ensureOwnerWasThere(verification.authenticationInfo.userVerified),
        },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        schema: {
          passkey: {
            modelName: 'staff_passkey',
            fields: {
              userId: 'user_id',
              credentialID: 'credential_id',
              publicKey: 'public_key',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
      genericOAuth({ config: oidc ? [oidc] : [] }),
    ],
    // Ours counts by address and account together: a whole school sits behind one address, and nobody can lock a colleague out.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    // A wrong password is written down by us (server/edge/log/security-events.ts). What else it has to say may quote a browser,
    // which is not to write lines of its own.
    logger: {
      level: 'error',
      log: (_, message, ...more) =>
        console.error([`Better Auth: ${saidInLog(message)}`, ...more.map(forLog)].filter(text => text !== '').join('\n')),
    },
    advanced: {
      cookiePrefix: 'whos-there',
      useSecureCookies: isHttps,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: new URL(baseURL).pathname },
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
  } satisfies BetterAuthOptions)
}

export type StaffAuth = ReturnType<typeof staffAuth>
