/** A lesson's screens as one pupil meets them: in the version and the wording that fit what they have chosen. */
import { inWordingFor, rememberedFrom, type Remembered } from '#shared/lesson/remembered'
import type { Screen } from '#activities/lesson'
import type { ActivityType, AnswerOf } from '#activities/schemas'
import { isActivity } from '#activities/is-activity'
import { chosenIn } from '#activities/scoring'
import { withSupport } from '#activities/support'

export type Answers = Readonly<Record<string, AnswerOf<ActivityType>>>

/** One screen, and what was remembered when it came. */
export interface WordedScreen<S extends Screen> {
  readonly screen: S
  readonly before: Remembered
}

/**
 * @param answers by screen id, as far as they are in memory
 * @param hasSupport screens that have a version with less at once are shown in it
 * @returns every screen in the wording for what was chosen on those before it, and on itself so far
 */
export function wordedScreens<S extends Screen>(screens: readonly S[], answers: Answers, hasSupport = false): WordedScreen<S>[] {
  let remembered: Remembered = {}
  return screens.map((given) => {
    const screen = hasSupport ? withSupport(given) : given
    const before = remembered
    const answer = answers[screen.id]
    if (isActivity(screen) && answer !== undefined) remembered = { ...before, ...rememberedFrom(chosenIn(screen, answer)) }
    return { screen: Object.keys(remembered).length > 0 ? inWordingFor(screen, remembered) : screen, before }
  })
}
