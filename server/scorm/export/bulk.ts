/**
 * Many packages as one zip, streamed: each package is built, checked, sent and forgotten before the next one, so memory stays flat.
 * Behind them stand a README for the LMS admin and SHA-256 sums; a download that ends without the sums was cut off.
 */
import { createHash } from 'node:crypto'
import { strToU8, Zip, ZipPassThrough } from 'fflate'
import { checkPackage, manifestOf, withSchemaErrors } from '../check/check-package.ts'
import { validateManifests, type ManifestToValidate } from '../check/manifest/validate-manifest.ts'
import type { SchemaError } from '../check/manifest/schema-errors.ts'
import { makePackage, sourceOf, type ExportRequest, type Workshop } from './export.ts'
import type { BuiltPackage } from '../package/package.ts'
import type { PackageNote } from '#shared/api/packages'
import { bulkReadme } from './readme.ts'

/** The last entry: its presence says that everything has come. */
export const SUMS_FILE = 'SHA256SUMS.txt'
export const README_FILE = 'README.txt'

export interface NotedPackage {
  readonly note: PackageNote
  readonly bytes: Uint8Array<ArrayBuffer>
  /** For `schemaChecked`; null in a web package. */
  readonly manifest: ManifestToValidate | null
}

/** Builds a package and checks its very bytes, except for its manifest's schema. @throws {ExportError} when it cannot be made */
export async function exportChecked({ library, ...tools }: Workshop, request: ExportRequest): Promise<NotedPackage> {
  return noted(await makePackage(sourceOf(library, request), tools))
}

/** Checks a package's very bytes, except for its manifest's schema. */
export function noted({ fileName, title, format, bytes, awaitingReview }: BuiltPackage): NotedPackage {
  const manifest = manifestOf(bytes)
  return {
    bytes,
    manifest: manifest && { name: fileName, ...manifest },
    note: {
      fileName, title, format,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      awaitingReview,
      report: checkPackage(bytes, { expect: format === 'web' ? 'web' : 'scorm' }),
    },
  }
}

/**
 * Checks the manifests of any number of packages against the official schemas, together because each start of the validator costs
 * about 100 ms.
 */
export async function schemaChecked(
  { assets }: Pick<Workshop, 'assets'>,
  made: readonly Pick<NotedPackage, 'note' | 'manifest'>[],
): Promise<PackageNote[]> {
  const manifests = made.flatMap(({ manifest }) => (manifest ? [manifest] : []))
  return withSchemas(made, await validateManifests(manifests, (format, file) => assets.read(`player/xsd/${format}/${file}`)))
}

/** @param errors what the schemas say, by file name */
export function withSchemas(
  made: readonly Pick<NotedPackage, 'note'>[],
  errors: ReadonlyMap<string, readonly SchemaError[]>,
): PackageNote[] {
  return made.map(({ note }) => {
    const found = errors.get(note.fileName)
    return found ? { ...note, report: withSchemaErrors(note.report, found) } : note
  })
}

/** Who makes and checks packages: this thread for the command line, workers in the app. */
export interface Makers {
  readonly release: string
  readonly checked: (request: ExportRequest) => Promise<NotedPackage>
  readonly withSchemas: (made: readonly Pick<NotedPackage, 'note' | 'manifest'>[]) => Promise<PackageNote[]>
}

/** @returns makers in this thread */
export function makersHere(workshop: Workshop): Makers {
  return {
    release: workshop.release,
    checked: request => exportChecked(workshop, request),
    withSchemas: made => schemaChecked(workshop, made),
  }
}

export interface ManyPackages extends Omit<ExportRequest, 'format'> {
  readonly formats: readonly string[]
  /** All lessons in one package, as a course, instead of a package for each. */
  readonly together: boolean
}

/** @returns one request for each package */
export function everyRequest({ lessons, formats, together, ...rest }: ManyPackages): ExportRequest[] {
  return formats.flatMap(format =>
    together ? [{ ...rest, lessons, format }] : lessons.map(lesson => ({ ...rest, lessons: [lesson], format })),
  )
}

/** @returns the sums as `sha256sum --check` reads them */
export function sumsText(notes: readonly PackageNote[]): string {
  return notes.map(({ sha256, fileName }) => `${sha256}  ${fileName}\n`).join('')
}

export interface BulkListeners {
  /** Called with each package, before it is sent. */
  readonly onPackage?: (note: PackageNote) => void
  /** Called once every package is checked, schema included. */
  readonly onChecked?: (notes: readonly PackageNote[]) => void
}

/**
 * The zip's chunks, in order. Packages are stored, not deflated again: they are zips themselves.
 * Whatever a listener throws ends the zip.
 */
export async function* bulkZip(
  makers: Makers,
  requests: readonly ExportRequest[],
  { onPackage, onChecked }: BulkListeners = {},
): AsyncGenerator<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  const add = (name: string, bytes: Uint8Array) => {
    const entry = new ZipPassThrough(name)
    // The same date as inside the packages, so that the same request makes the same bytes.
    entry.mtime = new Date(2026, 0, 1, 12)
    zip.add(entry)
    entry.push(bytes, true)
    return chunks.splice(0)
  }
  const made: Pick<NotedPackage, 'note' | 'manifest'>[] = []
  for (const request of requests) {
    const { note, bytes, manifest } = await makers.checked(request)
    made.push({ note, manifest })
    onPackage?.(note)
    yield* add(note.fileName, bytes)
  }
  const notes = await makers.withSchemas(made)
  onChecked?.(notes)
  yield* add(README_FILE, strToU8(bulkReadme(notes, makers.release)))
  yield* add(SUMS_FILE, strToU8(sumsText(notes)))
  zip.end()
  yield* chunks
}
