/**
 * What a guest's device keeps of an attempt: when it was saved, by which tab, and the attempt. A small parser, so that zod stays
 * out of the player.
 */

/** Guest attempts go after this long, in milliseconds (24 hours). */
export const GUEST_KEEPS = 24 * 60 * 60 * 1000

/** A reload goes straight on only this soon after the last save, in milliseconds; later it may be another child's. */
export const RELOAD_KEEPS = 30 * 60 * 1000

export interface GuestSave {
  /** Milliseconds since 1970. */
  readonly savedAt: number
  /** Random name of the tab that saved it. */
  readonly tab: string
  /** `encodeAttempt`'s text. */
  readonly attempt: string
}

/** @returns the save as one line of text */
export function encodeGuestSave({ savedAt, tab, attempt }: GuestSave): string {
  return `${savedAt.toString(36)}|${tab}|${attempt}`
}

/** Whether this is a save whose time has passed. A text that is no save at all has not expired: the recorder tells the pupil about it. */
export function isExpired(text: string, now: number): boolean {
  return /^[0-9a-z]{1,11}\|/.test(text) && decodeGuestSave(text, now) === null
}

/** @returns the save, or null when the text is none or its time has passed. Never throws. */
export function decodeGuestSave(text: unknown, now: number): GuestSave | null {
  if (typeof text !== 'string') return null
  const [, time = '', tab = '', attempt = ''] = /^([0-9a-z]{1,11})\|([0-9a-z]{1,32})\|(.*)$/.exec(text) ?? []
  const savedAt = Number.parseInt(time, 36)
  if (!Number.isFinite(savedAt) || attempt === '') return null
  const age = now - savedAt
  return age >= 0 && age < GUEST_KEEPS ? { savedAt, tab, attempt } : null
}
