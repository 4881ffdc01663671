/** Who of a school's staff needs a second step at sign-in. */
export const secondStepRules = ['nobody', 'admins', 'everybody'] as const
export type SecondStepRule = typeof secondStepRules[number]

/** What somebody has to do who needs a second step and has not used one: set one up, or sign in again with the one they have. */
export type SecondStepTask = 'set-up' | 'use'
