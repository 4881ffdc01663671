/** What the three package formats have of their own. */
import type { PackageFormat } from '#shared/scorm/package-format'

export interface FormatFacts {
  /** As a teacher or LMS admin knows it. */
  readonly label: string
  /** Exactly as LMSs compare it: Moodle takes anything else for 1.2. */
  readonly schemaVersion: string
}

export const formats: Readonly<Record<PackageFormat, FormatFacts>> = {
  scorm12: { label: 'SCORM 1.2', schemaVersion: '1.2' },
  'scorm2004-3': { label: 'SCORM 2004, 3rd edition', schemaVersion: '2004 3rd Edition' },
  'scorm2004-4': { label: 'SCORM 2004, 4th edition', schemaVersion: '2004 4th Edition' },
}
