/** Tables of the people who work at a school. Better Auth writes most of them, in its own types. */
import type { ColumnType } from 'kysely'

/** Written as text; PostgreSQL gives a date back, SQLite the text. */
type AuthMoment = ColumnType<string | Date, string, string>
/** Written as 1 or 0; PostgreSQL gives a boolean back, SQLite the number. */
type AuthFlag = ColumnType<number | boolean, number, number>

/** People who work at a school. Better Auth writes this table and the ones it needs around it. */
export interface StaffTable {
  id: string
  school_id: string
  role: 'admin' | 'teacher'
  name: string
  /** In small letters. */
  email: string
  disabled_at: string | null
  email_verified: AuthFlag
  two_factor_enabled: ColumnType<number | boolean | null, number | undefined, number>
  created_at: AuthMoment
  updated_at: AuthMoment
}

/** Better Auth makes these when somebody signs in. */
export interface StaffSessionTable {
  id: string
  /** How it began (server/accounts/sign-in/second-step.ts); null for one of an older release. */
  way: string | null
  user_id: string
  token: string
  expires_at: AuthMoment
  created_at: AuthMoment
  updated_at: AuthMoment
}

/** A way to sign in: a password, kept as its hash, or an account elsewhere. */
export interface StaffAccountTable {
  id: string
  user_id: string
  account_id: string
  /** `credential` for a password. */
  provider_id: string
  issuer: string | null
  password: string | null
  created_at: AuthMoment
  updated_at: AuthMoment
}

/** The second step of sign-in; secret and codes are encrypted by Better Auth with the server's own key. */
export interface StaffTwoFactorTable {
  id: string
  user_id: string
}

/** A passkey; only its public half is here. */
export interface StaffPasskeyTable {
  id: string
  user_id: string
  /** As its owner calls it. */
  name: string
  created_at: AuthMoment
}

/** A link for a colleague to set a password: the first one, or a new one. */
export interface StaffLinkTable {
  token_hash: string
  school_id: string
  staff_id: string
  expires_at: string
}
