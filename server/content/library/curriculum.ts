/** What the frameworks' codes mean and how each was checked, and the map of lessons that is made from it. */
import { z } from 'zod'
import { id, text } from '#activities/fields'
import type { Lesson } from '#activities/lesson'
import type { Mapping } from '#shared/api/content'
import { bands } from '#shared/lesson/bands'
import { nations } from '#shared/lesson/nations'
import { reviewedBy } from '#shared/lesson/reviews'
import { DEFAULT_LOCALE } from '#shared/text/languages'

const framework = z.strictObject({
  id,
  /** Left out where it is for all of the UK. */
  nation: z.enum(nations).exclude(['uk']).optional(),
  name: z.string().min(1),
  edition: z.string().min(1),
  note: text,
  /** Where it is, or was read. */
  source: z.url({ protocol: /^https$/ }),
  /** Day on which somebody last looked there. */
  seen: z.iso.date(),
  /** People who know this framework and have checked the map against it; empty until one has, and then the map says so. */
  checkedBy: reviewedBy,
})

const statement = z.strictObject({
  code: z.string().min(1),
  framework: id,
  strand: z.string().min(1),
  /** In our own words: frameworks are paraphrased, never pasted. */
  meaning: text,
  /** Id of one of the ways below. */
  checked: id,
  /** Where this statement was read, if not where its framework is. */
  source: z.url({ protocol: /^https$/ }).optional(),
  /** The ages for which it was seen; left out where it is for all. */
  bands: z.array(z.enum(bands)).min(1).optional(),
  /** Codes of other frameworks that ask for the same: an objective that names one of them works on this too. */
  like: z.array(z.string().min(1)).min(1).optional(),
})

export const curriculum = z.strictObject({
  locale: z.string(),
  frameworks: z.array(framework).min(1),
  /** Ways in which a code was checked. Only what was seen may be claimed; the rest is named as not claimed. */
  checks: z.array(z.strictObject({ id, label: z.string().min(1), text, claimed: z.boolean() })).min(1),
  statements: z.array(statement).min(1),
})

export type Curriculum = z.infer<typeof curriculum>

/** @returns the mapping file in this locale, else in the default language */
export function findCurriculum(library: { readonly curricula: readonly Curriculum[] }, locale: string): Curriculum | undefined {
  return library.curricula.find(file => file.locale === locale) ?? library.curricula.find(file => file.locale === DEFAULT_LOCALE)
}

/** @returns the codes that may be claimed: those in the mapping file whose wording was seen */
export function claimedCodes({ statements, checks }: Curriculum): ReadonlySet<string> {
  const claimed = new Set(checks.filter(check => check.claimed).map(check => check.id))
  return new Set(statements.filter(statement => claimed.has(statement.checked)).map(({ code }) => code))
}

/** @returns the codes that an objective names, then those of other frameworks that ask for the same */
const workedOn = (codes: readonly string[], { statements }: Curriculum): string[] =>
  [...codes, ...statements.filter(({ like = [] }) => like.some(code => codes.includes(code))).map(({ code }) => code)]

/** @returns one entry for each lesson, objective and code that may be claimed, in the order of lessons, objectives and codes */
export function mappings(lessons: readonly Lesson[], file: Curriculum): Mapping[] {
  const claimed = claimedCodes(file)
  return lessons.flatMap(lesson =>
    lesson.objectives.flatMap(objective => workedOn(objective.frameworks, file).flatMap((code) => {
      const statement = claimed.has(code) ? file.statements.find(statement => statement.code === code) : undefined
      const framework = file.frameworks.find(framework => framework.id === statement?.framework)
      const check = file.checks.find(check => check.id === statement?.checked)
      if (!statement || !framework || !check || statement.bands?.includes(lesson.band) === false) return []
      return [{
        lessonId: lesson.id, lesson: lesson.title, band: lesson.band, objective: objective.text, code,
        framework: framework.name, edition: framework.edition, strand: statement.strand, meaning: statement.meaning, checked: check.label,
        source: statement.source ?? framework.source, seen: framework.seen, checkedBy: framework.checkedBy,
      }]
    })))
}
