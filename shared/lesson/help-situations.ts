/** What a person can do in a situation: words for each age, and the ids of the help routes that fit. Read on the server only. */
import { z } from 'zod'
import { audiences, type Audience } from '#shared/lesson/bands'
import type { HelpFile, HelpRoute } from '#shared/lesson/help-routes'
import { reviewedBy } from '#shared/lesson/reviews'

const situationVersion = z.strictObject({
  /** Whom these words are for. */
  shownTo: z.array(z.enum(audiences)).min(1),
  /** The situation in the words of the person who is in it. */
  title: z.string().min(1),
  /** What to do now and what happens next: few enough to read while upset. */
  steps: z.array(z.string().min(1)).min(2).max(5),
  /** Ids of help routes, the first to try first. */
  routes: z.array(z.string()).min(1),
})

const helpSituation = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  versions: z.array(situationVersion).min(1),
}).refine(({ versions }) => {
  const shownTo = versions.flatMap(version => version.shownTo)
  return new Set(shownTo).size === shownTo.length
}, { message: 'two versions are for the same age', path: ['versions'] })

export const helpSituationsFile = z.strictObject({
  locale: z.string(),
  reviewedBy,
  situations: z.array(helpSituation).min(1),
})

export type HelpSituationsFile = z.infer<typeof helpSituationsFile>

/** A situation as one audience sees it. */
export interface SituationFor {
  readonly id: string
  readonly title: string
  readonly steps: readonly string[]
  readonly routes: readonly HelpRoute[]
}

/**
 * @param help where the routes come from; one that nobody has verified, or that is not for this audience, is left out
 * @param audience null while it is not known: then the words for 9 to 11 are used, for what children of 7 to 9 may see as well
 * @returns the situations that this audience is shown, in the file's order
 */
export function situationsFor(file: HelpSituationsFile, help: Pick<HelpFile, 'routes'>, audience: Audience | null): SituationFor[] {
  const reader = audience ?? '9-11'
  return file.situations.flatMap(({ id, versions }) => {
    const version = versions.find(({ shownTo }) => shownTo.includes(reader))
    const isForAll = versions.some(({ shownTo }) => shownTo.includes('7-9'))
    if (!version || (audience === null && !isForAll)) return []
    const routes = version.routes.flatMap(route =>
      help.routes.filter(known => known.id === route && known.verified && known.shownTo.includes(reader)),
    )
    return [{ id, title: version.title, steps: version.steps, routes }]
  })
}
