/** What the three package formats have of their own. */
import type { PackageFormat } from '#shared/scorm/package-format'

export interface FormatFacts {
  /** As a teacher or LMS admin knows it. */
  readonly label: string
  /** Exactly as LMSs compare it: Moodle takes anything else for 1.2. */
  readonly schemaVersion: string
  /** The official XSDs that the manifest names, with everything they import. They stand beside the manifest. */
  readonly schemaFiles: readonly string[]
}

const schemaFiles12 = ['adlcp_rootv1p2.xsd', 'ims_xml.xsd', 'imscp_rootv1p1p2.xsd']

const schemaFiles2004 = [
  'XMLSchema.dtd',
  'adlcp_v1p3.xsd',
  'adlnav_v1p3.xsd',
  'adlseq_v1p3.xsd',
  'datatypes.dtd',
  'imscp_v1p1.xsd',
  'imsss_v1p0.xsd',
  'imsss_v1p0auxresource.xsd',
  'imsss_v1p0control.xsd',
  'imsss_v1p0delivery.xsd',
  'imsss_v1p0limit.xsd',
  'imsss_v1p0objective.xsd',
  'imsss_v1p0random.xsd',
  'imsss_v1p0rollup.xsd',
  'imsss_v1p0seqrule.xsd',
  'imsss_v1p0util.xsd',
  'xml.xsd',
]

export const formats: Readonly<Record<PackageFormat, FormatFacts>> = {
  'scorm12': { label: 'SCORM 1.2', schemaVersion: '1.2', schemaFiles: schemaFiles12 },
  'scorm2004-3': { label: 'SCORM 2004, 3rd edition', schemaVersion: '2004 3rd Edition', schemaFiles: schemaFiles2004 },
  'scorm2004-4': { label: 'SCORM 2004, 4th edition', schemaVersion: '2004 4th Edition', schemaFiles: schemaFiles2004 },
}
