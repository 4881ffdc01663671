/** What the package checker says of a package. */
import type { Effect, Severity } from '#shared/scorm/finding-heading'

export interface Place {
  /** Path in the package. */
  readonly file?: string
  readonly line?: number
}

/**
 * One kind of mistake, however often it was made; file, line and message are of its first place. Each rule is explained in
 * docs/check-package.md.
 */
export interface Finding extends Place {
  /** Id of the rule. */
  readonly rule: string
  readonly severity: Severity
  readonly effect: Effect
  readonly message: string
  /** How often, where that is more than once. */
  readonly count?: number
  /** The first places of those. */
  readonly places?: readonly Place[]
}

/** `scorm2004` is an edition before the third, or none that is named. */
export type PackageKind
  = | 'scorm12' | 'scorm2004-3' | 'scorm2004-4' | 'scorm2004'
    | 'aicc' | 'cmi5' | 'xapi' | 'common-cartridge' | 'thin-common-cartridge' | 'qti' | 'ims-content' | 'h5p'
    | 'zips' | 'web' | 'not-a-zip' | 'unknown'

/** What a pupil can open. */
export interface LaunchedItem {
  readonly identifier: string
  readonly title: string
  /** As the manifest writes it. */
  readonly href: string
  /** Where that is in the package, with what the platform puts behind it; as written where it is not in the package. */
  readonly path: string
  /** What the manifest has a platform put into the data model before, by full element names. */
  readonly given: Readonly<Record<string, string>>
}

export interface PackageReport {
  /** No finding is an error. */
  readonly ok: boolean
  readonly kind: PackageKind
  /** For a reader, such as "SCORM 1.2". */
  readonly kindName: string
  /** What a learning platform does with a package of this kind, as a sentence or two. */
  readonly fate: string
  /** As platforms show it, "" when there is none. */
  readonly title: string
  readonly bytes: number
  /** As the zip declares it. */
  readonly unpackedBytes: number
  readonly fileCount: number
  /** One for each item that opens something. */
  readonly launch: readonly LaunchedItem[]
  /** Every rule that was applied; others were out of reach or belong to another kind of package. */
  readonly checked: readonly string[]
  readonly findings: readonly Finding[]
}
