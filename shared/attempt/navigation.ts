/** Moving between screens, and how far along the pupil is. */
import type { Outline } from '#shared/lesson/outline'

function at(outline: Outline, screenId: string): number {
  return outline.screens.findIndex(screen => screen.id === screenId)
}

/** @returns the id of the screen after this one, or null on the last */
export function nextScreen(outline: Outline, screenId: string): string | null {
  return outline.screens[at(outline, screenId) + 1]?.id ?? null
}

/** @returns the id of the screen before this one, or null on the first */
export function previousScreen(outline: Outline, screenId: string): string | null {
  return outline.screens[at(outline, screenId) - 1]?.id ?? null
}

/** @returns the place of a screen counted from 1, for "screen 3 of 17"; 1 when the lesson has no such screen */
export function placeOf(outline: Outline, screenId: string): { place: number, of: number } {
  return { place: Math.max(0, at(outline, screenId)) + 1, of: outline.screens.length }
}
