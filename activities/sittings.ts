/** How long each sitting of a lesson takes, and where the second one begins. */
import type { Lesson, Screen } from '#activities/lesson'
import type { Sitting } from '#shared/lesson/chapters'

/** Of these a pupil sees one of several, or none. */
const mostlyUnseen: readonly string[] = ['alt', 'feedback', 'support', 'objectives']

function wordsIn(value: unknown): number {
  if (typeof value === 'string') return value.split(' ').length - 1
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [name, member]) => sum + (mostlyUnseen.includes(name) ? 0 : wordsIn(member)), 0)
}

/** A quiz asks some of its pool. */
const weightOf = (screen: Screen): number =>
  20 + wordsIn(screen) * (screen.type === 'quiz' ? Math.min(1, screen.draw / screen.pool.length) : 1)

const sum = (list: readonly number[]) => list.reduce((total, weight) => total + weight, 0)

/** The fewest minutes that are announced of anything: the opening and the ending are there too. */
const LEAST_MINUTES = 3

/** @returns about how many minutes some of a lesson's screens take: their share of it, by how much there is to read */
export function minutesOfScreens({ screens, minutes }: Pick<Lesson, 'screens' | 'minutes'>, some: readonly Screen[]): number {
  return Math.min(minutes, Math.max(LEAST_MINUTES, Math.round(minutes * sum(some.map(weightOf)) / sum(screens.map(weightOf)))))
}

/**
 * @returns one sitting, or two. Authors say how long the whole takes; the sittings share that by how much there is to read in each,
 * and for every screen as much as twenty words, since each asks for a look and a press.
 */
export function sittingsOf({ screens, minutes }: Pick<Lesson, 'screens' | 'minutes'>): readonly Sitting[] {
  const second = screens.findIndex(({ startsSitting }) => startsSitting)
  const name = (index: number) => ({ id: screens[index]?.id ?? '', number: index + 1, title: screens[index]?.title ?? '' })
  const end = screens.length - 1
  if (second < 1) return [{ minutes, first: name(0), last: name(end) }]
  const weights = screens.map(weightOf)
  const share = Math.round(minutes * sum(weights.slice(0, second)) / sum(weights))
  const before = Math.min(minutes - 1, Math.max(1, share))
  return [
    { minutes: before, first: name(0), last: name(second - 1) },
    { minutes: minutes - before, first: name(second), last: name(end) },
  ]
}
