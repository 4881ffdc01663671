/** Which options differ from what we would choose, what may come of it, and how to set one back. */
import { defaultExportOptions, type ExportOptions } from '#shared/scorm/export-options'

export const optionLines = ['completion', 'success', 'goes', 'interactions', 'masteryScore', 'dyslexiaFont', 'schemas', 'finish', 'order'] as const

export type OptionLine = (typeof optionLines)[number]

/** What each line is made of. */
const parts: Readonly<Record<OptionLine, (options: ExportOptions) => unknown>> = {
  completion: ({ completion }) => completion,
  success: ({ passMark }) => passMark === undefined ? 'lesson' : passMark,
  goes: ({ goes }) => goes,
  interactions: ({ interactions }) => interactions,
  masteryScore: ({ masteryScore }) => masteryScore,
  dyslexiaFont: ({ dyslexiaFont }) => dyslexiaFont,
  schemas: ({ schemas }) => schemas,
  finish: ({ finish }) => finish.to,
  order: ({ course }) => course.order,
}

/** From here on many pupils need a second go: with eight questions, two wrong answers. */
const HIGH_MARK = 80

/** The sentences of what may come of it (`export.changed.risk`). */
type Risk = 'completion' | 'high-mark' | 'no-mark' | 'goes' | 'interactions' | 'masteryScore' | 'schemas' | 'order'

export interface ChangedLine {
  readonly line: OptionLine
  /** Null where nothing bad comes of it. */
  readonly risk: Risk | null
}

function riskOf(line: OptionLine, { passMark }: ExportOptions): Risk | null {
  if (line === 'success') return passMark === null ? 'no-mark' : (passMark ?? 0) >= HIGH_MARK ? 'high-mark' : null
  return line === 'dyslexiaFont' || line === 'finish' ? null : line
}

/** @param isCourse several lessons in one package, which alone have an order */
export function changedLines(options: ExportOptions, isCourse: boolean): readonly ChangedLine[] {
  return optionLines
    .filter(line => (line !== 'order' || isCourse) && parts[line](options) !== parts[line](defaultExportOptions))
    .map(line => ({ line, risk: riskOf(line, options) }))
}

/** @returns the options with one line as we would choose it, and all else as it is */
export function setBack(options: ExportOptions, line: OptionLine): ExportOptions {
  if (line === 'order') return { ...options, course: { ...options.course, order: defaultExportOptions.course.order } }
  const name = line === 'success' ? 'passMark' : line
  return { ...options, [name]: defaultExportOptions[name] }
}
