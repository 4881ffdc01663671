/** Checks a package as a learning platform would meet it: any SCORM 1.2 or 2004 package, whoever made it, or a plain web zip. */
import type { Finding, PackageKind, PackageReport } from '#shared/scorm/package-report'
import { fileAt } from './archive/addresses.ts'
import { aiccFiles, readAicc, type AiccCourse } from './manifest/aicc-rules.ts'
import { openArchive, type Archive } from './archive/archive.ts'
import { fileRules, webStartPage } from './files/file-rules.ts'
import { error, findingsOf, note, type Problem, type Rule, type RuleId } from './archive/findings.ts'
import { isScorm, kindNotes, kindOfFiles, packageKind } from './manifest/kinds.ts'
import { loadingFiles, loadRules } from './files/load-rules.ts'
import { launchData } from './manifest/launch-data.ts'
import { manifestRules } from './manifest/manifest-rules.ts'
import type { Manifest, Reference } from './manifest/manifest-model.ts'
import { manifestFile } from './manifest/manifest-names.ts'
import { readManifest } from './manifest/manifest-reading.ts'
import { launchedResources, packageRules, resourcesRule } from './manifest/resource-rules.ts'
import { runTimeCalls } from './files/run-time-rules.ts'
import { schemaProblem, type SchemaError } from './manifest/schema-errors.ts'
import { schemaFiles, scormRules } from './manifest/scorm-rules.ts'
import { attribute } from './archive/xml.ts'
import { beginsAsZip, listZip, UnreadableZip, type ZipListing } from './archive/zip.ts'
import { unpackedSize, zipListingRules, zipRules, zipUnpackedSize } from './files/zip-rules.ts'

export interface CheckOptions {
  /** What the package should be: `scorm` unless said otherwise. */
  readonly expect?: 'scorm' | 'web'
  /** From validateManifests. Left out: the manifest is not checked against the official schemas. */
  readonly manifestErrors?: readonly SchemaError[]
}

/**
 * The structural rules, in a few milliseconds for a lesson of ordinary size. Nothing is expanded or fetched, and no bytes make it throw.
 * @param bytes of the zip
 */
export function checkPackage(bytes: Uint8Array, options: CheckOptions = {}): PackageReport {
  const log = findingsLog()
  const listing = listed(bytes, log)
  const archive = listing && usable(listing, bytes, log)
  if (!archive)
    return report(bytes, listing, log, { kind: listing || beginsAsZip(bytes) ? 'unknown' : 'not-a-zip', manifest: null, archive: null })
  for (const rule of [...zipRules, ...fileRules]) log.run(rule, archive)
  const { kind, manifest } = options.expect === 'web' ? { kind: 'web' as const, manifest: null } : recognised(archive, options, log)
  const startPages = new Set(options.expect === 'web' ? ['index.html'] : manifest ? startPagesOf(manifest, archive) : [])
  const files = loadingFiles(archive, startPages)
  for (const rule of loadRules) log.run(rule, files)
  if (manifest && isScorm(kind)) log.run(runTimeCalls, { ...files, manifest })
  if (options.expect === 'web') log.run(webStartPage, archive)
  return report(bytes, listing, log, { kind, manifest, archive })
}

/** What the package is, and what its description says. */
function recognised(
  archive: Archive,
  options: CheckOptions,
  log: FindingsLog,
): { readonly kind: PackageKind, readonly manifest: Manifest | null } {
  const byFiles = archive.files.has(manifestFile) ? 'unknown' : kindOfFiles(archive)
  const isOther = byFiles !== 'unknown' && byFiles !== 'web'
  const manifest = isOther ? null : checkManifest(archive, byFiles, options, log)
  const kind = manifest?.kind ?? byFiles
  log.run(packageKind, { kind, archive })
  if (kind === 'aicc') log.run(aiccFiles, archive)
  return { kind, manifest }
}

/**
 * @returns a package's manifest for validateManifests; null when it has none, or none that can be read, which checkPackage explains
 */
export function manifestOf(bytes: Uint8Array): { readonly kind: PackageKind, readonly xml: string } | null {
  const archive = archiveOf(bytes)
  const { manifest, xml } = archive ? readManifest(archive, 'unknown') : { manifest: null, xml: null }
  return manifest && xml !== null ? { kind: manifest.kind, xml } : null
}

/** @returns what is in a package, as far as it is safe to be unpacked; null where it is not, which checkPackage explains */
export function archiveOf(bytes: Uint8Array): Archive | null {
  const log = findingsLog()
  const listing = listed(bytes, log)
  return listing && usable(listing, bytes, log)
}

interface FindingsLog {
  readonly checked: RuleId[]
  readonly findings: Finding[]
  /** @returns whether the rule found no error */
  run<Subject>(rule: Rule<Subject>, subject: Subject): boolean
}

function findingsLog(): FindingsLog {
  const checked: RuleId[] = []
  const findings: Finding[] = []
  return {
    checked,
    findings,
    run(rule, subject) {
      const found = findingsOf(rule, subject)
      checked.push(rule.id)
      findings.push(...found)
      return found.every(({ severity }) => severity !== 'error')
    },
  }
}

/** A rule whose work is done already. */
function settled(id: RuleId, problems: readonly Problem[]): Rule<null> {
  return { id, check: () => problems }
}

