/** A school's own settings. */
import type { SchoolSettings, Sooner } from '#shared/api/school/school'
import { Refusal } from '../platform/refusal.ts'
import { audit } from '../platform/security/audit.ts'
import type { Db } from '../platform/database/client.ts'
import { soonerBy } from './deletions.ts'

/** @throws `not-found` where there is none */
export async function schoolOf(db: Db, schoolId: string): Promise<SchoolSettings> {
  const found = await db
    .selectFrom('school')
    .select(['name', 'help_contact', 'nation', 'year_ends', 'keep_months', 'second_step', 'pupil_accounts'])
    .where('id', '=', schoolId)
    .executeTakeFirst()
  if (!found) throw new Refusal('not-found', 'no-school')
  return {
    name: found.name,
    helpContact: found.help_contact ?? '',
    nation: found.nation,
    yearEnds: found.year_ends,
    keepMonths: found.keep_months,
    secondStep: found.second_step,
    pupilAccounts: found.pupil_accounts === 1,
  }
}

/**
 * Two admins may have the settings open at once: what one changed is not put back by the other, who never saw it.
 * @param was as the page showed them; @param is as they stand
 * @throws `conflict` where both have changed the same setting, to something else
 */
function besideOthers(sent: SchoolSettings, was: SchoolSettings, is: SchoolSettings): SchoolSettings {
  const names = Object.keys(is) as (keyof SchoolSettings)[]
  if (names.some(name => sent[name] !== was[name] && is[name] !== was[name] && sent[name] !== is[name]))
    throw new Refusal('conflict', 'school-changed', { reason: 'school-changed' })
  return { ...sent, ...Object.fromEntries(names.filter(name => sent[name] === was[name]).map(name => [name, is[name]])) }
}

/** What somebody was told, and agreed to. */
export type Agreed = Pick<Sooner, 'classes' | 'pupils' | 'attempts'>

export interface Changer {
  readonly id: string
  readonly schoolId: string
  /** Whether they have signed in with a second step of their own. */
  readonly tookSecondStep?: boolean
}

/**
 * @param sent all settings, as they are to be
 * @param agreed what goes by these settings within the next days, as whoever saves them was told
 * @param was as the page of whoever saves them showed them; left out, all is written
 * @throws `conflict` with what goes, where that was not agreed to; and where somebody asks others for a second step
 * that they did not take themselves, and would shut themselves out: nothing is changed
 */
export async function changeSchool(
  db: Db,
  by: Changer,
  sent: SchoolSettings,
  agreed?: Agreed,
  now = new Date(),
  was?: SchoolSettings,
) {
  const before = await schoolOf(db, by.schoolId)
  const { name, helpContact, nation, yearEnds, keepMonths, secondStep, pupilAccounts } = was ? besideOthers(sent, was, before) : sent
  if (secondStep !== before.secondStep && secondStep !== 'nobody' && by.tookSecondStep !== true)
    throw new Refusal('conflict', 'second-step-first', { reason: 'second-step-first' })
  const sooner = keepMonths < before.keepMonths ? await soonerBy(db, by.schoolId, keepMonths, now) : null
  if (sooner && (sooner.classes !== agreed?.classes || sooner.pupils !== agreed.pupils || sooner.attempts !== agreed.attempts)) {
    throw new Refusal('conflict', 'deletes-soon', { reason: 'deletes', sooner })
  }
  await db
    .updateTable('school')
    .set({
      name,
      help_contact: helpContact === '' ? null : helpContact,
      nation,
      year_ends: yearEnds,
      keep_months: keepMonths,
      second_step: secondStep,
      pupil_accounts: pupilAccounts ? 1 : 0,
    })
    .where('id', '=', by.schoolId)
    .execute()
  await audit(db, by, secondStep === before.secondStep ? 'school.change' : 'school.second-step', by.schoolId)
}
