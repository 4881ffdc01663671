/** What somebody chose as a class list: a list of rows, or files of a whole school; a zip is unpacked. */
import { entriesOf, type ListEntry } from './class-list'
import { otherFile } from './list-file-kind'
import { UnreadableFile } from './list-table'
import { readNameFile, type NameSheet } from './name-list'
import { areSchoolFiles, readSchoolFiles, readSeveralLists, unzipped, type SchoolFiles } from './school-files'
import type { NamedBytes } from './school-tables'

export type ListSource
  /** `bytes` are kept so that they can be read again in other letters; a list that was typed has none. */
  = | { readonly kind: 'sheet', readonly label: string, readonly sheet: NameSheet, readonly bytes?: Uint8Array | undefined }
    | { readonly kind: 'school', readonly label: string, readonly files: SchoolFiles }

export async function bytesIn(files: readonly File[]): Promise<NamedBytes[]> {
  return Promise.all(files.map(async file => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })))
}

/** @param today `YYYY-MM-DD`; @throws UnreadableFile */
export function sourceOf(chosen: readonly NamedBytes[], today: string): ListSource {
  const label = chosen.map(({ name }) => name).join(', ')
  const files = chosen.flatMap(file => (otherFile(file.bytes) === 'zip' ? unzipped(file.bytes) : [file]))
  if (areSchoolFiles(files)) return { kind: 'school', label, files: readSchoolFiles(files, today) }
  const [file] = files
  if (!file) throw new UnreadableFile('roster-part')
  if (files.length > 1) return { kind: 'school', label, files: readSeveralLists(files) }
  return { kind: 'sheet', label, sheet: readNameFile(file.bytes), bytes: file.bytes }
}

export type ListedClasses = readonly { readonly title: string, readonly entries: readonly ListEntry[] }[]

/** @returns the classes that a list names, with their rows; of files of a whole school, those that are no subject's */
export function classesIn(source: ListSource): ListedClasses {
  if (source.kind === 'school') {
    return source.files.classes.filter(({ isUsual }) => isUsual)
      .map(({ title, names }) => ({ title, entries: names.map((listed, key) => ({ key, group: title, listed })) }))
  }
  const { sheet } = source
  const entries = entriesOf(sheet, sheet.chosen, sheet.classes.length > 0 ? 0 : null)
  const titles = [...new Set(entries.map(({ group }) => group))].filter(title => title !== '')
  return titles.map(title => ({ title, entries: entries.filter(({ group }) => group === title) }))
}
