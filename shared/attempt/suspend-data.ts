/**
 * An attempt as a short line of text: SCORM's `cmi.suspend_data` and the guest's device storage both hold it.
 *
 *     w1;lying-online-9-11;1;chat-kicka;hook.d,profiles.k;quiz=…;8/10;ef;Abm;12;k3x9ab
 *     │  lesson             │ screen     marks             answers   best │  prefs │  checksum
 *     format                version                               flags      save counter
 *
 * Only `[A-Za-z0-9_.~=,;/*-]` is used: no newline (Moodle's beacons turn `\n` into `\r\n`), nothing that form encoding inflates much.
 * Ids, not positions, so that a save stays readable when screens are added. It holds at most 4,000 characters, under SCORM 1.2's
 * limit of 4,096.
 */
import type { Attempt, Mark } from '#shared/attempt/attempt'
import { keepsAnswer, screenOf, type Outline } from '#shared/lesson/outline'

/** SCORM 1.2 allows 4,096 characters (CMIString4096); some LMSs count encoded ones, so we stay below. */
export const SUSPEND_DATA_LIMIT = 4_000

/** Longest id of a screen, item or option that a lesson may use, so that the limit above holds for every lesson. */
export const ID_LIMIT = 32

/** Most screens a lesson may have. */
export const SCREEN_LIMIT = 40

/** Longest packed answer. */
export const PACKED_LIMIT = 1_600

const FORMAT = 'w1'
const markLetters: Record<Mark, string> = { seen: 's', skipped: 'k', done: 'd' }
const marksByLetter: Record<string, Mark> = { s: 'seen', k: 'skipped', d: 'done' }

/** What a save holds besides the attempt. */
export interface Extras {
  /** The pupil's preferences as a few letters (see `preferences.ts`), for hosts without a storage of their own. */
  readonly preferences?: string
  /** Grows with each save: SCORM 1.2 LMSs do not send a value again that has not changed, even when the last commit was lost. */
  readonly saves?: number
}

export type Decoded
  = | { readonly kind: 'attempt', readonly attempt: Attempt, readonly preferences: string, readonly saves: number }
  /** Nothing was saved. */
    | { readonly kind: 'empty' }
  /** Truncated, corrupted, or of another lesson. */
    | { readonly kind: 'unreadable' }
  /** Of another content version of this lesson, which the pupil had finished or not. */
    | { readonly kind: 'updated', readonly preferences: string, readonly hadFinished: boolean }

/** @returns the attempt as text, within SUSPEND_DATA_LIMIT for every lesson that passes the schema */
export function encodeAttempt(attempt: Attempt, extras: Extras = {}): string {
  const marks = Object.entries(attempt.marks).map(([id, mark]) => `${id}.${markLetters[mark]}`)
  const answers = Object.entries(attempt.answers).map(([id, packed]) => `${id}=${packed}`)
  const body = [
    FORMAT,
    attempt.lessonId,
    attempt.lessonVersion,
    attempt.screenId,
    marks.join(','),
    answers.join(','),
    attempt.score ? `${attempt.score.points}/${attempt.score.max}` : '',
    `${attempt.ended ? 'e' : ''}${attempt.finished ? 'f' : ''}`,
    extras.preferences ?? '',
    extras.saves ?? 0,
  ].join(';')
  return `${body};${checksum(body)}`
}

/**
 * Reads a saved attempt back.
 * Anything that this lesson's `encodeAttempt` could not have written is refused, never thrown on.
 */
export function decodeAttempt(outline: Outline, text: unknown): Decoded {
  if (text === undefined || text === null || text === '') return { kind: 'empty' }
  if (typeof text !== 'string' || text.length > SUSPEND_DATA_LIMIT) return { kind: 'unreadable' }
  const end = text.lastIndexOf(';')
  const body = text.slice(0, Math.max(0, end))
  if (end < 0 || checksum(body) !== text.slice(end + 1)) return { kind: 'unreadable' }
  const fields = body.split(';')
  if (fields.length !== 10) return { kind: 'unreadable' }
  const [format, lessonId, version, screenId, marks, answers, score, flags, preferences, saves] = fields as [
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
    string,
  ]
  if (format !== FORMAT || lessonId !== outline.lessonId) return { kind: 'unreadable' }
  if (Number(version) !== outline.lessonVersion) return { kind: 'updated', preferences, hadFinished: flags.includes('f') }
  const attempt = readAttempt(outline, { screenId, marks, answers, score, flags })
  return attempt && /^\d{1,9}$/.test(saves)
    ? { kind: 'attempt', attempt, preferences, saves: Number(saves) }
    : { kind: 'unreadable' }
}

function readAttempt(
  outline: Outline,
  fields: { screenId: string, marks: string, answers: string, score: string, flags: string },
): Attempt | null {
  const marks = readMarks(outline, fields.marks)
  const answers = readAnswers(outline, fields.answers)
  const score = readScore(fields.score)
  if (!screenOf(outline, fields.screenId) || !marks || !answers || score === undefined || !/^e?f?$/.test(fields.flags)) return null
  return {
    lessonId: outline.lessonId,
    lessonVersion: outline.lessonVersion,
    screenId: fields.screenId,
    marks,
    answers,
    score,
    ended: fields.flags.includes('e'),
    finished: fields.flags.includes('f'),
  }
}

function readMarks(outline: Outline, text: string): Record<string, Mark> | null {
  const marks: Record<string, Mark> = {}
  for (const entry of text ? text.split(',') : []) {
    const [, id = '', letter = ''] = /^(.+)\.(.)$/.exec(entry) ?? []
    const mark = marksByLetter[letter]
    if (!mark || !screenOf(outline, id)) return null
    marks[id] = mark
  }
  return marks
}

function readAnswers(outline: Outline, text: string): Record<string, string> | null {
  const answers: Record<string, string> = {}
  for (const entry of text ? text.split(',') : []) {
    const [, id = '', packed = ''] = /^([^=]+)=([A-Za-z0-9_.~*-]+)$/.exec(entry) ?? []
    if (!keepsAnswer(screenOf(outline, id)?.records)) return null
    answers[id] = packed
  }
  return answers
}

/** @returns undefined when the text is no score */
function readScore(text: string): Attempt['score'] | undefined {
  if (text === '') return null
  const [, points, max] = /^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []
  const score = { points: Number(points), max: Number(max) }
  return score.max > 0 && score.points <= score.max ? score : undefined
}

/** FNV-1a, 32 bits: finds truncation and corruption, and is no secret. */
function checksum(text: string): string {
  let hash = 0x811C9DC5
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  }
  return (hash >>> 0).toString(36)
}