function listed(bytes: Uint8Array, log: FindingsLog): ZipListing | null {
  try {
    const listing = listZip(bytes)
    log.run(
      settled('zip-readable', listing.entries.length > 0 || listing.zip64 ? [] : [error('The zip is empty. Make the package again.')]),
      null,
    )
    return listing
  }
  catch (problem) {
    if (!(problem instanceof UnreadableZip)) throw problem
    log.run(settled('zip-readable', [error(problem.message)]), null)
    return null
  }
}

/** @returns null when nothing in the zip should be unpacked */
function usable(listing: ZipListing, bytes: Uint8Array, log: FindingsLog): Archive | null {
  for (const rule of zipListingRules) log.run(rule, listing)
  const bearable = log.run(zipUnpackedSize, { ...listing, bytes })
  return bearable && !listing.zip64 && listing.entries.length > 0 ? openArchive(bytes, listing.entries) : null
}

function checkManifest(archive: Archive, byFiles: PackageKind, { manifestErrors }: CheckOptions, log: FindingsLog): Manifest | null {
  const { manifest, rules } = readManifest(archive, byFiles)
  for (const { id, problems } of rules) log.run(settled(id, problems), null)
  if (!manifest || !(isScorm(manifest.kind) || manifest.kind === 'unknown')) return manifest
  if (manifestErrors) log.run(settled('manifest-schema', schemaProblems(manifest, manifestErrors)), null)
  for (const rule of [...manifestRules, resourcesRule, ...scormRules]) log.run(rule, manifest)
  for (const rule of [schemaFiles, ...packageRules]) log.run(rule, { manifest, archive })
  return manifest
}

/**
 * Adds what the official schemas say to a report that was made without them, since many manifests are validated in one go.
 * @param manifestErrors from validateManifests
 */
export function withSchemaErrors(report: PackageReport, manifestErrors: readonly SchemaError[]): PackageReport {
  return withFindings(report, 'manifest-schema', manifestErrors.flatMap(schemaProblem))
}

/** @returns the report with what another rule found */
export function withFindings(report: PackageReport, rule: RuleId, problems: readonly Problem[]): PackageReport {
  const found = findingsOf(settled(rule, problems), null)
  return {
    ...report,
    ok: report.ok && found.every(({ severity }) => severity !== 'error'),
    checked: [...report.checked, rule],
    findings: [...report.findings, ...found],
  }
}

function schemaProblems({ elements }: Manifest, manifestErrors: readonly SchemaError[]): Problem[] {
  const problems = manifestErrors.flatMap(schemaProblem)
  const lom = elements.find(({ local }) => local === 'lom')
  if (lom)
    problems.push(
      note(
        'The descriptive metadata (<lom>) were left out of the check against the official schemas, which do not agree about them. No platform needs them to play a lesson.',
        { file: manifestFile, line: lom.line },
      ),
    )
  return problems
}

function startPagesOf(manifest: Manifest, archive: Archive): string[] {
  return launchedResources(manifest).flatMap(({ launch }) => {
    const name = launch?.target.where === 'package' ? fileAt(archive, launch.target.path) : null
    return name === null ? [] : [name]
  })
}

interface Outcome {
  readonly kind: PackageKind
  readonly manifest: Manifest | null
  readonly archive: Archive | null
}

function report(
  bytes: Uint8Array,
  listing: ZipListing | null,
  { checked, findings }: FindingsLog,
  { kind, manifest, archive }: Outcome,
): PackageReport {
  const entries = listing?.entries ?? []
  const aicc = kind === 'aicc' && archive ? readAicc(archive) : null
  return {
    ok: findings.every(({ severity }) => severity !== 'error'),
    kind,
    kindName: kindNotes[kind].name,
    fate: kindNotes[kind].fate,
    title: manifest?.title ?? aicc?.title ?? '',
    bytes: bytes.length,
    unpackedBytes: unpackedSize(entries),
    fileCount: archive?.files.size ?? entries.filter(({ folder }) => !folder).length,
    launch: launchesOf({ kind, manifest, archive }, aicc),
    checked,
    findings,
  }
}

function launchesOf({ kind, manifest, archive }: Outcome, aicc: AiccCourse | null): PackageReport['launch'] {
  if (aicc) return aicc.launch.map(({ identifier, title, href }) => ({ identifier, title, href, path: href, given: {} }))
  if (!manifest)
    return kind === 'web' && archive?.files.has('index.html') ? [{ identifier: '', title: '', href: 'index.html', path: 'index.html', given: {} }] : []
  const byIdentifier = new Map(manifest.resources.map(resource => [resource.identifier, resource]))
  return manifest.organizations.flatMap(({ items }) => items).flatMap(({ identifier, title, reference, element }) => {
    const launch = reference === null ? null : byIdentifier.get(reference)?.launch
    if (!launch) return []
    const path = pathOf(launch, attribute(element, 'parameters') ?? '')
    return [{ identifier, title: title ?? '', href: launch.address, path, given: launchData(kind, element, manifest.elements) }]
  })
}

/** Platforms put an item's parameters behind the address, whether they begin with "?" or not (SCORM 2004 CAM 3.4.1.7). */
function pathOf({ address, target }: Reference, parameters: string): string {
  if (target.where !== 'package') return address
  const path = target.path + (/[?#].*$/s.exec(address.trim())?.[0] ?? '')
  const more = parameters.trim().replace(/^[?&]/, '')
  return more === '' || more.startsWith('#') ? path + more : `${path}${path.includes('?') ? '&' : '?'}${more}`
}
