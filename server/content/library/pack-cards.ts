/** The pictures of a pack's cards: composed of drawn parts, or taken over from a scene of the lesson. */
import { pictureIssues, type Lesson } from '#activities/lesson'
import { withWholeScenes } from '#activities/scenes'
import { registerOf } from '#shared/lesson/bands'
import { compose } from '#shared/scenes/compose'
import { isFace } from '#shared/scenes/face-id'
import { drawFaces } from '#shared/scenes/faces'
import type { Drawn } from '#shared/scenes/scene'
import { languageOf } from '#shared/text/language-of'
import type { Card } from './pack-parts.ts'

/** Cards beside the lesson's screens, where a scene that is like another finds it. Their ids are none of a lesson's. */
const beside = (cards: readonly Card[]) =>
  cards.map(({ id, picture, scene }) => ({ id: `card ${id}`, picture, ...scene ? { scene: { ...scene, alt: '' } } : {} }))

/** @returns what keeps cards from being drawn, with the place of each in the list of cards */
export function cardIssues(cards: readonly Card[], lesson: Lesson): { path: PropertyKey[], message: string }[] {
  const { length } = lesson.screens
  const found = pictureIssues({ band: lesson.band, screens: [...lesson.screens, ...beside(cards)] })
  return found.flatMap(({ path: [, place, ...rest], message }) =>
    typeof place === 'number' && place >= length ? [{ path: [place - length, ...rest], message }] : [])
}

/** @returns the picture of a card; undefined where it is a file of its own */
export function drawnCard({ picture, scene, id }: Card, { band, locale, screens }: Lesson): Drawn | undefined {
  if (picture !== undefined) return isFace(picture) ? drawFaces([picture])[picture] : undefined
  if (!scene) return undefined
  const [own] = withWholeScenes([...screens, ...beside([{ id, word: '', meaning: '', scene }])]).slice(screens.length)
  const whole = own && 'scene' in own ? own.scene : undefined
  return whole && compose(whole, registerOf(band), languageOf(locale).direction === 'rtl')
}
