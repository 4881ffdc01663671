/** Lessons, and what stands beside them: their text, the curriculum, help and the gallery. */
import { z } from 'zod'
import { audiences, type Audience, type Band } from '#shared/lesson/bands'
import type { Sitting } from '#shared/lesson/chapters'
import type { TextSection } from '#shared/lesson/full-text'
import type { HelpRoute } from '#shared/lesson/help-routes'
import type { SituationFor } from '#shared/lesson/help-situations'
import type { ModuleId } from '#shared/lesson/modules'
import type { Art } from '#shared/scenes/art'
import type { Drawn } from '#shared/scenes/scene'
import type { NationFacts } from '#shared/lesson/nation-facts'
import { nations, type Nation } from '#shared/lesson/nations'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import type { Reviews } from '#shared/lesson/reviews'

/** `GET /api/lessons/<id>` and its kin, `opening`, `about`, `pack` and `text`. What names no language is asked in the default one. */
export const lessonQuery = z.object({ locale: z.string().max(10).catch(DEFAULT_LOCALE) })

/** One of `GET /api/lessons` */
export interface LessonInCatalogue {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly module: ModuleId
  readonly band: Band
  readonly minutes: number
  /** One, or two with a break between them. */
  readonly sittings: readonly Sitting[]
  readonly locale: string
  readonly reviewedBy: Reviews
  /** Languages that it is in. */
  readonly locales: readonly string[]
  /** What its cover shows, in words; null where it has none. `GET /api/lessons/<id>/cover` is the picture, an SVG file. */
  readonly cover: string | null
}

/**
 * `GET /api/lessons/<id>`, and `GET /api/lessons/<id>/opening`, which has no more than its opening needs: with the help routes of
 * its band.
 * @template PlayerLesson activities/lesson.ts: the core knows no activity
 */
export interface LessonToPlay<PlayerLesson> {
  readonly lesson: PlayerLesson
  readonly help: readonly HelpRoute[]
}

interface Term {
  readonly id: string
  readonly term: string
  readonly meaning: string
}

/** `GET /api/lessons/<id>/about`: what teachers want to know of a lesson before they use it */
export interface LessonAbout extends Omit<LessonInCatalogue, 'locales'> {
  readonly passMark: number | null
  readonly misconceptions: readonly { readonly id: string, readonly text: string }[]
  readonly glossary: readonly Term[]
  /** Codes whose wording nobody has seen yet are not claimed anywhere. */
  readonly objectives: readonly { readonly id: string, readonly text: string, readonly frameworks: readonly string[] }[]
  readonly screens: readonly { readonly id: string, readonly title: string, readonly type: string }[]
}

/** `GET /api/lessons/<id>/text`: everything that a lesson says */
export interface LessonText {
  readonly id: string
  readonly locale: string
  readonly title: string
  readonly band: Band
  readonly minutes: number
  readonly sections: readonly TextSection[]
}

/** A lesson's objective that works on a statement of a framework. */
export interface Mapping {
  readonly lessonId: string
  readonly lesson: string
  readonly band: Band
  readonly objective: string
  readonly code: string
  readonly framework: string
  readonly edition: string
  readonly strand: string
  /** In our own words. */
  readonly meaning: string
  /** How that was checked. */
  readonly checked: string
  /** Where it was read, or its framework is. */
  readonly source: string
  /** Day on which somebody last looked there. */
  readonly seen: string
  /** People who know the framework and have checked the map against it; empty until one has. */
  readonly checkedBy: Reviews
}

/** `GET /api/curriculum`; `GET /api/curriculum.csv` is the mappings for a spreadsheet */
export interface CurriculumMap {
  /** The language of all but the lessons. */
  readonly locale: string
  readonly frameworks: readonly {
    readonly id: string
    readonly name: string
    readonly edition: string
    readonly note: string
    readonly source: string
    /** Day on which somebody last looked there. */
    readonly seen: string
    readonly checkedBy: Reviews
  }[]
  readonly checks: readonly { readonly id: string, readonly label: string, readonly text: string, readonly claimed: boolean }[]
  /** Statements whose wording nobody has seen. */
  readonly unclaimed: readonly {
    readonly code: string
    readonly framework: string
    readonly strand: string
    readonly meaning: string
    readonly checked: string
  }[]
  readonly lessons: readonly {
    readonly id: string
    readonly locale: string
    readonly title: string
    readonly band: Band
    readonly isReviewed: boolean
    readonly objectives: readonly { readonly id: string, readonly text: string }[]
  }[]
  readonly mappings: readonly Mapping[]
}

/** `GET /api/help`: in words for an age, with what exists in one nation only; what is none is as none */
export const helpQuery = z.object({ age: z.enum(audiences).nullable().catch(null), nation: z.enum(nations).catch('uk') })

/** `GET /api/help` */
export interface Help {
  /** Day on which the routes were last checked. */
  readonly checked: string
  /** The language of the routes, which may be another than was asked for. */
  readonly locale: string
  /** Those of the whole UK, and of the nation asked for: never one that does not answer there. */
  readonly routes: readonly HelpRoute[]
  readonly nation: Nation
  /** Who leads, who protects, what the law says there; null for the UK as a whole. */
  readonly facts: NationFacts | null
  readonly audience: Audience | null
  /** Who has signed the situations off. */
  readonly reviewedBy: Reviews
  /** Their language. */
  readonly situationsLocale: string
  readonly situations: readonly SituationFor[]
}

/** `GET /api/search`; nothing of it is kept or logged */
export const searchQuery = z.object({ q: z.string().trim().max(100) })

/** One of `GET /api/gallery` */
export interface GalleryEntry<ActivityType extends string> {
  readonly type: ActivityType
  /** What it is for, in a sentence. */
  readonly purpose: string
  /** Whether it has a picture; `GET /api/gallery/<type>/picture` is that, an SVG file. */
  readonly hasPicture: boolean
}

/** `GET /api/gallery/<type>`: with the help routes and terms that a lesson would bring */
export interface GalleryExample<Activity extends { readonly type: string }> extends GalleryEntry<Activity['type']> {
  /** As its author wrote it. */
  readonly yaml: string
  readonly activity: Activity
  /** Its faces by their ids, and the parts of these and of its scenes. */
  readonly faces: Readonly<Record<string, Drawn>>
  readonly art: Art
  readonly glossary: readonly Term[]
  readonly help: readonly HelpRoute[]
}
