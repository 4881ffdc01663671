/** What the frameworks' codes mean and how each was checked, and the map of lessons that is made from it. */
import { z } from 'zod'
import { id, text } from '#activities/fields'
import type { Lesson } from '#activities/lesson'
import type { Mapping } from '#shared/api/content'
import { DEFAULT_LOCALE } from '#shared/text/languages'

const framework = z.strictObject({
  id,
  name: z.string().min(1),
  edition: z.string().min(1),
  note: text,
})

const statement = z.strictObject({
  code: z.string().min(1),
  framework: id,
  strand: z.string().min(1),
  /** In our own words: frameworks are paraphrased, never pasted. */
  meaning: text,
  /** Id of one of the ways below. */
  checked: id,
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

/** @returns one entry for each lesson, objective and code that may be claimed, in the order of lessons, objectives and codes */
export function mappings(lessons: readonly Lesson[], file: Curriculum): Mapping[] {
  const claimed = claimedCodes(file)
  return lessons.flatMap(lesson =>
    lesson.objectives.flatMap(objective => objective.frameworks.flatMap((code) => {
      const statement = claimed.has(code) ? file.statements.find(statement => statement.code === code) : undefined
      const framework = file.frameworks.find(framework => framework.id === statement?.framework)
      const check = file.checks.find(check => check.id === statement?.checked)
      if (!statement || !framework || !check) return []
      return [{
        lessonId: lesson.id, lesson: lesson.title, band: lesson.band, objective: objective.text, code,
        framework: framework.name, edition: framework.edition, strand: statement.strand, meaning: statement.meaning, checked: check.label,
      }]
    })))
}
