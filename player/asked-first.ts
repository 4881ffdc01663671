/**
 * What the page holds for its script, and what that asks for before anything else: main.ts imports this first, so that it is on its way
 * while Vue and all that stands on it is made ready.
 */
import { isScorm } from '#shared/scorm/package-format'
import { fetchRecorder, fetchRest } from './fetch-rest'
import type { OpeningData } from './package-data'

const held = document.querySelector('#opening')?.textContent

/** The opening's data; undefined on a page that has none. */
export const opening = held ? JSON.parse(held) as OpeningData : undefined
/** Before the larger ones. */
export const writing = opening && isScorm(opening.format) ? fetchRecorder(opening.root) : undefined
export const rest = opening && fetchRest(opening)
