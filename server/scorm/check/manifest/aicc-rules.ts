/** AICC: a course is described by small files beside each other instead of a manifest (AICC CMI001, chapter 5). */
import { extensionOf, folderOf, type Archive } from '../archive/archive.ts'
import { fileAt, targetOf } from '../archive/addresses.ts'
import { error, quoted, type Rule } from '../archive/findings.ts'

export interface AiccCourse {
  readonly title: string
  readonly launch: readonly {
    readonly identifier: string
    readonly title: string
    readonly href: string
    readonly file: string
    readonly line: number
  }[]
}

const descriptions = [['crs', 'the course'], ['au', 'what can be opened'], ['des', 'the names of its parts'], ['cst', 'its order']] as const

export const aiccFiles: Rule<Archive> = {
  id: 'aicc-files',
  * check(archive) {
    const course = fileOf(archive, 'crs')
    for (const [extension, what] of descriptions) {
      if (!fileOf(archive, extension)) yield error(`There is no .${extension} file, which describes ${what}. AICC needs .crs, .au, `
        + `.des and .cst side by side. Export the package again.`)
    }
    if (course !== null && folderOf(course) !== '') {
      yield error(`The description of the course is in a folder (${quoted(course)}), not at the top of the zip. Zip the folder's `
        + `contents instead of the folder.`, { file: course })
    }
    for (const { href, file, line } of readAicc(archive).launch) {
      const target = targetOf(href, folderOf(file))
      if (target.where === 'package' && fileAt(archive, target.path) === null) {
        yield error(`The start file ${quoted(href)} is not in the package. Without it the lesson does not open. Put it there, or mend `
          + `"file_name".`, { file, line, effect: 'record' })
      }
    }
  },
}

/** @returns what the description says; nothing where it says nothing that can be read */
export function readAicc(archive: Archive): AiccCourse {
  const course = fileOf(archive, 'crs')
  const units = fileOf(archive, 'au')
  const title = /^\s*course_title\s*=\s*(.*)$/im.exec(course === null ? '' : archive.text(course) ?? '')?.[1]?.trim() ?? ''
  const [header, ...rows] = (units === null ? '' : archive.text(units) ?? '').split(/\r\n?|\n/)
  const columns = cellsOf(header ?? '').map(cell => cell.toLowerCase())
  const place = (name: string) => columns.indexOf(name)
  const launch = rows.flatMap((row, index) => {
    const cells = cellsOf(row)
    const href = cells[place('file_name')] ?? ''
    return href === '' || units === null ? [] : [{ identifier: cells[place('system_id')] ?? '', title, href, file: units, line: index + 2 }]
  })
  return { title, launch }
}

function fileOf(archive: Archive, extension: string): string | null {
  return [...archive.files.keys()].filter(name => extensionOf(name) === extension).sort((a, b) => a.length - b.length)[0] ?? null
}

/** The cells of one line: `"A1","lesson","index.html"`. */
function cellsOf(row: string): string[] {
  return [...row.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(match =>
    (match[1] ?? match[2] ?? '').replaceAll('""', '"').trim(),
  )
}
