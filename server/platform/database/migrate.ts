/** Brings the tables up to date, each step whole or not at all. A newer release's database is left alone. */
import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
import * as school from './migrations/0001-school.ts'
import * as passkeys from './migrations/0002-passkeys.ts'
import * as branding from './migrations/0003-branding.ts'
import * as happenings from './migrations/0005-happenings.ts'
import * as whatMayBeSaid from './migrations/0006-what-may-be-said.ts'
import * as answers from './migrations/0008-answers.ts'
import * as limits from './migrations/0009-limits.ts'
import * as clock from './migrations/0010-clock.ts'
import * as wording from './migrations/0011-wording.ts'
import * as lti from './migrations/0016-lti.ts'
import * as rosters from './migrations/0017-rosters.ts'
import * as assigning from './migrations/0018-assigning.ts'
import * as parts from './migrations/0019-parts.ts'
import * as evidence from './migrations/0021-evidence.ts'
import * as pupilAccounts from './migrations/0022-pupil-accounts.ts'
import * as classUsual from './migrations/0023-class-usual.ts'
import * as toldTogether from './migrations/0024-told-together.ts'
import type { ColumnTypes } from './migrations/0001-school.ts'
import type { Database } from './schema.ts'

export type Step = (db: Parameters<typeof school.up>[0], types: ColumnTypes) => Promise<void>

/** @returns a step that only adds columns of text, each with what stands in the rows that are there; null for nothing */
const addTexts = (columns: Readonly<Record<`${string}.${string}`, string | null>>): Step => async (db) => {
  for (const [address, before] of Object.entries(columns)) {
    const [table = '', column = ''] = address.split('.')
    await db.schema.alterTable(table)
      .addColumn(column, 'text', text => (before === null ? text : text.notNull().defaultTo(before)))
      .execute()
  }
}

/** In order; a step that was released is never changed. */
export const steps: Readonly<Record<string, Step>> = {
  '0001-school': school.up,
  '0002-passkeys': passkeys.up,
  '0003-branding': branding.up,
  // Of sessions that were there before, nobody knows in which way they began; they count as begun with a password alone.
  '0004-second-step': addTexts({ 'school.second_step': 'nobody', 'staff_session.way': null }),
  '0005-happenings': happenings.up,
  '0006-what-may-be-said': whatMayBeSaid.up,
  '0008-answers': answers.up,
  '0009-limits': limits.up,
  '0010-clock': clock.up,
  '0011-wording': wording.up,
  '0014-nation': addTexts({ 'school.nation': 'uk' }),
  '0016-lti': lti.up,
  '0017-rosters': rosters.up,
  '0018-assigning': assigning.up,
  '0019-parts': parts.up,
  '0020-class': addTexts({ 'class.year': '', 'class.deleted_at': null, 'pupil.let_in_until': null, 'pupil.let_in_from': null }),
  '0021-evidence': evidence.up,
  '0022-pupil-accounts': pupilAccounts.up,
  '0023-class-usual': classUsual.up,
  '0024-told-together': toldTogether.up,
}

export async function migrate(db: Kysely<Database>, types: ColumnTypes, wanted: typeof steps): Promise<void> {
  const migrations = Object.fromEntries(
    Object.entries(wanted).map(([name, up]): [string, Migration] => [name, { up: database => up(database, types) }]),
  )
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => migrations } }).migrateToLatest()
  if (error === undefined) return
  const reason = error instanceof Error ? error.message : String(error)
  if (/corrupted migrations/.test(reason))
    throw new Error(
      'This database was made by a newer release of Who\'s There?. Start that release, or restore a backup from before the update (docs/deployment.md).',
    )
  throw new Error(`The database could not be brought up to date, and nothing in it was changed: ${reason}`, { cause: error })
}
