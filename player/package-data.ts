/** What a package holds besides the player. `lesson.js` puts all of it on `window.whosThere`; the page itself has its opening. */
import type { PlayerLesson } from '#activities/lesson'
import type { HelpRoute } from '#shared/lesson/help-routes'
import type { Completion, OutlineScreen } from '#shared/lesson/outline'
import type { PackageFormat } from '#shared/scorm/package-format'

/** What the exporting school has chosen, as far as the player needs it. */
export interface PackageSettings {
  readonly completion: Completion
  /** See `Outline.endedCompletes`. */
  readonly endedCompletes: boolean
  /** Goes at the quiz; null for as many as the pupil likes. */
  readonly goes: number | null
  readonly interactions: boolean
  readonly dyslexiaFont: boolean
  readonly school: { readonly name: string, /** Path from the package's root. */ readonly logo: string | null }
  readonly finish: { readonly to: 'stay' | 'platform' } | { readonly to: 'address', readonly address: string, readonly label: string }
  /** What SCORM 2004 is asked for after Finish, where `finish` says so: "exitAll", or "continue" in a course. */
  readonly navigation: 'exitAll' | 'continue'
}

export interface PackageData {
  readonly lesson: PlayerLesson
  /** Its small pictures by their ids, as SVG files are; the others stand in `pictures/`. */
  readonly pictures: Readonly<Record<string, string>>
  /** The help routes for this lesson's band, in the order in which they are shown. */
  readonly help: readonly HelpRoute[]
  /** The player's words in the lesson's language. `lesson.js` leaves those out that the page itself holds. */
  readonly messages: Readonly<Record<string, string>>
  readonly format: PackageFormat
  readonly settings: PackageSettings
  /** From this lesson's page to the package's root: '' or '../'. */
  readonly root: string
  /**
   * Languages that the pupil can choose from; the first one is in `lesson.js`, the others in `lesson.<locale>.js`. Empty when
   * there is one.
   */
  readonly locales: readonly { readonly locale: string, readonly name: string }[]
  /** Version of the project that made the package, for the admins' view. */
  readonly release: string
}

/**
 * As much as the opening needs, which stands in the page (`#opening`) and is what the prerender gets: of the screens after it only
 * what leads there, of the words those of the player itself.
 */
export interface OpeningData extends PackageData {
  readonly lesson: PlayerLesson & {
    /** Nobody can ask the types yet. */
    readonly outline: readonly OutlineScreen[]
  }
}
