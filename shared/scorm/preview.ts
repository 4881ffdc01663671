/** What `POST /api/export/preview` answers: a package that the server keeps for a while, unzipped, for the page that checks it. */
import type { PackageFormat } from '#shared/scorm/package-format'
import type { PackageReport } from '#shared/scorm/package-report'

/** One lesson of a package, as the manifest's organization lists it. */
export interface PreviewItem {
  readonly identifier: string
  readonly title: string
  /** Path in the package with its query, relative to the manifest. */
  readonly href: string
}

export interface PreviewPackage {
  /** Where the files are served: `/export/preview/package/<key>/<path>`. */
  readonly key: string
  readonly fileName: string
  /** Size of the zip. */
  readonly bytes: number
  /** Of the zip, in lower-case hexadecimal digits. */
  readonly sha256: string
  readonly format: PackageFormat
  readonly items: readonly PreviewItem[]
  /** Absent where the package has not been checked. */
  readonly report?: PackageReport
}

/** @returns the address of a file of a kept package */
export function previewAddress(key: string, path: string): string {
  return `/export/preview/package/${key}/${path}`
}
