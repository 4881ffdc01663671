/** All drawn parts by their ids, and the names that an author may use. */
import { cast } from './cast.ts'
import { clearArms } from './parts/clear-arms.ts'
import { clearFigure } from './parts/clear-figure.ts'
import { clearHair } from './parts/clear-hair.ts'
import { clearPlaces } from './parts/clear-places.ts'
import { clearProfile } from './parts/clear-profile.ts'
import { hands } from './parts/hands.ts'
import { rides } from './parts/rides.ts'
import { things } from './parts/things.ts'
import { warmArms } from './parts/warm-arms.ts'
import { warmFigure } from './parts/warm-figure.ts'
import { warmHair } from './parts/warm-hair.ts'
import { warmPlaces } from './parts/warm-places.ts'
import { warmProfile } from './parts/warm-profile.ts'

/** What each part is made of. */
export const parts: Readonly<Record<string, string>> = {
  ...warmFigure, ...warmHair, ...warmArms, ...warmPlaces,
  ...clearFigure, ...clearHair, ...clearArms, ...clearPlaces,
  ...hands, ...things, ...rides,
  ...warmProfile, ...clearProfile,
}

/** Ids inside a page are short, since a lesson's pictures have hundreds of them, and have nothing in common with a page's own. */
const shortIds = new Map(Object.keys(parts).map((id, index) => [id, `_${index.toString(36)}`]))
const longIds = new Map([...shortIds].map(([long, short]) => [short, long]))

/** @returns the id that a part has in a page; undefined where there is no such part */
export const shortId = (part: string) => shortIds.get(part)

/** @returns the ids of the parts that this markup places */
export function partsIn(markup: string): string[] {
  return [...markup.matchAll(/href="#(_\w+)"/g)].flatMap(([, short = '']) => longIds.get(short) ?? [])
}

/** @returns what a part is made of, as it stands in a page: parts name each other by their long ids */
export function partMarkup(id: string): string {
  return (parts[id] ?? '').replace(/href="#([\w-]+)"/g, (_, other: string) => `href="#${shortId(other)}"`)
}

const placesIn = (drawn: Readonly<Record<string, string>>) =>
  Object.keys(drawn).filter(id => !/-(?:front|light)$/.test(id)).map(id => id.slice(2))

/** Names of the places of each register. */
export const places: Readonly<Record<'warm' | 'clear', readonly string[]>> = { warm: placesIn(warmPlaces), clear: placesIn(clearPlaces) }

/** Names of what can stand somewhere or be held. */
export const thingNames: readonly string[] = Object.keys({ ...things, ...rides, ...hands })

/** Names of everybody there is. */
export const personNames = Object.keys(cast) as (keyof typeof cast)[]
