/** The README for the LMS admin who gets many packages at once. */
import { headingOf } from '#shared/scorm/finding-heading'
import type { PackageNote } from '#shared/api/packages'
import { headingNames } from '../check/archive/findings.ts'
import { formatNames } from '../package/formats.ts'

/** @returns plain text with Windows line ends, which every editor shows properly */
export function bulkReadme(notes: readonly PackageNote[], release: string): string {
  const lines = [
    'Who\'s There? Lessons for your LMS',
    '===================================',
    '',
    `Made with release ${release}. Free to use, change and pass on: lessons CC BY-SA 4.0, software MIT.`,
    'A lesson that awaits review has had no look by a specialist in child protection yet. Please have your safeguarding lead and a',
    'PSHE teacher read its full text before pupils get it. Which ones do is said at each package below.',
    '',
    'What to do',
    '----------',
    '1. Upload the zip files as they are. Do not unpack them, except those that end in _web.zip.',
    '2. If you are not sure which format your platform takes, take SCORM 1.2 first.',
    '3. Grade by the highest attempt, out of 100. Let pupils have another attempt.',
    '4. Open a lesson as a pupil once, answer something, close it, and open it again: it goes on where it was.',
    '5. To update a lesson later, replace the package in place. Identifiers stay the same, so your platform keeps its records.',
    '6. Packages that end in _web.zip need no LMS: unpack them on any web server, or open index.html. They record nothing.',
    '',
    'Step by step for your platform: docs/lms of the project, or the page /export of the site these packages come from.',
    `To check that the files arrived whole: sha256sum --check SHA256SUMS.txt`,
    '',
    'What is inside',
    '--------------',
    ...notes.flatMap(({ fileName, title, format, bytes, report, awaitingReview }) => [
      fileName,
      `  ${title}`,
      `  ${formatNames[format]}, ${(bytes / 1000).toFixed(0)} kB, ${report.fileCount} files. Self-check: ${verdict(report)}`,
      awaitingReview.length === 0 ? '  Reviewed: its page says by whom.' : `  Awaiting review: ${awaitingReview.join(', ')}`,
      ...report.findings
        .filter(({ severity }) => severity !== 'note')
        .map(finding => `  ${headingNames[headingOf(finding)]}: ${finding.message}`),
      '',
    ]),
    'If you are worried about a child right now: 999 in an emergency, 101 for the police, Childline 0800 1111 for children.',
    '',
  ]
  return lines.join('\r\n')
}

function verdict({ ok, checked }: PackageNote['report']): string {
  return ok ? `passed, ${checked.length} rules.` : 'FAILED. Do not import it; tell whoever runs the site.'
}
