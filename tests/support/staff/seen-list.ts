import { entriesOf, lookThrough } from '../../../utils/name-list/class-list.ts'
import type { NameSheet } from '../../../utils/name-list/name-list.ts'

/** @returns what a page shows of a list before anybody chooses: pupils by class, then what it asks */
export function seenOf(sheet: NameSheet): { readonly names: Readonly<Record<string, string>>, readonly asked: readonly string[] } {
  const entries = entriesOf(sheet, sheet.chosen, sheet.classes.length > 0 ? 0 : null)
  const groups = [...new Set(entries.map(({ group }) => group))]
  const looked = groups.map(group => ({ group, ...lookThrough(entries.filter(entry => entry.group === group), new Map(), []) }))
  return {
    names: Object.fromEntries(looked.filter(({ names }) => names.length > 0).map(({ group, names }) => [group, names.join(' ')])),
    asked: looked.flatMap(({ asked }) => asked.map(({ inFile, reading, why }) => `${inFile} > ${reading}: ${why}`)),
  }
}
