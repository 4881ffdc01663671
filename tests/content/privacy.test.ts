/** Nothing is stored that docs/privacy.md does not say. */
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { freshDatabase } from '../support/databases'

const page = readFileSync('docs/privacy.md', 'utf8')

/** Every `table.field` of the page: the first column of the table below each heading that names one. */
function described(): string[] {
  return page.split(/^### /m).slice(1).flatMap((part) => {
    const [, table] = /^`(\w+)`/.exec(part) ?? []
    const rows = part.split(/^##? /m)[0]?.split('\n').filter(line => line.startsWith('| `')) ?? []
    return rows.flatMap(row => [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, field]) => `${table}.${field}`))
  }).sort()
}

it('every stored field is in docs/privacy.md, and nothing else', async () => {
  const { db } = await freshDatabase('sqlite')
  const tables = (await db.introspection.getTables()).filter(({ name }) => !name.startsWith('kysely_'))
  const stored = tables.flatMap(({ name, columns }) => columns.map(column => `${name}.${column.name}`)).sort()
  expect(stored.length).toBeGreaterThan(100)
  expect(described()).toEqual(stored)
})

it('every row says why, how long and who sees it, unless it stays empty', () => {
  const rows = page.split('## What stays on the device')[0]?.split('\n').filter(line => line.startsWith('| `')) ?? []
  expect(rows.filter(row => row.split('|').length !== 6)).toEqual([])
  expect(rows.filter(row => row.split('|').slice(2, 5).some((cell, index) => cell.trim() === '' && !(index === 1 && /empty/.test(row))))).toEqual([])
})
