/** The one place where "Check before import" has a package built: by the same code, and so with the same bytes, as the download. */
import type { ScormFormat } from '#shared/scorm/package-format'
import type { Makers } from '../export/bulk.ts'
import type { PackageReport } from '#shared/scorm/package-report'
import type { ExportRequest } from '../export/export.ts'

export interface RequestedPackage {
  readonly fileName: string
  /** The zip. */
  readonly bytes: Uint8Array
  /** Of the zip, in lower-case hexadecimal digits. */
  readonly sha256: string
  readonly report: PackageReport
}

/** @throws {ExportError} as exportPackage does */
export async function buildRequested(makers: Makers, request: ExportRequest & { readonly format: ScormFormat }): Promise<RequestedPackage> {
  const made = await makers.checked(request)
  const [note = made.note] = await makers.withSchemas([made])
  return { fileName: note.fileName, bytes: made.bytes, sha256: note.sha256, report: note.report }
}
