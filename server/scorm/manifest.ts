/** `imsmanifest.xml`: what an LMS reads of a package. One organization with one item with one SCO. No inline LOM: nothing needs it, and it fails some validators. */
import { create } from 'xmlbuilder2'
import type { PackageFormat } from '#shared/scorm/package-format'
import { formats } from './formats.ts'

export interface ManifestFacts {
  readonly format: PackageFormat
  readonly lessonId: string
  readonly locale: string
  readonly title: string
  /** Whole per cent, null for none. */
  readonly passMark: number | null
  /** Every file of the package except the manifest, by its path in the zip. */
  readonly files: readonly string[]
}

const namespaces12 = {
  '@xmlns': 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
  '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
  '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  '@xsi:schemaLocation': schemaLocation({
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
  }),
}

// Moodle looks for the prefixes themselves, so they are always `adlcp:` and `imsss:`.
const namespaces2004 = {
  '@xmlns': 'http://www.imsglobal.org/xsd/imscp_v1p1',
  '@xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
  '@xmlns:adlseq': 'http://www.adlnet.org/xsd/adlseq_v1p3',
  '@xmlns:adlnav': 'http://www.adlnet.org/xsd/adlnav_v1p3',
  '@xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
  '@xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  '@xsi:schemaLocation': schemaLocation({
    'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlseq_v1p3': 'adlseq_v1p3.xsd',
    'http://www.adlnet.org/xsd/adlnav_v1p3': 'adlnav_v1p3.xsd',
    'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
  }),
}

/** @returns the manifest as XML text */
export function manifestXml(facts: ManifestFacts): string {
  const { format, title, files } = facts
  const is2004 = format !== 'scorm12'
  // Derived from the lesson, so that they never change: LMSs keep a pupil's attempts by the item's identifier.
  const identifier = (kind: string) => `${kind}-${facts.lessonId}-${facts.locale}`
  return create({ version: '1.0', encoding: 'UTF-8' }, {
    manifest: {
      '@identifier': identifier('MANIFEST'),
      '@version': '1.0',
      ...(is2004 ? namespaces2004 : namespaces12),
      metadata: { schema: 'ADL SCORM', schemaversion: formats[format].schemaVersion },
      organizations: {
        '@default': identifier('ORG'),
        organization: {
          '@identifier': identifier('ORG'),
          title: manifestTitle(title),
          item: {
            '@identifier': identifier('ITEM'),
            '@identifierref': identifier('RES'),
            '@isvisible': 'true',
            title: manifestTitle(title),
            ...(is2004 ? itemRules(facts, identifier('OBJ')) : {}),
          },
          ...(is2004 ? { 'imsss:sequencing': { 'imsss:controlMode': { '@choice': 'true', '@flow': 'true' } } } : {}),
        },
      },
      resources: {
        resource: {
          '@identifier': identifier('RES'),
          '@type': 'webcontent',
          [is2004 ? '@adlcp:scormType' : '@adlcp:scormtype']: 'sco',
          '@href': 'index.html',
          file: files.map(file => ({ '@href': file })),
        },
      },
    },
  }).end({ prettyPrint: true })
}

/**
 * What 2004 wants to know of an item: the lesson itself says whether it is completed and passed.
 * SCORM 1.2 gets no mastery score: an LMS that has one replaces the lesson's status as soon as there is a score.
 */
function itemRules({ format, passMark }: ManifestFacts, objective: string) {
  return {
    ...(format === 'scorm2004-4' ? { 'adlcp:completionThreshold': { '@completedByMeasure': 'false', '@minProgressMeasure': '1.0' } } : {}),
    'imsss:sequencing': {
      'imsss:objectives': {
        'imsss:primaryObjective': passMark === null
          ? { '@objectiveID': objective, '@satisfiedByMeasure': 'false' }
          : { '@objectiveID': objective, '@satisfiedByMeasure': 'true', 'imsss:minNormalizedMeasure': String(passMark / 100) },
      },
      'imsss:deliveryControls': { '@completionSetByContent': 'true', '@objectiveSetByContent': 'true' },
    },
  }
}

/**
 * A title as every LMS shows it: plain words in UTF-8. Moodle eats the spaces beside an escaped "&" and keeps 255 characters.
 * What XML cannot hold at all is left out.
 */
export function manifestTitle(title: string): string {
  const words = title
    .replace(/&/g, ' and ')
    // eslint-disable-next-line no-control-regex -- exactly what XML 1.0 forbids, with lone halves of surrogate pairs
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return [...words].slice(0, 255).join('').trim() || 'Lesson'
}

function schemaLocation(files: Record<string, string>): string {
  return Object.entries(files).map(([namespace, file]) => `${namespace} ${file}`).join(' ')
}
