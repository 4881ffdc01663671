/** How long a lesson may be: words, screens and presses of one way through it, and the minutes that it says. */
import type { Lesson, Screen } from '#activities/lesson'
import { isEnglish } from '#shared/text/language-of'
import { lengthOf, secondsOn } from '../../measure/lesson.ts'
import type { Rule } from '../../rule.ts'
import { MINUTES_TOLERANCE, standard } from '../../standard.ts'

/** Words are counted as English has them; a translation follows its lesson. */
const counted = (lesson: Lesson) => isEnglish(lesson.locale)

export const lengthWords: Rule = {
  name: 'length-words',
  check: (lesson) => {
    const { words: allowed } = standard[lesson.band]
    const [words, fewest] = lengthOf(lesson).words
    return counted(lesson) && words > allowed
      ? [{ path: ['band'], message: `${words} words on the longest way (${fewest} on the shortest), at most ${allowed}` }]
      : []
  },
}

export const lengthScreens: Rule = {
  name: 'length-screens',
  check: ({ band, screens }) => {
    const [least, most] = standard[band].screens
    // Checks are extra, for a school that counts them: they make no lesson too long.
    const taught = screens.filter(({ type }) => type !== 'check').length
    return screens.length < least || taught > most
      ? [{ path: ['screens'], message: `${taught > most ? taught : screens.length} screens, between ${least} and ${most} at this age` }]
      : []
  },
}

export const lengthPresses: Rule = {
  name: 'length-presses',
  check: (lesson) => {
    const { presses: allowed } = standard[lesson.band]
    const { presses } = lengthOf(lesson)
    return presses > allowed
      ? [{ path: ['screens'], message: `${presses} presses on the way with most of them, at most ${allowed}` }]
      : []
  },
}

export const lengthMinutes: Rule = {
  name: 'length-minutes',
  check: (lesson) => {
    const { minutes } = lengthOf(lesson)
    return counted(lesson) && Math.abs(lesson.minutes - minutes) > minutes * MINUTES_TOLERANCE
      ? [{ path: ['minutes'], message: `says ${lesson.minutes} minutes; what is counted comes to ${Math.round(minutes)}` }]
      : []
  },
}

/** Nothing is lost on these by a reload: there is nothing to do, or they go on by question. */
const goesOn: readonly Screen['type'][] = ['opening', 'ending', 'content', 'recap', 'check', 'quiz']

/** Whatever else is under way begins again after a reload, so it must not have taken long. */
const MOST_SECONDS = 120

export const lengthActivity: Rule = {
  name: 'length-activity',
  check: lesson => lesson.screens.flatMap((screen, index) => {
    const seconds = goesOn.includes(screen.type) || !counted(lesson) ? 0 : Math.round(secondsOn(lesson.band, screen))
    return seconds > MOST_SECONDS
      ? [{ path: ['screens', index], message: `${seconds} seconds on the longest way, and a reload begins it again: at most ${MOST_SECONDS}` }]
      : []
  }),
}
