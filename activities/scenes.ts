/** The scenes of a lesson: where they stand, what they take over from each other, and how they become pictures. */
import { faceFor, faceTones } from '#activities/face-for'
import { artFor, type Art } from '#shared/scenes/art'
import { compose, nearestFace } from '#shared/scenes/compose'
import { isFace } from '#shared/scenes/face-id'
import { drawFaces } from '#shared/scenes/faces'
import type { Drawn, Picture, Scene } from '#shared/scenes/scene'
import type { Register } from '#shared/lesson/bands'
import { pictureIdsIn } from '#activities/pictures'

export interface PlacedScene {
  readonly scene: Scene
  readonly path: readonly (string | number)[]
  /** Of the screen, or of what inside it has an id of its own. */
  readonly id: string
  /** A file stands beside it, though a screen has one or the other. */
  readonly besidePicture: boolean
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

/** Scenes stand under `scene`, with their words. */
const isScene = (name: string, member: unknown): member is Scene =>
  name === 'scene' && isRecord(member) && typeof member.alt === 'string'

/** @returns every scene below, in the order of the file. Other wordings have none that others could be like */
export function scenesIn(node: unknown, path: readonly (string | number)[] = [], id = ''): PlacedScene[] {
  if (!isRecord(node)) return []
  const own = typeof node.id === 'string' ? node.id : id
  return Object.entries(node).flatMap(([name, member]): PlacedScene[] => {
    const here = [...path, Array.isArray(node) ? Number(name) : name]
    return isScene(name, member)
      ? [{ scene: member, path: here, id: own, besidePicture: node.picture !== undefined }]
      : scenesIn(member, here, name === 'when' ? '' : own)
  })
}

/** @returns the same with every scene changed */
function mapScenes<T>(node: T, change: (scene: Scene) => Scene): T
function mapScenes(node: unknown, change: (scene: Scene) => Scene): unknown {
  if (Array.isArray(node)) return node.map((member: unknown) => mapScenes(member, change))
  if (!isRecord(node)) return node
  return Object.fromEntries(
    Object.entries(node).map(([name, member]) => [name, isScene(name, member) ? change(member) : mapScenes(member, change)]),
  )
}

/** @returns the scene that this one is like: one of its own screen before those of others; or in words why there is none */
function originOf(placed: PlacedScene, all: readonly PlacedScene[]): PlacedScene | string {
  const named = all.filter(({ id, scene }) => id === placed.scene.like && scene !== placed.scene)
  const nearby = named.filter(({ path }) => path[0] === placed.path[0])
  const [found, second] = nearby.length > 0 ? nearby : named
  if (!found) {
    const others = [...new Set(all.filter(({ scene }) => scene !== placed.scene).map(({ id }) => id))]
    return `there is no scene "${placed.scene.like}" in this lesson: there are ${others.join(', ')}`
  }
  return second ? `more than one scene is called "${placed.scene.like}": name another` : found
}

/** @returns those before it, the nearest first; or in words why there is no end to them */
function originsOf(placed: PlacedScene, all: readonly PlacedScene[]): PlacedScene[] | string {
  const chain: PlacedScene[] = []
  for (let now = placed; now.scene.like !== undefined;) {
    const origin = originOf(now, all)
    if (typeof origin === 'string') return now === placed ? origin : chain
    if (origin === placed || chain.includes(origin)) return `"${placed.scene.like}" is in the end like this scene itself`
    chain.push(origin)
    now = origin
  }
  return chain
}

/** @returns what keeps a lesson's scenes from being like each other, with the place of each */
export function likeIssues(screens: readonly unknown[]): { path: (string | number)[], message: string }[] {
  const all = scenesIn(screens)
  return all.flatMap((placed) => {
    const origins = originsOf(placed, all)
    return typeof origins === 'string' ? [{ path: ['screens', ...placed.path, 'like'], message: origins }] : []
  })
}

/** What is drawn is taken over; words are each scene's own, or a bubble would be said twice. */
function drawnFields({ place, light, focus, props, cast, glow }: Scene): Picture {
  const given = Object.entries({ place, light, focus, props, cast, glow }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(given)
}

/** @returns the screens with every scene whole */
export function withWholeScenes<T>(screens: T): T {
  const all = scenesIn(screens)
  const whole = new Map(all.map((placed): [Scene, Scene] => {
    const origins = originsOf(placed, all)
    const inherited = typeof origins === 'string' ? [] : [...origins].reverse().map(({ scene }) => drawnFields(scene))
    return [placed.scene, Object.assign({}, ...inherited, placed.scene) as Scene]
  }))
  return mapScenes(screens, scene => copyOf(whole.get(scene) ?? scene))
}

/** Two scenes share no list, so that what changes one leaves the other alone. */
const copyOf = (scene: Scene): Scene => JSON.parse(JSON.stringify(scene)) as Scene

/** Screens as pupils get them, with what their pictures need. */
export interface DrawnScreens<T> {
  readonly screens: T
  /** Faces by their ids: of whoever stands nearest in one of the scenes, of whom the opening names, and those of options and speakers. */
  readonly faces: Readonly<Record<string, Drawn>>
  readonly art: Art
}

/**
 * Composes every scene, and draws every face. What a scene was made of stays behind.
 * @param mirrored for languages that read from right to left
 * @param named people of the cast whose faces are shown too
 */
export function drawScenes<T>(screens: T, register: Register, mirrored: boolean, named: readonly string[] = []): DrawnScreens<T> {
  const pictures: Drawn[] = []
  const people = new Set<string>(named)
  const drawn = mapScenes(screens, ({ alt, caption, says, ...picture }) => {
    const made = compose(picture, register, mirrored)
    const who = nearestFace(picture)
    pictures.push(made)
    if (who !== undefined) people.add(who)
    const given = Object.entries({ caption, says, who }).filter(([, value]) => value !== undefined)
    return { alt, drawn: made, ...Object.fromEntries(given) }
  })
  const shown = [...people].flatMap(who => faceTones.map(tone => faceFor(who, tone)))
  const faces = drawFaces([...shown, ...pictureIdsIn(screens).map(({ id }) => id).filter(isFace)])
  return { screens: drawn, faces, art: artFor([...pictures, ...Object.values(faces)]) }
}
