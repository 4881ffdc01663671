/** What a package holds besides the player: `lesson.js` puts it on `window.whosThere`, and the prerender gets the same. */
import type { PlayerLesson } from '#activities/lesson'
import type { HelpRoute } from '#shared/help-routes'
import type { PackageFormat } from '#shared/scorm/package-format'

export interface PackageData {
  readonly lesson: PlayerLesson
  /** The help routes for this lesson's band, in the order in which they are shown. */
  readonly help: readonly HelpRoute[]
  /** The player's words in the lesson's language. */
  readonly messages: Readonly<Record<string, string>>
  readonly format: PackageFormat
}
