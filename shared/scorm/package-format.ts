/** The kinds of package that a lesson can be exported as. */

export const scormFormats = ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const

/** `web` is the same lesson without an LMS: it opens from a folder or any web server, and records nothing. */
export const packageFormats = [...scormFormats, 'web'] as const

export type ScormFormat = (typeof scormFormats)[number]
export type PackageFormat = (typeof packageFormats)[number]

/** The two run-times: both editions of SCORM 2004 speak the same one. */
export type ScormVersion = '1.2' | '2004'

/** Whether packages of this format speak to an LMS. */
export function isScorm(format: PackageFormat): format is ScormFormat {
  return format !== 'web'
}

/** @returns the run-time that packages of this format ask an LMS for */
export function scormVersionOf(format: ScormFormat): ScormVersion {
  return format === 'scorm12' ? '1.2' : '2004'
}
