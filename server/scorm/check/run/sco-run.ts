/** What running an SCO showed, whoever ran it: `check-package --run`, or a person in the preview. */
import type { PackageReport } from '#shared/scorm/package-report'
import { is2004 } from '../manifest/manifest-model.ts'

/** What one call got wrong: SCORM's own code, or `too-long` for suspend data over the limit. */
export interface RefusedCall {
  readonly call: string
  readonly element: string
  readonly error: string
}

export interface OutsideRequest {
  readonly address: string
  /** As the browser calls it: script, font, image, … */
  readonly kind: string
}

/** What running one SCO, or the start page of a web zip, showed. */
export interface ScoRun {
  readonly identifier: string
  readonly title: string
  readonly href: string
  /** Its start page loaded. */
  readonly opened: boolean
  /** It put itself in the place of the platform's own page. */
  readonly tookOver: boolean
  /** Names of the run-times that it looked for: `API` (1.2), `API_1484_11` (2004). */
  readonly lookedFor: readonly string[]
  readonly begun: boolean
  readonly ended: boolean
  readonly calls: number
  /** Status, score and the like as last set, by their element names. */
  readonly values: Readonly<Record<string, string>>
  readonly refused: readonly RefusedCall[]
  readonly pageErrors: readonly string[]
  /** Files of the package, or addresses, that it opened in windows of their own. */
  readonly windows: readonly string[]
  /** Files that it asked for and that are not in the package. */
  readonly missing: readonly string[]
  /** What it wanted from other servers; none of it was let out. */
  readonly outside: readonly OutsideRequest[]
  /** What was pressed, in order. */
  readonly pressed: readonly string[]
  /** It ran longer than it was given, and was stopped. */
  readonly stopped: boolean
}

/** The run-time that a package of a kind is given. */
export type ApiPlace = 'API' | 'API_1484_11' | null

/** @returns where platforms put the run-time for a kind of package; null for web pages, undefined for what is not run here */
export function apiPlaceOf(kind: PackageReport['kind']): ApiPlace | undefined {
  if (kind === 'scorm12') return 'API'
  if (is2004(kind)) return 'API_1484_11'
  return kind === 'web' ? null : undefined
}
