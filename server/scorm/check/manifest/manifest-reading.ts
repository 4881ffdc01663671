/** From a zip to its manifest: at the root, safe to parse, well-formed, and a manifest at all. */
import type { PackageKind } from '#shared/scorm/package-report'
import type { Archive } from '../archive/archive.ts'
import { error, quoted, someOf, type Problem, type RuleId } from '../archive/findings.ts'
import { isScorm, kindNotes, kindOfManifest, otherZip } from './kinds.ts'
import { readManifestModel, type Manifest } from './manifest-model.ts'
import { manifestFile, namespaces } from './manifest-names.ts'
import { MalformedXml, parseXml, UnsafeXml, xmlText, type XmlElement } from '../archive/xml.ts'

export interface ManifestReading {
  readonly manifest: Manifest | null
  /** Its text, null when it was not safe to parse or not well-formed. */
  readonly xml: string | null
  /** The rules that were reached, with what they found. */
  readonly rules: readonly { readonly id: RuleId, readonly problems: readonly Problem[] }[]
}

/**
 * @param kind of the package by its files, for the sentence when it has no manifest
 * @returns the manifest, or why there is none
 */
export function readManifest(archive: Archive, kind: PackageKind): ManifestReading {
  const absent = whyAbsent(archive, kind)
  if (absent) return { manifest: null, xml: null, rules: [{ id: 'manifest-at-root', problems: [absent] }] }
  const atRoot = { id: 'manifest-at-root', problems: [] } as const
  const file = { file: manifestFile }
  const bytes = archive.read(manifestFile)
  // What cannot be unpacked is reported by the rules of the zip.
  if (!bytes) return { manifest: null, xml: null, rules: [atRoot] }
  const xml = xmlText(bytes)
  const safe = { id: 'manifest-safe', problems: [] } as const
  if (xml === null) {
    return {
      manifest: null,
      xml: null,
      rules: [
        atRoot,
        safe,
        {
          id: 'manifest-well-formed',
          problems: [error('The manifest\'s bytes are not in the encoding it names (UTF-8 when it names none). Save it as UTF-8.', file)],
        },
      ],
    }
  }
  try {
    const root = parseXml(xml)
    return withRoot(root, xml, [atRoot, safe, { id: 'manifest-well-formed', problems: [] }])
  }
  catch (problem) {
    if (problem instanceof UnsafeXml) {
      return {
        manifest: null,
        xml: null,
        rules: [
          atRoot,
          {
            id: 'manifest-safe',
            problems: [error(`The manifest ${problem.message}; it was not read. Make it plain XML of ordinary size.`, file)],
          },
        ],
      }
    }
    if (!(problem instanceof MalformedXml)) throw problem
    return {
      manifest: null,
      xml: null,
      rules: [
        atRoot,
        safe,
        {
          id: 'manifest-well-formed',
          problems: [
            error(
              `The manifest is not well-formed XML, in this line or soon after: ${inWords(problem.message)}. Put this right, or export the package again.`,
              { ...file, line: problem.line },
            ),
          ],
        },
      ],
    }
  }
}

function withRoot(root: XmlElement, xml: string, before: ManifestReading['rules']): ManifestReading {
  const kind = root.local === 'manifest' ? kindOfManifest(root) : 'unknown'
  const known = root.namespace === namespaces.imscp12 || root.namespace === namespaces.imscp2004
  const place = { file: manifestFile, line: root.line }
  const namespace = root.namespace === null ? 'has no namespace' : `has the namespace ${quoted(root.namespace)}`
  const problems
    = root.local !== 'manifest'
      ? [error(`The root element is ${quoted(root.name)}, but has to be "manifest".`, place)]
      : known || !(isScorm(kind) || kind === 'unknown')
        ? []
        : [
            error(
              `The root element ${namespace}. Write xmlns="${namespaces.imscp12}" for SCORM 1.2, or xmlns="${namespaces.imscp2004}" for SCORM 2004.`,
              place,
            ),
          ]
  return {
    manifest: root.local === 'manifest' ? readManifestModel(root, kind) : null,
    xml,
    rules: [...before, { id: 'manifest-root', problems }],
  }
}

/** What the parser says, in other words: it speaks to programmers. */
const complaints: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/tag mismatch: "([^"]*)" != "([^"]*)"/i, ([, open = '', close = '']) => `<${open}> is closed by </${close}>`],
  [/unclosed xml tag\(s\): ?(.*)$/i, ([, tags = '']) => `<${tags.split(',').pop()?.trim()}> is never closed`],
  [/HierarchyRequestError|root element/, () => 'it needs one element around everything, and only one'],
  [/NamespaceError/, () => 'a prefix stands for no namespace (its xmlns:… is missing)'],
  [/redefined/, () => 'a tag has the same attribute twice'],
  [/attribute/i, () => 'an attribute is not written as name="value"'],
  [/entity/i, () => 'a "&" stands alone; write "&amp;"'],
  [/unclosed|unexpected end/i, () => 'it ends in the middle of a tag'],
  [/xml declaration/, () => 'a second <?xml …?> stands in it'],
  [/cannot hold/, () => 'it holds a character that XML cannot hold'],
]

function inWords(message: string): string {
  for (const [pattern, words] of complaints) {
    const match = pattern.exec(message)
    if (match) return words(match)
  }
  return 'something there is no XML'
}

/** @param kind of a package without a manifest at its root, by its files */
function whyAbsent(archive: Archive, kind: PackageKind): Problem | null {
  if (archive.files.has(manifestFile)) return null
  const otherCase = archive.inOtherCase(manifestFile)
  if (otherCase)
    return error(`The manifest is named ${quoted(otherCase)}. It has to be "${manifestFile}" in small letters.`, { file: otherCase })
  const deeper = [...archive.files.keys()].filter(path => path.toLowerCase().split(/[/\\]/).pop() === manifestFile)
  const first = [...deeper].sort((a, b) => a.length - b.length)[0]
  if (first !== undefined) {
    return error(
      `The manifest is in a folder (${someOf(deeper)}), not at the top of the zip. Zip the folder's contents instead of the folder.`,
      { file: first },
    )
  }
  const other = otherZip(archive)
  const seems = kind === 'web' ? ` It holds web pages: ${kindNotes.web.fate}` : other ? ` It seems to be ${other}.` : ''
  return error(
    `There is no "${manifestFile}" in the zip, so this is not a SCORM package.${seems} Choose the zip that the authoring tool exported for a learning platform (SCORM 1.2).`,
  )
}
