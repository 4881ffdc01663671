/** A lesson as far as its opening needs it: what a page holds that is waited for, in the app and in a package. The rest comes behind it. */
import { faceFor } from '#activities/face-for'
import type { PlayerLesson } from '#activities/lesson'
import { scenesIn } from '#activities/scenes'
import { artFor, type Art } from '#shared/scenes/art'
import type { Drawn } from '#shared/scenes/scene'

/** @returns the lesson without what only comes after the opening, and without drawn parts */
export function openingOf(whole: PlayerLesson): PlayerLesson {
  const { art: _, faces: __, ...lesson } = whole
  const faces = openingFaces(whole)
  return {
    ...lesson,
    glossary: glossaryOf(lesson),
    screens: framesOf(lesson.screens),
    ...Object.keys(faces).length === 0 ? {} : { faces },
  }
}

/** @returns all that these screens draw */
export const drawnIn = (screens: PlayerLesson['screens']): readonly Drawn[] => scenesIn(screens).flatMap(({ scene }) => scene.drawn ?? [])

/** @returns what the opening draws, its faces too */
export const openingDrawn = (lesson: PlayerLesson): readonly Drawn[] =>
  [...drawnIn(lesson.screens.slice(0, 1)), ...Object.values(openingFaces(lesson))]

/** @returns the parts that the opening places, and their style */
export const openingArt = (lesson: PlayerLesson): Art => artFor(openingDrawn(lesson))

/**
 * @returns the opening, and of each screen after it what leads there. They are no whole screens: nothing looks inside them before the
 * activities are there, which are taken after the whole lesson
 */
function framesOf([opening, ...others]: PlayerLesson['screens']): PlayerLesson['screens'] {
  const frames = others.map(({ id, type, title, chapter, startsSitting }) => ({ id, type, title, chapter, startsSitting }))
  return [...opening ? [opening] : [], ...frames as PlayerLesson['screens']]
}

/** @returns the faces that the opening shows */
function openingFaces({ faces = {}, screens }: PlayerLesson): NonNullable<PlayerLesson['faces']> {
  const people = screens.flatMap(screen => screen.type === 'opening' ? screen.people ?? [] : []).map(({ id }) => faceFor(id, 'thoughtful'))
  return Object.fromEntries(Object.entries(faces).filter(([id]) => people.includes(id)))
}

/** @returns the terms that the opening explains */
function glossaryOf({ glossary, screens }: Pick<PlayerLesson, 'glossary' | 'screens'>): PlayerLesson['glossary'] {
  const text = JSON.stringify(screens[0]).toLowerCase()
  return glossary.filter(({ term }) => text.includes(`${term.toLowerCase()}]]`))
}
