import type { Screen } from '#activities/lesson'

/**
 * A step without a picture of its own stays where the last one was.
 * @returns the last picture or scene before a screen; undefined where there was none, or no such screen
 */
export function pictureBefore(screens: readonly Screen[], screenId: string) {
  const before = screens.slice(0, Math.max(0, screens.findIndex(({ id }) => id === screenId)))
  const pictures = before.flatMap(screen => screen.scene ?? screen.picture ?? [])
  return pictures[pictures.length - 1]
}
