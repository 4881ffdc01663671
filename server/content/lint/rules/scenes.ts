/** Scenes: enough of them, small enough for a slow line, and nobody's head cut off or behind a bubble. */
import { registerOf } from '#shared/lesson/bands'
import { artFor } from '#shared/scenes/art'
import { cast, type Person } from '#shared/scenes/cast'
import { compose, DRAWN, focusOf, pointOf, showsFace, SIZE, type Box } from '#shared/scenes/compose'
import type { Actor, Scene } from '#shared/scenes/scene'
import type { Lesson } from '#activities/lesson'
import { scenesIn } from '#activities/scenes'
import type { Finding, Rule } from '../rule.ts'

/** Characters of what an author writes for one scene, and of the parts that all scenes of a lesson are made of. */
const LARGEST_SCENE = 600
const LARGEST_PARTS = 24_000
/** Pictures that differ in place, light or cast. A short lesson has one every second screen. */
const DIFFERENT = 12
/** Higher windows show the edge of the drawing on a phone. */
const HIGHEST_FOCUS = 336
/** Width of a phone's frame by its height, and the part of it, from the end and from the top, that a bubble may take. */
const PHONE = 360 / 190
const BUBBLE = { wide: 0.38, high: 0.42 } as const
/** The same of a laptop's, and how much of its height the baskets of `sort` take, from below. */
const LAPTOP = 75 / 64
const BASKETS = 0.38

const at = (path: readonly (string | number)[], ...more: (string | number)[]) => [...path, ...more]

/** @returns the lesson's cover and its scenes, with their places in the file */
function picturesOf({ cover, screens }: Lesson): { scene: Scene, path: readonly (string | number)[] }[] {
  return [
    ...cover ? [{ scene: cover, path: ['cover'] }] : [],
    ...scenesIn(screens).map(({ scene, path }) => ({ scene, path: ['screens', ...path] })),
  ]
}

export const scenesOften: Rule = {
  name: 'scenes-often',
  inEachWording: true,
  check: ({ screens }) => {
    const has = screens.map(screen => scenesIn(screen).length > 0)
    const bare = screens.flatMap((_, index): Finding[] => index > 0 && !has[index] && !has[index - 1]
      ? [{ path: ['screens', index], message: 'neither this screen nor the one before it has a scene: at least every second one does' }]
      : [])
    const different = new Set(scenesIn(screens).map(({ scene: { place, light = 'day', cast: people = [] } }) =>
      [place, light, ...people.map(({ who }) => who).sort()].join(' ')))
    const needed = Math.min(DIFFERENT, Math.floor(screens.length / 2))
    return different.size >= needed
      ? bare
      : [...bare, { path: ['screens'], message: `${different.size} scenes differ in place, light or cast, at least ${needed} do` }]
  },
}

export const scenesSmall: Rule = {
  name: 'scenes-small',
  check: (lesson) => {
    const { band, screens } = lesson
    const own = picturesOf(lesson).flatMap(({ scene: { like, ...scene }, path }): Finding[] => {
      const size = JSON.stringify(scene).length
      return like === undefined && size > LARGEST_SCENE
        ? [{ path: at(path), message: `${size} characters, at most ${LARGEST_SCENE}: leave something out` }]
        : []
    })
    const { parts } = artFor(scenesIn(screens).map(({ scene }) => compose(scene, registerOf(band))))
    return parts.length > LARGEST_PARTS
      ? [...own, { path: ['screens'], message: `the scenes' parts have ${parts.length} characters, at most ${LARGEST_PARTS}: use fewer places or things` }]
      : own
  },
}

/** @returns the part of a head that has to be seen: brows to chin, and the nose in profile */
function headOf({ who, at: place, size = SIZE, view, looks }: Actor): Box {
  const person: Person | undefined = cast[who as keyof typeof cast]
  const [x, y] = pointOf(place)
  const [top, height] = person?.fig === 'c' ? [-176, 76] : [-152, 66]
  const nose = view === 'profile' ? 22 * size : 0
  return [x - 28 * size - (looks === 'left' ? nose : 0), y + top * size, 56 * size + nose, height * size]
}

/** @returns the smallest window of that shape that holds the focus */
function windowOf([x, y, width, height]: Box, shape: number): Box {
  const w = Math.max(width, height * shape)
  const h = Math.max(height, width / shape)
  return [x - (w - width) / 2, y - (h - height) / 2, w, h]
}

const inside = ([x, y, w, h]: Box, [left, top, width, height]: Box) =>
  x >= left && y >= top && x + w <= left + width && y + h <= top + height
const meet = ([x, y, w, h]: Box, [left, top, width, height]: Box) =>
  x < left + width && left < x + w && y < top + height && top < y + h

function figureFindings(scene: Scene, path: readonly (string | number)[]): Finding[] {
  const focus = focusOf(scene)
  const [x, y, width, height] = windowOf(focus, PHONE)
  const wide = width * BUBBLE.wide
  const start = scene.says?.at === 'left' ? x : x + width - wide
  const bubble: Box = [start, y, wide, height * BUBBLE.high]
  const faces = (scene.cast ?? []).map((actor, index) => ({ actor, index }))
    .filter(({ actor }) => showsFace(actor))
  return [
    ...inside(focus, DRAWN) && focus[3] <= HIGHEST_FOCUS
      ? []
      : [{ path: at(path, 'focus'), message: `the drawing ends before that: keep it within ${DRAWN.join(', ')} and at most ${HIGHEST_FOCUS} high` }],
    ...faces.filter(({ actor }) => !inside(headOf(actor), focus)).map(({ actor, index }) =>
      ({ path: at(path, 'cast', index), message: `the face of "${actor.who}" is not wholly in view: move them, or the focus` })),
    ...scene.says
      ? faces.filter(({ actor }) => meet(headOf(actor), bubble)).map(({ actor, index }) =>
          ({ path: at(path, 'cast', index), message: `on a phone the bubble lies over the face of "${actor.who}": move one of them` }))
      : [],
  ]
}

/** Baskets stand before whoever is in the picture of a `sort`. */
function basketFindings({ screens }: Lesson): Finding[] {
  return screens.flatMap(({ type, scene }, index) => {
    if (type !== 'sort' || !scene) return []
    const [x, y, width, height] = windowOf(focusOf(scene), LAPTOP)
    const baskets: Box = [x, y + height * (1 - BASKETS), width, height * BASKETS]
    return (scene.cast ?? []).flatMap((actor, person) => showsFace(actor) && meet(headOf(actor), baskets)
      ? [{ path: ['screens', index, 'scene', 'cast', person], message: `on a laptop the baskets stand before the face of "${actor.who}": move them up` }]
      : [])
  })
}

export const scenesFit: Rule = {
  name: 'scenes-fit',
  check: lesson => [...picturesOf(lesson).flatMap(({ scene, path }) => figureFindings(scene, path)), ...basketFindings(lesson)],
}
