/** What of a package stands in its page, for the opening: the rest comes in files of its own while that is read. */
import { openingOf } from '#activities/opening'
import { outlineOf } from '#activities/scoring'
import type { OpeningData, PackageData } from '../../../player/package-data.ts'

/** Areas of words (the part before the full stop) that are only asked for by what comes after the opening. */
export const LATER: ReadonlySet<string> = new Set([
  'branching', 'chat', 'check', 'choices', 'confidence', 'connected', 'ending', 'feedback', 'finish', 'flags', 'gap', 'help-finder', 'helpers',
  'match', 'movable', 'not-started', 'order', 'over', 'practice', 'privacy', 'profile', 'quiz', 'rank', 'reply', 'rest', 'reveal', 'round',
  'scale', 'sort', 'spread', 'story', 'visit',
])

/** @returns the data without what only comes after the opening */
export function openingData(data: PackageData): OpeningData {
  return {
    ...data,
    pictures: {},
    lesson: { ...openingOf(data.lesson), outline: outlineOf(data.lesson).screens },
    messages: Object.fromEntries(Object.entries(data.messages).filter(([key]) => !LATER.has(key.split('.')[0] ?? ''))),
  }
}
