/**
 * Finds the LMS's run-time API. It stands as a plain object in some window around the lesson: a parent frame, the window that opened it,
 * or a parent of that one. Windows of other origins throw when they are touched, so every step may fail on its own.
 */
import type { ScormVersion } from '#shared/scorm/package-format'

/** The API's functions by name. What an LMS really put there is anyone's guess. */
type ScormApi = Readonly<Record<string, unknown>>

export interface FoundApi {
  readonly api: ScormApi
  readonly version: ScormVersion
}

/** What is looked at in a window; `unknown` because reading any of it can throw or give anything. */
export interface WindowInChain {
  readonly parent?: unknown
  readonly opener?: unknown
}

/** Far more frames than any LMS nests; ADL's own finder gives up at 500 too. */
const MOST_WINDOWS = 500

const places = {
  1.2: { name: 'API', initialize: 'LMSInitialize' },
  2004: { name: 'API_1484_11', initialize: 'Initialize' },
} as const

/**
 * Looks for an API from a window outwards.
 * @param preferred the version that the package's manifest promises; the other one is taken where it is all there is
 */
export function findApi(start: WindowInChain, preferred: ScormVersion): FoundApi | null {
  const windows = windowsAround(start)
  const other: ScormVersion = preferred === '1.2' ? '2004' : '1.2'
  for (const version of [preferred, other]) {
    for (const candidate of windows) {
      const api = apiIn(candidate, version)
      if (api) return { api, version }
    }
  }
  return null
}

/** The window itself and its parents, then each one's opener with its parents, and so on. */
function windowsAround(start: WindowInChain): WindowInChain[] {
  const found: WindowInChain[] = []
  const origins: WindowInChain[] = [start]
  for (let origin = origins.shift(); origin; origin = origins.shift()) {
    let current: WindowInChain | null = origin
    while (current && !found.includes(current)) {
      if (found.length === MOST_WINDOWS) return found
      found.push(current)
      const opener = neighbour(current, 'opener')
      if (opener) origins.push(opener)
      current = neighbour(current, 'parent')
    }
  }
  return found
}

function neighbour(from: WindowInChain, direction: 'parent' | 'opener'): WindowInChain | null {
  try {
    const next = from[direction]
    return isObject(next) && next !== from ? next : null
  }
  catch {
    return null
  }
}

/** A frame or element may carry the name "API" too, so only something with the function to start with counts. */
function apiIn(candidate: WindowInChain, version: ScormVersion): ScormApi | null {
  try {
    const { name, initialize } = places[version]
    const api = (candidate as Record<string, unknown>)[name]
    return isObject(api) && typeof api[initialize] !== 'undefined' ? api : null
  }
  catch {
    return null
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}
