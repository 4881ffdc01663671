/** What workers are asked for, and what they answer: plain data, since it goes from thread to thread. */
import type { ManifestToValidate } from '../scorm/check/manifest/validate-manifest.ts'
import type { SchemaError } from '../scorm/check/manifest/schema-errors.ts'
import type { NotedPackage } from '../scorm/export/bulk.ts'
import type { ExportErrorCode } from '../scorm/export/export.ts'
import type { PackageSource } from '../scorm/package/package.ts'
import type { ForeignReading } from '../scorm/preview/foreign/foreign-package.ts'

/** Assets by their paths: workers read nothing themselves. */
export type AssetFiles = ReadonlyMap<string, Uint8Array>

export type Job
  = | { readonly kind: 'package', readonly source: PackageSource, readonly files: AssetFiles, readonly release: string }
    | { readonly kind: 'schemas', readonly manifests: readonly ManifestToValidate[], readonly files: AssetFiles }
    /** A package of another maker. */
    | { readonly kind: 'foreign', readonly bytes: Uint8Array }
    | { readonly kind: 'password', readonly password: string, readonly parts: readonly string[] }

/** How easily a password is guessed. */
export interface Estimate {
  /** zxcvbn's own scale of 0 to 4. */
  readonly score: number
  /** What it consists of, such as "dictionary", "repeat" or "sequence". */
  readonly patterns: readonly string[]
}

/** What cannot be made: an ExportError, which would lose what it is on its way. */
interface NotMade {
  readonly code: ExportErrorCode
  readonly message: string
  readonly field: string
}

export interface Results {
  readonly package: NotedPackage | { readonly refused: NotMade }
  readonly schemas: ReadonlyMap<string, readonly SchemaError[]>
  readonly foreign: ForeignReading
  readonly password: Estimate
}

export type ResultOf<J extends Job> = Results[J['kind']]
