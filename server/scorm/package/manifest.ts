/** `imsmanifest.xml`: what an LMS reads of a package. One organization, with one item and one SCO for each lesson. */
import { create } from 'xmlbuilder2'
import type { ScormFormat } from '#shared/scorm/package-format'
import { schemaVersions } from './formats.ts'
import { imsMetadata, METADATA_FILE, type PackageMetadata } from './metadata.ts'
import { manifestTitle } from './plain-text.ts'
import { itemSequencing, organizationSequencing, type CourseOrder } from './sequencing.ts'

export interface ManifestItem {
  readonly lessonId: string
  readonly title: string
  /** Whole per cent, null for none. */
  readonly passMark: number | null
  readonly href: string
  /** Files of this lesson alone, by their paths in the zip. */
  readonly files: readonly string[]
}

export interface ManifestFacts {
  readonly format: ScormFormat
  /**
   * Lesson or course; every identifier is made from it and from the lessons' ids, so that none ever changes: LMSs keep a pupil's
   * attempts by them.
   */
  readonly id: string
  readonly locale: string
  readonly title: string
  readonly items: readonly ManifestItem[]
  /** Every other file of the package except the manifest. */
  readonly sharedFiles: readonly string[]
  readonly metadata: PackageMetadata
  readonly order: CourseOrder
  /** SCORM 1.2 only: the pass mark stands in the manifest too. */
  readonly masteryScore: boolean
  /** The XSDs are in the package, so the manifest says where. */
  readonly schemas: boolean
}

const namespaces12 = {
  '@xmlns': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  '@xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1',
  '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

const schemaLocation12 = schemaLocation({
  'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
  'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
  'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1': 'imsmd_rootv1p2p1.xsd',
})

// Moodle looks for the prefixes themselves, so they are always `adlcp:` and `imsss:`.
const namespaces2004 = {
  '@xmlns': 'http://www.imsglobal.org/xsd/imscp_v1p1',
  '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
  '@xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
  '@xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
  '@xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
  '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
}

const schemaLocation2004 = schemaLocation({
  'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
  'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
  'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
  'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
})

/** @returns the manifest as XML text */
export function manifestXml(facts: ManifestFacts): string {
  const { format, id, locale, title, items, metadata, schemas } = facts
  const is2004 = format !== 'scorm12'
  const identifier = (kind: string, of = id) => `${kind}-${of}-${locale}`
  return create({ version: '1.0', encoding: 'UTF-8' }, {
    manifest: {
      '@identifier': identifier('MANIFEST'),
      '@version': '1.0',
      ...(is2004 ? namespaces2004 : namespaces12),
      ...(schemas ? { '@xsi:schemaLocation': is2004 ? schemaLocation2004 : schemaLocation12 } : {}),
      metadata: {
        schema: 'ADL SCORM',
        schemaversion: schemaVersions[format],
        ...(is2004 ? { 'adlcp:location': METADATA_FILE } : { 'imsmd:lom': imsMetadata(metadata) }),
      },
      organizations: {
        '@default': identifier('ORG'),
        organization: {
          '@identifier': identifier('ORG'),
          // A course begun anew begins with its first lesson.
          ...(is2004 && isInOrder(facts) ? { '@adlseq:objectivesGlobalToSystem': 'false' } : {}),
          title: manifestTitle(title),
          item: items.map((item, index) => itemElement(facts, item, identifier, items[index - 1])),
          ...(is2004 ? organizationSequencing : {}),
        },
      },
      resources: { resource: resourceElements(facts, identifier) },
    },
  }).end({ prettyPrint: true })
}

type Identifier = (kind: string, of?: string) => string

const isInOrder = ({ order, items }: ManifestFacts) => order === 'in-order' && items.length > 1

function itemElement(facts: ManifestFacts, { lessonId, title, passMark }: ManifestItem, identifier: Identifier, before?: ManifestItem) {
  const { format, masteryScore } = facts
  const inOrder = isInOrder(facts)
    ? { shared: identifier('DONE', lessonId), sharedBefore: before ? identifier('DONE', before.lessonId) : null }
    : undefined
  return {
    '@identifier': identifier('ITEM', lessonId),
    '@identifierref': identifier('RES', lessonId),
    '@isvisible': 'true',
    title: manifestTitle(title),
    // Left out unless the school asks for it: an LMS that has one replaces the lesson's status as soon as there is a score.
    ...(format === 'scorm12'
      ? (masteryScore && passMark !== null ? { 'adlcp:masteryscore': String(passMark) } : {})
      : itemSequencing({ format, objectiveId: identifier('OBJ', lessonId), passMark, inOrder })),
  }
}

/** One lesson lists every file itself. Several share the player and the pictures through a resource of their own. */
function resourceElements({ format, items, sharedFiles }: ManifestFacts, identifier: Identifier) {
  const type = format === 'scorm12' ? '@adlcp:scormtype' : '@adlcp:scormType'
  const fileElements = (files: readonly string[]) => [...files].sort().map(file => ({ '@href': file }))
  const isCourse = items.length > 1
  const scos = items.map(({ lessonId, href, files }) => ({
    '@identifier': identifier('RES', lessonId),
    '@type': 'webcontent',
    [type]: 'sco',
    '@href': href,
    file: fileElements(isCourse ? files : [...files, ...sharedFiles]),
    ...(isCourse ? { dependency: { '@identifierref': identifier('SHARED') } } : {}),
  }))
  if (!isCourse) return scos
  return [...scos, { '@identifier': identifier('SHARED'), '@type': 'webcontent', [type]: 'asset', file: fileElements(sharedFiles) }]
}

function schemaLocation(files: Record<string, string>): string {
  return Object.entries(files).map(([namespace, file]) => `${namespace} ${file}`).join(' ')
}
