/** How long a lesson is: words, presses and minutes of one way through it. */
import type { Lesson, Screen } from '#activities/lesson'
import type { Band } from '#shared/lesson/bands'
import { wordsFor } from '#shared/lesson/band-words'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { playerTexts } from '../../../../i18n/player-texts.ts'
import { allCombinations } from '../combinations.ts'
import { wordsOf } from '../sentences.ts'
import { standard } from '../standard.ts'
import { lessonIn } from '../wording.ts'
import { lessonWay, screenWay } from './screens.ts'
import { least, most, type Met } from './way.ts'

const SECONDS_A_DECISION = 10
const SECONDS_A_SCREEN = 20
const SECONDS_FOR_THE_ENDING = 180

const counted = new Map<string, number>()

/** The same texts are weighed for words and for minutes. */
function wordsIn(text: string): number {
  const known = counted.get(text)
  if (known !== undefined) return known
  const words = wordsOf(text).length
  counted.set(text, words)
  return words
}

/** The player's own lines are read in the words of the band. */
const wordsAt = (band: Band) => {
  const own = wordsFor(playerTexts[DEFAULT_LOCALE] ?? {}, band)
  return (met: Met) => wordsIn('text' in met ? met.text : 'line' in met ? own[met.line] ?? '' : '')
}
const pressed = (met: Met) => 'presses' in met ? met.presses : 0

/** Three rules ask for the same. */
const lengths = new WeakMap<Lesson, Length>()

export interface Length {
  /** Of the longest way, and of the shortest that answers everything. */
  readonly words: readonly [most: number, least: number]
  readonly presses: number
  /** Of the longest way, not rounded. */
  readonly minutes: number
}

const secondsAt = (band: Band) => {
  const words = wordsAt(band)
  return (met: Met) => words(met) / standard[band].wordsAMinute * 60 + ('decision' in met ? SECONDS_A_DECISION : 0)
}

/** @returns the seconds of the longest way through one screen, for pupils of this band */
export const secondsOn = (band: Band, screen: Screen): number => most(screenWay(screen), secondsAt(band))

/**
 * @returns how long the lesson is for pupils of its band, who read or listen at the rate of the standard, in the wording that has most
 * to read: words that follow from what was chosen before take the place of others
 */
export function lengthOf(lesson: Lesson): Length {
  const known = lengths.get(lesson)
  if (known) return known
  const all = allCombinations(lesson).map(remembered => lengthIn(lessonIn(lesson, remembered)))
  const longest = all.reduce((a, b) => b.words[0] > a.words[0] ? b : a)
  const length: Length = { ...longest, words: [longest.words[0], Math.min(...all.map(({ words }) => words[1]))] }
  lengths.set(lesson, length)
  return length
}

function lengthIn(lesson: Lesson): Length {
  const way = lessonWay(lesson)
  const words = wordsAt(lesson.band)
  return {
    words: [most(way, words), least(way, words)],
    presses: most(way, pressed),
    minutes: (most(way, secondsAt(lesson.band)) + lesson.screens.length * SECONDS_A_SCREEN + SECONDS_FOR_THE_ENDING) / 60,
  }
}
