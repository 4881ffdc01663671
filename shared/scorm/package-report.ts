/** What the self-check of a built package tells. The check itself is in server/scorm; the export pages show it. */

export interface PackageFinding {
  /** Short name of the rule, such as `manifest-at-root`. */
  readonly rule: string
  readonly severity: 'error' | 'warning' | 'note'
  /** A sentence for the person who imports the package. */
  readonly message: string
  /** Path in the zip, where the finding is about one file. */
  readonly file?: string
}

export interface PackageReport {
  /** No finding is an error. */
  readonly ok: boolean
  readonly findings: readonly PackageFinding[]
  /** Everything that was looked at, in words. */
  readonly checked: readonly string[]
  readonly fileCount: number
  /** Size of the zip. */
  readonly bytes: number
  readonly title: string
  /** The files that an LMS opens, by the manifest. */
  readonly launch: readonly string[]
}
