/** What of a package stands in its page, for the opening: the rest comes in files of its own while that is read. */
import { faceFor } from '#activities/face-for'
import type { PlayerLesson } from '#activities/lesson'
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
  const { art: _, faces: __, ...lesson } = data.lesson
  const shown = openingFaces(data.lesson)
  return {
    ...data,
    pictures: {},
    lesson: {
      ...lesson,
      glossary: glossaryOf(data.lesson),
      screens: framesOf(lesson.screens),
      ...Object.keys(shown).length === 0 ? {} : { faces: shown },
      outline: outlineOf(data.lesson).screens,
    },
    messages: Object.fromEntries(Object.entries(data.messages).filter(([key]) => !LATER.has(key.split('.')[0] ?? ''))),
  }
}

/**
 * @returns the opening, and of each screen after it what leads there. They are no whole screens: nothing looks inside them before the
 * activities are there, which the player takes after the whole lesson (`takeActivities`)
 */
function framesOf([opening, ...others]: PlayerLesson['screens']): PlayerLesson['screens'] {
  const frames = others.map(({ id, type, title, chapter, startsSitting }) => ({ id, type, title, chapter, startsSitting }))
  return [...opening ? [opening] : [], ...frames as PlayerLesson['screens']]
}

/** @returns the faces that the opening shows */
export function openingFaces({ faces = {}, screens }: PlayerLesson): NonNullable<PlayerLesson['faces']> {
  const people = screens.flatMap(screen => screen.type === 'opening' ? screen.people ?? [] : []).map(({ id }) => faceFor(id, 'thoughtful'))
  return Object.fromEntries(Object.entries(faces).filter(([id]) => people.includes(id)))
}

/** @returns the terms that the opening explains */
function glossaryOf({ glossary, screens }: PlayerLesson): PlayerLesson['glossary'] {
  const text = JSON.stringify(screens[0]).toLowerCase()
  return glossary.filter(({ term }) => text.includes(`${term.toLowerCase()}]]`))
}
