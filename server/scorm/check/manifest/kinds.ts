/** What a zip was handed in as: told by its manifest, or by the files that each kind of package is known by. */
import type { PackageKind } from '#shared/scorm/package-report'
import type { Effect } from '#shared/scorm/finding-heading'
import { extensionOf, isLeftBehind, type Archive } from '../archive/archive.ts'
import { error, note, quoted, someOf, warning, type Problem, type Rule } from '../archive/findings.ts'
import { child, is2004, schemaVersionOf } from './manifest-model.ts'
import { manifestFile, namespaces } from './manifest-names.ts'
import { everyElement, type XmlElement } from '../archive/xml.ts'

export interface KindNotes {
  /** For a heading. */
  readonly name: string
  /** What a learning platform does with such a package, as a sentence or two. */
  readonly fate: string
}

const scormFate = 'Learning platforms import it as a SCORM activity, and record what it reports.'

/** Which platforms do what: docs/check-package.md. */
export const kindNotes: Readonly<Record<PackageKind, KindNotes>> = {
  scorm12: { name: 'SCORM 1.2', fate: scormFate },
  'scorm2004-3': { name: 'SCORM 2004, 3rd edition', fate: scormFate },
  'scorm2004-4': { name: 'SCORM 2004, 4th edition', fate: scormFate },
  scorm2004: { name: 'SCORM 2004, an edition before the 3rd', fate: scormFate },
  aicc: {
    name: 'AICC',
    fate: 'Some platforms import AICC (Moodle\'s SCORM activity does, where an administrator allows it); many have dropped it.',
  },
  cmi5: {
    name: 'cmi5',
    fate: 'Only platforms with cmi5 import it, and record by xAPI in a learning record store. A SCORM activity refuses it.',
  },
  xapi: {
    name: 'xAPI (Tin Can)',
    fate: 'Only platforms with a learning record store import it. A SCORM activity refuses it.',
  },
  'common-cartridge': {
    name: 'Common Cartridge',
    fate: 'Platforms import it as the contents of a course (pages, links, quizzes), not as an activity that reports. A SCORM activity '
      + 'refuses it.',
  },
  'thin-common-cartridge': {
    name: 'Common Cartridge, thin (links only)',
    fate: 'Platforms import it into a course as links, web addresses and LTI, with no content in it. A SCORM activity refuses it.',
  },
  qti: {
    name: 'QTI (questions)',
    fate: 'Platforms import its questions into their own question bank or quizzes. A SCORM activity refuses it.',
  },
  'ims-content': {
    name: 'IMS content package',
    fate: 'Platforms show its pages (Moodle as an "IMS content package") and record nothing of what pupils do.',
  },
  h5p: {
    name: 'H5P',
    fate: 'Platforms with H5P (Moodle and others) import it as H5P, not as SCORM. Its name has to end in .h5p.',
  },
  zips: { name: 'a zip of zips', fate: 'No platform looks into the zips inside. Each of them is imported by itself.' },
  web: { name: 'web pages in a zip', fate: 'A web server can show them; a platform can at most offer them as a file. Nothing '
    + 'is recorded.' },
  'not-a-zip': { name: 'not a zip', fate: 'No platform imports it as a package.' },
  unknown: { name: 'not recognised', fate: 'A SCORM activity refuses it.' },
}

/** @returns whether a kind is some version of SCORM */
export function isScorm(kind: PackageKind): boolean {
  return kind === 'scorm12' || is2004(kind)
}

const kindByVersion: ReadonlyMap<string, PackageKind> = new Map([
  ['1.2', 'scorm12'],
  ['2004 3rd edition', 'scorm2004-3'],
  ['2004 4th edition', 'scorm2004-4'],
  ['cam 1.3', 'scorm2004'],
  ['1.3', 'scorm2004'],
])

/** @returns the kind of package that a manifest speaks for; `unknown` when it could be anything */
export function kindOfManifest(root: XmlElement): PackageKind {
  const schema = (child(child(root, 'metadata'), 'schema')?.text ?? '').trim().toLowerCase()
  const version = (schemaVersionOf(root) ?? '').trim().toLowerCase()
  if (schema.includes('thin common cartridge')) return 'thin-common-cartridge'
  if (schema.includes('common cartridge') || /\/imscc(?:v\d|_)/.test(root.namespace ?? '')) return 'common-cartridge'
  if (!saysScorm(root, schema)) {
    if (schema.includes('qti') || resourceTypes(root).some(type => /^imsqti/i.test(type))) return 'qti'
    if (isContentPackage(root)) return 'ims-content'
  }
  const known = kindByVersion.get(version)
  if (known) return known
  if (root.namespace === namespaces.imscp12) return 'scorm12'
  return root.namespace === namespaces.imscp2004 ? 'scorm2004' : 'unknown'
}

const scormNamespaces = new Set<string | null>([namespaces.adlcp12, namespaces.adlcp2004])

/** By its schema, by anything from ADL's namespaces, or by an attribute that only SCORM has, however it is spelt. */
function saysScorm(root: XmlElement, schema: string): boolean {
  if (schema.includes('scorm')) return true
  return [...everyElement(root)].some(({ namespace, attributes }) => scormNamespaces.has(namespace)
    || attributes.some(({ local, namespace }) => local.toLowerCase() === 'scormtype' || scormNamespaces.has(namespace)))
}

function resourceTypes(root: XmlElement): string[] {
  return [...everyElement(root)].filter(({ local }) => local === 'resource')
    .flatMap(({ attributes }) => attributes.find(({ name }) => name === 'type')?.value ?? [])
}

function isContentPackage(root: XmlElement): boolean {
  return root.local === 'manifest' && /^http:\/\/www\.ims(?:global|project)\.org\/(?:xsd|content)\b/.test(root.namespace ?? '')
}

