/** A school: its settings, what staff did, what will be deleted, and how it began. */
import { z } from 'zod'
import { email, key, name, password, type Role } from '#shared/api/fields'
import { nations, type Nation } from '#shared/lesson/nations'
import { secondStepRules, type SecondStepRule } from '#shared/people/second-step'
import { logo } from '#shared/scorm/export-options'
import { tidyText } from '#shared/text/tidy-text'

/** As its pupils and staff see it at the head of their pages and on what they print. */
export interface Brand {
  readonly name: string
  /** Address of the logo, `GET /api/logo/<school>`, or null where the school has none. */
  readonly logo: string | null
}

export interface SchoolSettings {
  readonly name: string
  /** In the school's own words; empty for none. */
  readonly helpContact: string
  /** Where it is: which help and words its pupils and staff get. */
  readonly nation: Nation
  /** `MM-DD`. */
  readonly yearEnds: string
  readonly keepMonths: number
  /** Who needs a second step at sign-in. */
  readonly secondStep: SecondStepRule
  /** Whether pupils may come in with an account elsewhere, where the server knows one (`pupilProviders`). */
  readonly pupilAccounts: boolean
}

/** `GET /api/school` */
export interface School extends SchoolSettings {
  /** `data:image/…;base64,…`, or null. */
  readonly logo: string | null
  /** Names of the providers with whose accounts pupils could come in on this server. */
  readonly pupilProviders: readonly string[]
  /** Whether whoever asks has signed in with a second step, and so may ask others for one. */
  readonly tookSecondStep: boolean
  /** Who has none yet, by name. */
  readonly withoutSecondStep: readonly WithoutSecondStep[]
}

export interface WithoutSecondStep {
  readonly name: string
  readonly role: Role
}

/** A day that every year has. */
const dayOfYear = z.string().regex(/^\d\d-\d\d$/).refine((given) => {
  const date = new Date(`2025-${given}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(5, 10) === given
})
const count = z.int().min(0)

/** `PUT /api/school` */
const schoolSettings = z.strictObject({
  name,
  helpContact: z.string().max(1000).transform(tidyText).pipe(z.string().max(300)),
  nation: z.enum(nations),
  yearEnds: dayOfYear,
  keepMonths: z.int().min(0).max(24),
  secondStep: z.enum(secondStepRules),
  pupilAccounts: z.boolean().default(false),
})

export const schoolBody = schoolSettings.extend({
  /** As the page showed them: what another admin has changed since, and this one has not, stays. Left out, all is written. */
  was: schoolSettings.optional(),
  /** What goes by it within days, as the page has told (`Sooner`). */
  agreed: z.strictObject({ classes: count, pupils: count, attempts: count }).optional(),
})

/** What would go within days by settings, and needs a word first: `data.sooner` of a refused `PUT /api/school` */
export interface Sooner {
  readonly classes: number
  readonly pupils: number
  readonly attempts: number
  /** The first day on which the first of them goes. */
  readonly on: string
}

/** `PUT /api/school/logo`: null to take it away */
export const logoBody = z.strictObject({ logo: logo.nullable() })

/** `GET /api/audit`: pages, from 1 */
export const auditQuery = z.object({ page: z.coerce.number().int().min(1).max(100_000).default(1) })

export interface AuditLine {
  readonly id: string
  readonly at: string
  /** Empty for somebody who has been removed; null where nobody knows who it was. */
  readonly who: string | null
  readonly action: string
  /** The name of a colleague or class, or else the id. */
  readonly subject: string
}

/** `GET /api/audit`: what staff did, the newest first. `GET /api/audit.csv` is all of it for a spreadsheet. */
export interface AuditPage {
  readonly lines: readonly AuditLine[]
  readonly pages: number
}

export interface DatedClass {
  readonly id: string
  readonly name: string
  readonly pupils: number
  readonly attempts: number
  /** The first day on which it goes. */
  readonly on: string
  /** Whether that is announced; others have longer. */
  readonly isAnnounced: boolean
}

/** What has been kept long enough. */
export interface Deletions {
  readonly classes: readonly DatedClass[]
  /** Assignments that nobody has closed: their single answers go, totals stay. */
  readonly assignments: readonly { readonly classId: string, readonly className: string, readonly lessonId: string, readonly on: string }[]
  /** What staff did before `before`. */
  readonly audit: { readonly before: string, readonly on: string } | null
}

/** `GET /api/deletions` */
export interface SchoolDeletions extends Deletions {
  /** Nothing is deleted while the server's clock is not believed. */
  readonly isWaiting: boolean
}

/** `GET /api/setup` */
export interface Setup {
  /** Whether the link still makes a school: `open`, or the school is there already, or it is not the newest link. */
  readonly state: 'open' | 'done' | 'wrong'
}

/** `POST /api/setup`: the school and its first admin, who is signed in at once */
export const setupBody = z.strictObject({ key, school: name, name, email, password })
export type NewSchool = Omit<z.infer<typeof setupBody>, 'key'>
