/** The table of the fault matrix in docs/scorm.md, made from the rows that the browser tests play. */
import { faultGroups } from '../../tests/support/faults/rows.ts'
import { everyFormat, type FaultFormat, type FaultRow } from '../../tests/support/faults/row.ts'

const START = '<!-- fault matrix -->'
const END = '<!-- /fault matrix -->'

const names: Readonly<Record<FaultFormat, string>> = { scorm12: '1.2', 'scorm2004-3': '2004 3rd', 'scorm2004-4': '2004 4th', web: 'web' }

const formatsOf = ({ formats }: FaultRow) => formats.length === everyFormat.length ? 'all' : formats.map(format => names[format]).join(', ')
const cell = (text: string) => text.replaceAll('|', '\\|')

/**
 * @param page the present text of docs/scorm.md
 * @returns the page with every row between its two marks
 * @throws when the marks are gone
 */
export function withFaultMatrix(page: string): string {
  const start = page.indexOf(START)
  const end = page.indexOf(END)
  if (start < 0 || end < start) throw new Error(`docs/scorm.md needs the lines "${START}" and "${END}".`)
  const tables = faultGroups.map(([title, rows]) => [
    `### ${title}`,
    '',
    '| What | What happens | What the pupil sees | What the platform holds at the end | Formats |',
    '|---|---|---|---|---|',
    ...rows.map(row => `| ${[row.title, row.lms, row.pupil, row.reported, formatsOf(row)].map(cell).join(' | ')} |`),
  ].join('\n'))
  return `${page.slice(0, start)}${START}\n\n${tables.join('\n\n')}\n\n${page.slice(end)}`
}
