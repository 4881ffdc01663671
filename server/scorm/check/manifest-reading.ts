/** From a zip to its manifest: at the root, safe to parse, well-formed, and a manifest at all. */
import type { Archive } from './archive.ts'
import { error, printable, quoted, someOf, type Problem, type RuleId } from './findings.ts'
import { manifestFile, namespaces, readManifestModel, type Manifest } from './manifest-model.ts'
import { MalformedXml, parseXml, UnsafeXml, xmlText, type XmlElement } from './xml.ts'

export interface ManifestReading {
  readonly manifest: Manifest | null
  /** Its text, null when it was not safe to parse or not well-formed. */
  readonly xml: string | null
  /** The rules that were reached, with what they found. */
  readonly rules: readonly { readonly id: RuleId, readonly problems: readonly Problem[] }[]
}

/** @returns the manifest, or why there is none */
export function readManifest(archive: Archive): ManifestReading {
  const absent = whyAbsent(archive)
  if (absent) return { manifest: null, xml: null, rules: [{ id: 'manifest-at-root', problems: [absent] }] }
  const atRoot = { id: 'manifest-at-root', problems: [] } as const
  const file = { file: manifestFile }
  const bytes = archive.read(manifestFile)
  // What cannot be unpacked is reported by the rules of the zip.
  if (!bytes) return { manifest: null, xml: null, rules: [atRoot] }
  const xml = xmlText(bytes)
  const safe = { id: 'manifest-safe', problems: [] } as const
  if (xml === null) {
    return { manifest: null, xml: null, rules: [atRoot, safe, { id: 'manifest-well-formed', problems: [error('The manifest\'s bytes are not in the encoding it names (UTF-8 when it names none). Save it as UTF-8.', file)] }] }
  }
  try {
    const root = parseXml(xml)
    return withRoot(root, xml, [atRoot, safe, { id: 'manifest-well-formed', problems: [] }])
  }
  catch (problem) {
    if (problem instanceof UnsafeXml) {
      return { manifest: null, xml: null, rules: [atRoot, { id: 'manifest-safe', problems: [error(`The manifest ${problem.message}; it was not read. Make it plain XML of ordinary size.`, file)] }] }
    }
    if (!(problem instanceof MalformedXml)) throw problem
    return { manifest: null, xml: null, rules: [atRoot, safe, { id: 'manifest-well-formed', problems: [error(`The manifest is not well-formed XML, in this line or soon after: ${printable(problem.message)}. Put this right, or export the package again.`, { ...file, line: problem.line })] }] }
  }
}

function withRoot(root: XmlElement, xml: string, before: ManifestReading['rules']): ManifestReading {
  const known = root.namespace === namespaces.imscp12 || root.namespace === namespaces.imscp2004
  const place = { file: manifestFile, line: root.line }
  const problems = root.local !== 'manifest'
    ? [error(`The root element is ${quoted(root.name)}, but has to be "manifest".`, place)]
    : known ? [] : [error(`The root element's namespace is ${quoted(root.namespace ?? '')}. SCORM 1.2 has "${namespaces.imscp12}", SCORM 2004 "${namespaces.imscp2004}".`, place)]
  return {
    manifest: root.local === 'manifest' ? readManifestModel(root) : null,
    xml,
    rules: [...before, { id: 'manifest-root', problems }],
  }
}

function whyAbsent(archive: Archive): Problem | null {
  if (archive.files.has(manifestFile)) return null
  const otherCase = archive.inOtherCase(manifestFile)
  if (otherCase) return error(`The manifest is named ${quoted(otherCase)}. It has to be "${manifestFile}" in small letters.`, { file: otherCase })
  const deeper = [...archive.files.keys()].filter(path => path.toLowerCase().split(/[/\\]/).pop() === manifestFile)
  const first = [...deeper].sort((a, b) => a.length - b.length)[0]
  if (first !== undefined) return error(`The manifest is in a folder (${someOf(deeper)}), not at the top of the zip. Zip the folder's contents instead of the folder.`, { file: first })
  return error(`There is no "${manifestFile}" in the zip, so this is not a SCORM package. Choose the zip that the authoring tool exported for a learning platform.`)
}
