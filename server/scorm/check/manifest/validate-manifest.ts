/**
 * Checks manifests against the official schemas (XSDs) of IMS and ADL with libxml2. Each call starts a worker and costs about 100
 * ms, so many manifests go in one.
 */
import { validateXML, type XMLFileInfo, type XMLValidationResult } from 'xmllint-wasm'
import type { PackageKind } from '#shared/scorm/package-report'
import { scormFormats, type ScormFormat } from '#shared/scorm/package-format'
import { schemaFiles } from '#shared/scorm/schema-files'
import { namespaces } from './manifest-names.ts'
import type { SchemaError } from './schema-errors.ts'
import { parseXml } from '../archive/xml.ts'

/** @returns the bytes of one of {@link schemaFiles}; rejects when it is not there */
export type ReadSchema = (format: ScormFormat, file: string) => Promise<Uint8Array>

export interface ManifestToValidate {
  /** Anything that tells it from the others. */
  readonly name: string
  readonly kind: PackageKind
  /** Well-formed, as {@link manifestOf} gives it. */
  readonly xml: string
}

/**
 * @param manifests of kinds other than SCORM are left out of the answer
 * @returns what the schemas say against each manifest, by its name; an empty list for a valid one
 * @throws when a schema cannot be read or used
 */
export async function validateManifests(
  manifests: readonly ManifestToValidate[],
  readSchema: ReadSchema,
): Promise<Map<string, SchemaError[]>> {
  const byFormat = Map.groupBy(manifests, ({ kind }) => formatOf(kind))
  const errors = new Map<string, SchemaError[]>()
  for (const [format, group] of byFormat) {
    if (format === null) continue
    const found = await validateGroup(
      group.map(({ xml }) => validated(xml)),
      await schemaSet(format, readSchema),
    )
    group.forEach(({ name }, index) => errors.set(name, found[index] ?? []))
  }
  return errors
}

/** Editions before the third are close enough to it for its schemas. Of other kinds there are none here. */
function formatOf(kind: PackageKind): ScormFormat | null {
  if (kind === 'scorm2004') return 'scorm2004-3'
  return scormFormats.find(format => format === kind) ?? null
}

const driverName = 'every-namespace.xsd'

/** Without it the schema of IMS alone would be used, which lets every extension through unread. */
const drivers: Readonly<Record<'1.2' | '2004', Readonly<Record<string, string>>>> = {
  1.2: {
    [namespaces.imscp12]: 'imscp_rootv1p1p2.xsd',
    [namespaces.adlcp12]: 'adlcp_rootv1p2.xsd',
  },
  2004: {
    [namespaces.imscp2004]: 'imscp_v1p1.xsd',
    [namespaces.adlcp2004]: 'adlcp_v1p3.xsd',
    [namespaces.adlseq]: 'adlseq_v1p3.xsd',
    [namespaces.adlnav]: 'adlnav_v1p3.xsd',
    [namespaces.imsss]: 'imsss_v1p0.xsd',
  },
}

interface SchemaSet {
  readonly driver: XMLFileInfo
  readonly files: readonly XMLFileInfo[]
}

async function schemaSet(format: ScormFormat, readSchema: ReadSchema): Promise<SchemaSet> {
  const imports = Object.entries(drivers[format === 'scorm12' ? '1.2' : '2004'])
    .map(([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`)
  return {
    driver: { fileName: driverName, contents: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>` },
    files: await Promise.all(schemaFiles[format].map(async fileName => ({ fileName, contents: await readSchema(format, fileName) }))),
  }
}

const fileName = (index: number) => `manifest-${index}.xml`

async function validateGroup(texts: readonly string[], schemas: SchemaSet): Promise<SchemaError[][]> {
  try {
    return errorsByManifest(await lint(texts, schemas), texts.length)
  }
  catch (problem) {
    if (texts.length > 1) return (await Promise.all(texts.map(text => validateGroup([text], schemas)))).flat()
    // 1: libxml2 does not take as well-formed what our parser did.
    if (problem instanceof Error && 'code' in problem && problem.code === 1) return [[parseError(problem.message)]]
    throw problem
  }
}

function lint(texts: readonly string[], { driver, files }: SchemaSet): Promise<XMLValidationResult> {
  return validateXML({
    xml: texts.map((contents, index) => ({ fileName: fileName(index), contents })),
    schema: driver,
    preload: files,
    maxMemoryPages: 4096,
    modifyArguments: args => ['--nonet', ...args],
  })
}

function errorsByManifest({ errors }: XMLValidationResult, count: number): SchemaError[][] {
  return Array.from({ length: count }, (_, index) => errors.flatMap(({ loc, message }) => loc?.fileName === fileName(index)
    ? [{ line: loc.lineNumber, message: readable(message) }]
    : []))
}

/** libxml2 writes "element item: Schemas validity error : Element '{namespace}item': …". */
function readable(message: string): string {
  return message.replace(/^.*?Schemas validity error : /, '')
}

function parseError(output: string): SchemaError {
  const [, line = '1', message = 'It cannot be parsed.'] = /:(\d+): (.*)/.exec(output) ?? []
  return { line: Number(line), message }
}

/** A well-formed XML text in pieces: comments, CDATA, instructions, tags, and the text between. */
const pieces = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([^\s/>]+)(?:[^"'>]|"[^"]*"|'[^']*')*?(\/?)>|[^<]+/g

/**
 * Takes out inline LOM: its 1.2 schema is ambiguous to libxml2, and its 2004 schema is not among those that are free to pass on.
 * Lines stay where they are. The text is UTF-8 from here on, whatever it was.
 */
function validated(xml: string): string {
  parseXml(xml)
  let depth = 0
  const kept = [...xml.replace(/^\uFEFF/, '').matchAll(pieces)].map(([piece, closing, name = '', empty]) => {
    const isLom = name.slice(name.indexOf(':') + 1) === 'lom'
    const opens = isLom && !closing && !empty
    if (opens) depth++
    const drop = depth > 0 || isLom
    if (isLom && closing) depth--
    return drop ? piece.replace(/[^\n]+/g, '') : piece
  })
  return kept.join('').replace(/^(\s*<\?xml[^>]*?encoding\s*=\s*)(["'])[^"']*\2/, '$1"UTF-8"')
}
