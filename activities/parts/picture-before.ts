import type { Screen } from '#activities/lesson'

/**
 * What is seen last on a screen: a rehearsal ends in the picture of the adult who has heard. Before the whole lesson has come, only
 * the frame of a later screen is there (activities/opening.ts), which has no rounds yet.
 */
function lastPicture(screen: Screen) {
  const answers = screen.type === 'reply' && 'rounds' in screen ? screen.rounds.flatMap(({ answer }) => answer?.scene ?? []) : []
  return answers[answers.length - 1] ?? screen.scene ?? screen.picture
}

/**
 * A step without a picture of its own stays where the last one was.
 * @returns the last picture or scene before a screen; undefined where there was none, or no such screen
 */
export function pictureBefore(screens: readonly Screen[], screenId: string) {
  const before = screens.slice(0, Math.max(0, screens.findIndex(({ id }) => id === screenId)))
  const pictures = before.flatMap(screen => lastPicture(screen) ?? [])
  return pictures[pictures.length - 1]
}
