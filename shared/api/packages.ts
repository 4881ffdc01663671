/** Packages: what the routes that make them are asked for, and what they say. */
import { z } from 'zod'
import type { Prose } from '#shared/api/prose'
import { parseExportOptions } from '#shared/scorm/export-options'
import { packageFormats, scormFormats, type PackageFormat, type ScormFormat } from '#shared/scorm/package-format'
import type { LaunchedItem, PackageReport } from '#shared/scorm/package-report'
import { DEFAULT_LOCALE } from '#shared/text/languages'

const format = z.enum(packageFormats, `the formats are: ${packageFormats.join(', ')}`)
const lessons = z
  .array(z.string().min(1).max(80, 'an id of a lesson is shorter than this'))
  .min(1, 'say which lesson, for example lying-online-9-11')
  .max(60)
const locales = z
  .array(z.string().min(1).max(10, `say which language, for example ${DEFAULT_LOCALE}`))
  .min(1)
  .max(10)
  .default([DEFAULT_LOCALE])

/** Checked as the page checks them, with a problem for each field. */
const options = z.unknown().optional().transform((given, context) => {
  const parsed = parseExportOptions(given)
  if (parsed.ok) return parsed.options
  for (const { field, message } of parsed.issues) context.addIssue({ code: 'custom', path: [field], message })
  return z.NEVER
})

const listed = z
  .string()
  .transform(text =>
    text
      .split(',')
      .map(part => part.trim())
      .filter(part => part !== ''),
  )
  .optional()
  .catch(undefined)

/** `GET /api/export`, as it stands in the address; what it means is then checked as a body is. */
export const packageQuery = z.object({ lesson: listed, format: z.unknown().optional(), locale: listed, options: z.unknown().optional() })

/** `GET /api/export` in an address, `POST /api/export` and `POST /api/export/summary`. The first two answer with the file. */
export const packageBody = z.strictObject({ lessons, format, locales, options })
/**
 * `POST /api/export/bulk`, which answers with the file. Every lesson in every format, each a package of its own, or all lessons
 * together as one course in every format.
 */
export const bulkBody = z.strictObject({
  lessons,
  formats: z.array(format).min(1, 'choose at least one format'),
  together: z.boolean().default(false),
  locales,
  options,
})

/** `POST /api/export/preview`: as for the download, but only packages that speak to an LMS. */
export const previewBody = packageBody.extend({
  format: z.enum(scormFormats, `the formats that can be run here are: ${scormFormats.join(', ')}`),
})

/** What is known of a package once it is built. */
export interface PackageNote {
  /** Ids of its lessons that no specialist in child protection has signed yet. */
  readonly awaitingReview: readonly string[]
  readonly fileName: string
  readonly title: string
  readonly format: PackageFormat
  readonly bytes: number
  /** Of the zip, in lower-case hexadecimal digits. */
  readonly sha256: string
  readonly report: PackageReport
}

/** `POST /api/export/summary` */
export interface PackageSummary extends PackageNote {
  /** What the zip lists. */
  readonly files: readonly { readonly path: string, readonly bytes: number }[]
}

/** `POST /api/export/preview`: what the page that checks a package is told of it */
export interface PreviewPackage {
  /** Where the files are served: `GET /export/preview/package/<key>/<path>`. */
  readonly key: string
  readonly fileName: string
  /** Size of the zip. */
  readonly bytes: number
  /** Of the zip, in lower-case hexadecimal digits. */
  readonly sha256: string
  readonly format: ScormFormat
  readonly items: readonly LaunchedItem[]
  readonly report: PackageReport
}

/** `GET /api/export/preview/foreign`: whether packages of other makers can be played here, for whoever asks */
export interface ForeignPreviews {
  /** Scheme, host and port of the second host; null where the server has none. */
  readonly origin: string | null
}

/** `POST /api/export/preview/foreign` with the zip as its body: a package of another maker, to be played and forgotten */
export interface ForeignPackage {
  readonly key: string
  /** Where the page of each item lies, by the item's identifier. */
  readonly pages: readonly string[]
  readonly format: ScormFormat
  readonly items: readonly LaunchedItem[]
  readonly report: PackageReport
}

const word = z.string().max(300)

/**
 * `POST /api/export/preview/foreign/<key>`: what a run showed in the browser. `DELETE /api/export/preview/foreign/<key>` forgets the
 * package.
 */
export const foreignRunBody = z.strictObject({
  item: z.number().int().min(0).max(1_000),
  lookedFor: z.array(word).max(2),
  begun: z.boolean(),
  ended: z.boolean(),
  calls: z.number().int().min(0),
  values: z.record(word, z.string().max(1_000)).refine(values => Object.keys(values).length <= 100),
  refused: z.array(z.strictObject({ call: word, element: word, error: word })).max(20),
  pageErrors: z.array(word).max(20),
  windows: z.array(word).max(20),
})

/** The answer to that: what `check-package --run` would say of such a run */
export interface ForeignRun {
  readonly findings: PackageReport['findings']
  /** Files that it asked for and that are not in the package. */
  readonly missing: readonly string[]
  /** What it wanted from other servers; nothing of it was let out. */
  readonly outside: readonly string[]
}

/** One of `GET /api/lms-notes`: how to import a package into a platform */
export interface LmsNote {
  readonly id: string
  /** The language that it is written in. */
  readonly locale: string
  /** The platform's. */
  readonly name: string
  /** What its guide says to take. */
  readonly format: PackageFormat
  readonly body: Prose['body']
}
