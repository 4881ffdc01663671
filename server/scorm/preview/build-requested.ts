/** The one place where "Check before import" has a package built: the same code, and so the same bytes, as the download. */
import { z } from 'zod'
import { renderOpening } from '#player/prerender'
import { packageFormats, type PackageFormat } from '#shared/scorm/package-format'
import type { PackageReport } from '#shared/scorm/package-report'
import { appLibrary } from '../../content/library-in-app.ts'
import { appAssets } from '../assets-in-app.ts'
import { exportPackage } from '../export.ts'

export const PreviewBody = z.object({
  lessons: z.array(z.string().max(80), 'say which lessons, as a list of their ids').min(1, 'say at least one lesson').max(60),
  format: z.enum(packageFormats, `the formats are: ${packageFormats.join(', ')}`),
  locale: z.string().max(10).default('en'),
  /** Whatever the export page offers; the builder judges it. */
  options: z.unknown().optional(),
})

export interface RequestedPackage {
  readonly fileName: string
  readonly format: PackageFormat
  /** The zip. */
  readonly bytes: Uint8Array
  readonly report?: PackageReport
}

/** @throws {ExportError} as exportPackage does */
export async function buildRequested({ lessons, format, locale }: z.infer<typeof PreviewBody>): Promise<RequestedPackage> {
  const { fileName, bytes } = await exportPackage({
    library: await appLibrary(),
    lessonId: lessons[0] ?? '',
    format,
    locale,
    assets: appAssets(),
    renderOpening,
  })
  return { fileName, format, bytes }
}
