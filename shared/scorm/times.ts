/** SCORM's two ways to write a length of time. Whole seconds: no LMS needs more, and some refuse it. */

/** SCORM 1.2's CMITimespan has four digits for the hours. */
const LONGEST = 9_999 * 3600 + 59 * 60 + 59

/** @returns SCORM 1.2's CMITimespan, for example "0000:12:34" */
export function timespan12(seconds: number): string {
  const { h, m, s } = parts(seconds)
  return `${digits(h, 4)}:${digits(m, 2)}:${digits(s, 2)}`
}

/** @returns SCORM 2004's timeinterval (ISO 8601 duration), for example "PT12M34S" */
export function interval2004(seconds: number): string {
  const { h, m, s } = parts(seconds)
  return `PT${h ? `${h}H` : ''}${m ? `${m}M` : ''}${s || (!h && !m) ? `${s}S` : ''}`
}

/** A clock that was set back, or none at all, counts as no time. */
function parts(seconds: number): { h: number, m: number, s: number } {
  const whole = seconds > 0 ? Math.floor(Math.min(seconds, LONGEST)) : 0
  return { h: Math.floor(whole / 3600), m: Math.floor(whole / 60) % 60, s: whole % 60 }
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0')
}
