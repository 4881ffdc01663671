/** What the package formats have of their own. */
import type { PackageFormat, ScormFormat } from '#shared/scorm/package-format'

/** As a teacher or LMS admin knows them. */
export const formatNames: Readonly<Record<PackageFormat, string>> = {
  scorm12: 'SCORM 1.2',
  'scorm2004-3': 'SCORM 2004, 3rd edition',
  'scorm2004-4': 'SCORM 2004, 4th edition',
  web: 'Web page',
}

/** Exactly as LMSs compare it: Moodle takes anything else for 1.2. */
export const schemaVersions: Readonly<Record<ScormFormat, string>> = {
  scorm12: '1.2',
  'scorm2004-3': '2004 3rd Edition',
  'scorm2004-4': '2004 4th Edition',
}
