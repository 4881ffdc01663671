/** What an LMS's gradebook would show of a lesson. The status words are SCORM's own, as LMSs show them. */
import type { Kept } from '#shared/scorm/run-time/kept-state'

/** @returns the status of both run-times, such as `incomplete` or `completed, passed`; '' when nothing is kept */
export function keptStatus(kept: Kept | undefined): string {
  const value = (element: string) => kept?.values.get(element)
  const status = value('cmi.core.lesson_status')
  if (status) return status
  return [value('cmi.completion_status'), value('cmi.success_status')].filter(word => word && word !== 'unknown').join(', ')
}

/** @returns the raw score, '' for none */
export function keptScore(kept: Kept | undefined): string {
  return kept?.values.get('cmi.core.score.raw') ?? kept?.values.get('cmi.score.raw') ?? ''
}
