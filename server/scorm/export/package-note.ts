import type { PackageFormat } from '#shared/scorm/package-format'
import type { PackageReport } from '../check/check-package.ts'

/** What is known of a package once it is built. */
export interface PackageNote {
  readonly fileName: string
  readonly title: string
  readonly format: PackageFormat
  readonly bytes: number
  readonly sha256: string
  readonly report: PackageReport
}
