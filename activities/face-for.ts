/** Whose face meets what an answer leads to, in which mood. Apart from the drawing itself, which stays out of the player. */
import type { Tone } from '#activities/fields'

const moodOf: Readonly<Record<Tone, string>> = { thoughtful: 'smile', risky: 'worried', unsure: 'calm' }

export const faceTones = Object.keys(moodOf) as readonly Tone[]

/** @param who of the cast; @returns the id of their face in the mood that goes with the tone */
export const faceFor = (who: string, tone: Tone) => `face-${who}-${moodOf[tone]}`
