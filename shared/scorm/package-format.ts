/** The kinds of package that a lesson can be exported as. */

export const packageFormats = ['scorm12', 'scorm2004-3', 'scorm2004-4'] as const

export type PackageFormat = (typeof packageFormats)[number]

/** The two run-times: both editions of SCORM 2004 speak the same one. */
export type ScormVersion = '1.2' | '2004'

/** @returns the run-time that packages of this format ask an LMS for */
export function scormVersionOf(format: PackageFormat): ScormVersion {
  return format === 'scorm12' ? '1.2' : '2004'
}
