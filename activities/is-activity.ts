import type { Screen } from '#activities/lesson'
import type { Activity } from '#activities/schemas'

/** Whether a screen is an activity, as against the fixed opening and ending. */
export function isActivity(screen: Screen): screen is Activity {
  return screen.type !== 'opening' && screen.type !== 'ending'
}
