/** What `npm run check-package` prints about a package. */
import { findingHeadings, headingOf } from '#shared/scorm/finding-heading'
import type { Finding, PackageReport } from '#shared/scorm/package-report'
import { headingNames, printable } from '../../server/scorm/check/archive/findings.ts'
import { statusOf } from '../../server/scorm/check/run/run-rules.ts'
import type { ScoRun } from '../../server/scorm/check/run/sco-run.ts'

export type FileReport = PackageReport & {
  readonly file: string
  /** What running it showed; left out where it was not run. */
  readonly runs?: readonly ScoRun[]
}

/** @returns the report as text, findings by what comes of them */
export function readableReport(report: FileReport): string {
  const { file, title, kindName, fate, bytes, unpackedBytes, fileCount, launch, findings } = report
  const lines = [
    file,
    ...(title ? [`  Title     ${printable(title)}`] : []),
    `  Kind      ${kindName}`,
    `  Becomes   ${fate}`,
    ...launch.map(({ href, title }, index) => `  ${index === 0 ? 'Opens   ' : '        '}  `
      + `${printable(launch.length > 1 ? `${href}  (${title})` : href)}`),
    `  Size      ${size(bytes)}, ${size(unpackedBytes)} unpacked, ${counted(fileCount, 'file')}`,
    ...(report.runs ?? []).flatMap(runLines),
    ...(launch.length > (report.runs?.length ?? launch.length)
      ? [`            (only the first ${report.runs?.length} of `
        + `${launch.length} were run)`]
      : []),
  ]
  for (const heading of findingHeadings) {
    const some = findings.filter(finding => headingOf(finding) === heading)
    if (some.length > 0) lines.push('', `  ${headingNames[heading]}`, ...some.map(finding => `  - ${sentence(finding)}`))
  }
  return [...lines, '', `  ${verdict(report)}`, ''].join('\n')
}

/** What was recorded, and what was done to make it so. */
function runLines(run: ScoRun): string[] {
  const { href, begun, ended, calls, values, pressed, pageErrors, outside } = run
  const score = values['cmi.core.score.raw'] ?? values['cmi.score.raw'] ?? values['cmi.score.scaled']
  const suspended = values['cmi.suspend_data']
  const recorded = [
    `session ${begun ? 'begun' : 'not begun'}, ${ended ? 'ended' : 'not ended'}`,
    `status ${statusOf(run) || 'none'}`,
    `score ${score ?? 'none'}`,
    suspended === undefined ? 'no suspend data' : `${counted(suspended.length, 'character')} of suspend data`,
    counted(calls, 'call'),
  ]
  const done = pressed.length === 0 ? 'nothing, since nothing obvious leads on' : inARow(pressed).join(', ')
  return [
    `  Run       ${href}: ${recorded.join(', ')}`,
    `            pressed ${done}`,
    `            ${counted(pageErrors.length, 'page error')}, ${counted(outside.length, 'request')} to other servers (none let out)`,
  ].map(printable)
}

/** `"Next" × 3` for three in a row. */
function inARow(labels: readonly string[]): string[] {
  const rows: { label: string, times: number }[] = []
  for (const label of labels) {
    const last = rows.at(-1)
    if (last?.label === label) last.times++
    else rows.push({ label, times: 1 })
  }
  return rows.map(({ label, times }) => times === 1 ? `"${label}"` : `"${label}" × ${times}`)
}

function sentence(finding: Finding): string {
  const { rule, message, count, places = [], file } = finding
  const place = placeName(finding)
  const named = places.map(one => one.file === file && one.line !== undefined ? `line ${one.line}` : placeName(one))
  const more
    = count === undefined ? '' : ` (${count} times${named.length > 0 ? `: ${named.join(', ')}${count > named.length ? ' …' : ''}` : ''})`
  return printable(`${place && `${place}: `}${message}${more} [${rule}]`)
}

function placeName({ file, line }: Pick<Finding, 'file' | 'line'>): string {
  return file === undefined ? '' : `${file}${line === undefined ? '' : `, line ${line}`}`
}

function verdict({ ok, findings, checked }: PackageReport): string {
  const number = (severity: Finding['severity']) => findings.filter(finding => finding.severity === severity).length
  const [errors, warnings] = [number('error'), number('warning')]
  const schema = checked.includes('schema-version') && !checked.includes('manifest-schema')
    ? ' (not checked against the '
    + 'official schemas)'
    : ''
  if (!ok) return `Not all right: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}${schema}.`
  const doubts = findings.filter(finding => headingOf(finding).startsWith('may-not')).length
  if (doubts > 0) return `Not sure: ${doubts === 1 ? 'one thing' : `${doubts} things`} may go wrong on some platforms${schema}. Look `
    + `at what is said above.`
  return `All right${warnings > 0 ? `, with ${counted(warnings, 'warning')}` : ''}: ${counted(checked.length, 'rule')} checked${schema}.`
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}

function size(bytes: number): string {
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
