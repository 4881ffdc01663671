/** What is taken in to be played of another maker, and why the rest is not: a zip is only ever looked at in memory, with limits. */
import { scormFormats, type ScormFormat } from '#shared/scorm/package-format'
import type { PackageReport } from '#shared/scorm/package-report'
import type { Sentence } from '../../../platform/sentences.ts'
import { checkPackage } from '../../check/check-package.ts'
import { listZip, UnreadableZip, type ZipEntry } from '../../check/archive/zip.ts'
import { isScorm } from '../../check/manifest/kinds.ts'

/** Bytes of the zip, of one file and of all files unpacked, and how many files. */
export const foreignLimits = { zip: 60_000_000, file: 40_000_000, unpacked: 200_000_000, files: 5_000 } as const

/** What a zip must not be, whatever it holds; all else that is wrong is told beside the lesson. */
const SHUT: readonly string[] = ['zip-readable', 'zip-plain', 'zip-names', 'zip-unpacked-size']

export type ForeignReading
  = | { readonly ok: true, readonly report: PackageReport, readonly format: ScormFormat }
    | { readonly ok: false, readonly why: Sentence }

const refused = (why: Sentence): ForeignReading => ({ ok: false, why })
const megabytes = (bytes: number) => Math.round(bytes / 1_000_000)

/** @returns the package with what its files alone say against it, or one sentence that says why it is not played and what to do */
export function readForeign(bytes: Uint8Array): ForeignReading {
  if (bytes.length > foreignLimits.zip) return refused({ key: 'foreign-too-large', values: { limit: megabytes(foreignLimits.zip) } })
  const entries = listed(bytes)
  // Before anything is unpacked.
  if (entries.length > foreignLimits.files) return refused({ key: 'foreign-many-files', values: { limit: foreignLimits.files } })
  const unpacked = entries.reduce((sum, { size }) => sum + size, 0)
  if (unpacked > foreignLimits.unpacked || entries.some(({ size }) => size > foreignLimits.file)) {
    const [limit, file] = [megabytes(foreignLimits.unpacked), megabytes(foreignLimits.file)]
    return refused({ key: 'foreign-unpacks', values: { limit, file } })
  }
  const report = checkPackage(bytes)
  const shut = report.findings.find(({ rule, severity }) => severity === 'error' && SHUT.includes(rule))
  if (shut) return refused({ key: 'foreign-as-it-says', values: { problem: shut.message } })
  // What it is cannot be told, but what is wrong with it: a manifest in a folder, or one that is no XML.
  const why = report.kind === 'unknown' ? report.findings.find(({ severity }) => severity === 'error') : undefined
  if (why) return refused({ key: 'foreign-as-it-says', values: { problem: why.message } })
  if (!isScorm(report.kind)) return refused({ key: 'foreign-kind', values: { kind: report.kindName, fate: report.fate } })
  if (!report.launch.some(({ path }) => isInside(path))) return refused({ key: 'foreign-opens-nothing' })
  return {
    ok: true,
    report,
    // An edition before the third has the run-time of the third here, as on platforms.
    format: scormFormats.find(format => format === report.kind) ?? 'scorm2004-3',
  }
}

/** @returns whether a page lies in the package, rather than on another server */
export const isInside = (path: string) => path !== '' && !/^(?:[a-z][a-z0-9+.-]*:|[\\/])/i.test(path)

/** @returns the files of a package that was read, by their names; nothing is unpacked yet */
export const filesIn = (bytes: Uint8Array): ReadonlyMap<string, ZipEntry> =>
  new Map(listed(bytes).filter(({ folder }) => !folder).map(entry => [entry.name, entry]))

/** What cannot be listed says so by its rule. */
function listed(bytes: Uint8Array): readonly ZipEntry[] {
  try {
    return listZip(bytes).entries
  }
  catch (error) {
    if (error instanceof UnreadableZip) return []
    throw error
  }
}
