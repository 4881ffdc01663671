/** The curriculum map claims what was seen, and nothing else. */
import { expect, it } from 'vitest'
import { claimedCodes, findCurriculum, mappings } from '../../server/content/library/curriculum.ts'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../server/content/library/library.ts'

const library = await readLibrary(folderSource('content'))
const file = findCurriculum(library, 'en')
if (!file) throw new Error('there is no content/curriculum/en.yml that could be used')
const rows = mappings(library.lessons.map(({ value }) => value), file)

it('knows every code that a lesson names, its framework and how it was checked', () => {
  const used = new Set(library.lessons.flatMap(({ value }) => value.objectives.flatMap(({ frameworks }) => frameworks)))
  expect([...used].filter(code => !file.statements.some(statement => statement.code === code))).toEqual([])
  expect(file.statements.filter(({ framework }) => !file.frameworks.some(({ id }) => id === framework))).toEqual([])
  expect(file.statements.filter(({ checked }) => !file.checks.some(({ id }) => id === checked))).toEqual([])
})

it('claims no statement of the guidance of 2025, whose tables were not seen', () => {
  expect([...claimedCodes(file)].filter(code => /^N\d/.test(code))).toEqual([])
  expect(rows.filter(({ code }) => /^N\d/.test(code))).toEqual([])
})

it('has every other code of every lesson', () => {
  const wanted = library.lessons.flatMap(({ value }) =>
    value.objectives.flatMap(({ text, frameworks }) =>
      frameworks.filter(code => !code.startsWith('N')).map(code => `${value.id}: ${text}: ${code}`),
    ),
  )
  const own = rows.filter(({ code }) => !file.statements.some(statement => statement.code === code && statement.like))
  expect(own.map(({ lessonId, objective, code }) => `${lessonId}: ${objective}: ${code}`)).toEqual(wanted)
})

it('maps what Wales, Scotland and Northern Ireland ask for where a lesson works on the same, and in Scotland only at the levels that were read', () => {
  const lessonsWith = (code: RegExp) => new Set(rows.filter(row => code.test(row.code)).map(({ lessonId }) => lessonId))
  const all = library.lessons.map(({ value }) => value)
  expect(lessonsWith(/^W-/).size).toBe(all.length)
  expect(lessonsWith(/^NI-/).size).toBe(all.length)
  expect(lessonsWith(/^HWB /)).toEqual(new Set(all.filter(({ band }) => band !== '7-9').map(({ id }) => id)))
  expect(rows.filter(({ code, band }) => /^HWB 45/.test(code) && band === '9-11')).toEqual([])
  for (const { like = [] } of file.statements)
    for (const code of like) expect(file.statements.map(statement => statement.code)).toContain(code)
})

it('gives every row its source, its date, and that nobody has checked it until somebody has', () => {
  for (const { source, seen, checkedBy } of rows) {
    expect(source).toMatch(/^https:/)
    expect(seen).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    expect(checkedBy).toEqual([])
  }
})

it('says of every framework where it was looked at, when, and that nobody has checked the map until somebody has', () => {
  for (const { source, seen, checkedBy } of file.frameworks) {
    expect(source).toMatch(/^https:/)
    expect(seen <= '2026-12-31').toBe(true)
    expect(checkedBy).toEqual([])
  }
})
