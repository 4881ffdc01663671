/** The version of a screen for pupils who need less at once: fewer options, symbols beside them. */
import type { Screen } from '#activities/lesson'

/**
 * The lesson's schema has checked the result, so that it may be taken for a screen of the same type.
 * @returns the screen with the fields of its `support` in place of its own; the screen itself where it has none
 */
export function withSupport<S extends Screen>(screen: S): S {
  const { support, when, ...rest } = screen
  return support ? { ...rest, when: withoutFields(when, support), ...support } as S : screen
}

/** Whether pupils of this lesson can choose between two versions of a screen. */
export function offersSupport(screens: readonly Screen[]): boolean {
  return screens.some(screen => screen.support !== undefined)
}

/** What the version with less at once says in its own words is not said in others, unless it has those too. */
function withoutFields(when: Screen['when'], support: Readonly<Record<string, unknown>>): Screen['when'] {
  return when?.map(other => Object.fromEntries(Object.entries(other).filter(([name]) => !(name in support))) as typeof other)
}