/** @returns the kind of a package without an `imsmanifest.xml` at its root */
export function kindOfFiles(archive: Archive): PackageKind {
  const names = [...archive.files.keys()].filter(name => !isLeftBehind(name))
  const has = (name: string) => archive.files.has(name)
  const some = (extension: string) => names.some(name => extensionOf(name) === extension)
  if (has('cmi5.xml')) return 'cmi5'
  if (has('tincan.xml')) return 'xapi'
  if (has('h5p.json')) return 'h5p'
  if (some('crs') && some('au')) return 'aicc'
  const packages = names.filter(isPackageName)
  if (packages.length > 0 && names.every(name => packages.includes(name) || isNote(name))) return 'zips'
  if (names.some(name => extensionOf(name) === 'xml' && isQti(archive.text(name)))) return 'qti'
  return names.some(name => /^[^/]*\.html?$/i.test(name)) ? 'web' : 'unknown'
}

const isPackageName = (name: string) => /^(?:zip|h5p|imscc)$/.test(extensionOf(name))

/** What a bulk download puts beside its packages. */
const isNote = (name: string) => /^(?:txt|md|pdf|csv|sha256)$/.test(extensionOf(name))

const isQti = (text: string | null) =>
  text !== null && /<(?:\w+:)?(?:assessmentTest|assessmentItem|questestinterop)[\s>]/.test(text.slice(0, 4000))

/** Other things that are zips, by a file that each of them has. */
const otherZips: readonly (readonly [file: string, what: string])[] = [
  ['[Content_Types].xml', 'a document of Microsoft Office, renamed'],
  ['META-INF/container.xml', 'an e-book (EPUB)'],
  ['moodle_backup.xml', 'a backup of a Moodle course, which is restored rather than imported'],
  ['content.xml', 'an OpenDocument file, or what an authoring tool keeps for itself'],
  ['META-INF/MANIFEST.MF', 'a Java program'],
  ['story/story.xml', 'a project of the authoring tool, not yet published'],
]

/** @returns what a zip without anything that is known seems to be, null when nobody can say */
export function otherZip(archive: Archive): string | null {
  return otherZips.find(([file]) => archive.files.has(file))?.[1] ?? null
}

interface Advice {
  readonly noun: string
  readonly level: typeof error
  readonly effect: Effect
  readonly what: string
}

const exportAgain = 'Export it again as SCORM 1.2 where results have to be recorded'

/** Of the kinds that are no SCORM. The others have rules of their own. */
const advice: Readonly<Partial<Record<PackageKind, Advice>>> = {
  aicc: {
    noun: 'an AICC package',
    level: warning,
    effect: 'import',
    what: 'Ask your platform whether it takes AICC, or export it ' + 'again as SCORM 1.2.',
  },
  cmi5: { noun: 'a cmi5 package', level: error, effect: 'import', what: `${exportAgain}, or use a platform with cmi5.` },
  xapi: {
    noun: 'an xAPI (Tin Can) package',
    level: error,
    effect: 'import',
    what: `${exportAgain}, or use a platform with a learning ` + `record store.`,
  },
  'common-cartridge': {
    noun: 'a Common Cartridge',
    level: error,
    effect: 'import',
    what: `Restore or import it as a course. ` + `${exportAgain}.`,
  },
  'thin-common-cartridge': {
    noun: 'a thin Common Cartridge (links only)',
    level: error,
    effect: 'import',
    what: `Import it as a course's links. ${exportAgain}.`,
  },
  qti: { noun: 'a QTI package of questions', level: error, effect: 'import', what: `Import it into the question bank. ${exportAgain}.` },
  'ims-content': {
    noun: 'a plain IMS content package',
    level: error,
    effect: 'record',
    what: `Import it as an IMS content package, if ` + `pupils only have to read it. ${exportAgain}.`,
  },
  h5p: {
    noun: 'an H5P package',
    level: error,
    effect: 'import',
    what: 'Import it as H5P. Where the platform has none, wrap it as ' + 'SCORM with a tool such as Lumi.',
  },
}

/** Says what a package is that is no SCORM, and what to do with it. */
export const packageKind: Rule<{ readonly kind: PackageKind, readonly archive: Archive }> = {
  id: 'package-kind',
  * check({ kind, archive }) {
    const known = advice[kind]
    if (known) yield known.level(`This is ${known.noun}, not a SCORM package. `
      + `${known.what}`, { effect: known.effect, ...markingFile(kind, archive) })
    if (kind === 'zips') yield zipsInside(archive)
    const beside = isScorm(kind) ? (['cmi5.xml', 'tincan.xml'] as const).find(name => archive.files.has(name)) : undefined
    if (beside) {
      const other = kindNotes[beside === 'cmi5.xml' ? 'cmi5' : 'xapi'].name
      yield note(`The package also holds ${quoted(beside)}, so it can be imported as ${other} too. It was `
        + `checked as SCORM.`, { file: beside })
    }
  },
}

function zipsInside(archive: Archive): Problem {
  const inside = [...archive.files.keys()].filter(isPackageName)
  const what = inside.length === 1 ? 'another zip' : `${inside.length} zips`
  return error(`This zip holds ${what} (${someOf(inside)}) and no package of its own. Unpack it once, and check and import what `
    + `is inside.`, { file: inside[0] })
}

function markingFile(kind: PackageKind, archive: Archive): { file?: string } {
  const files: Readonly<Partial<Record<PackageKind, string>>> = { cmi5: 'cmi5.xml', xapi: 'tincan.xml', h5p: 'h5p.json' }
  const file
    = files[kind] ?? (archive.files.has(manifestFile) ? manifestFile : [...archive.files.keys()].find(name => extensionOf(name) === 'crs'))
  return file === undefined ? {} : { file }
}
