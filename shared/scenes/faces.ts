/** Somebody's face by its id. */
import type { Register } from '#shared/lesson/bands'
import { cast, type Person, type PersonName } from './cast.ts'
import { portrait } from './compose.ts'
import { FACE } from './face-id.ts'
import { personNames } from './kit.ts'
import { moods, type Drawn } from './scene.ts'

function partsOf(id: string): { who: PersonName, mood: typeof moods[number] } | string {
  const [name = '', wanted = 'calm'] = id.slice(FACE.length).split('-')
  const who = personNames.find(one => one === name)
  const mood = moods.find(one => one === wanted)
  if (!who) return `there is no person "${name}": there are ${personNames.join(', ')}`
  return mood ? { who, mood } : `there is no mood "${wanted}": there are ${moods.join(', ')}`
}

/** @returns what is wrong with a face in a lesson of this register; undefined where nothing is */
export function faceFault(id: string, register: Register): string | undefined {
  const parts = partsOf(id)
  if (typeof parts === 'string') return parts
  const { fig }: Person = cast[parts.who]
  return fig === register[0] ? undefined : `"${parts.who}" is drawn for other ages`
}

/** @returns the faces by their ids; those that nobody has are left out */
export function drawFaces(ids: readonly string[]): Readonly<Record<string, Drawn>> {
  return Object.fromEntries(ids.flatMap((id) => {
    const parts = partsOf(id)
    return typeof parts === 'string' ? [] : [[id, portrait(parts.who, parts.mood)] as const]
  }))
}
