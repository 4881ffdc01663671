/** Nothing is stored that docs/privacy.md does not say. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { CACHES, LESSON_CACHE, OPENED_CACHE } from '#shared/lesson/offline'
import { freshDatabase } from '../support/databases/databases'

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

it('every name under which a page keeps something on the device is there too', () => {
  const folders = ['composables', 'plugins', 'utils', 'shared', 'stores', 'components']
  const files = folders
    .flatMap(folder => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)))
    .filter(file => /\.(?:ts|vue)$/.test(file) && !file.includes('.test.'))
  const names = new Set(
    files.flatMap(file => [...readFileSync(file, 'utf8').matchAll(/'(whos-there:[a-z-]+)/g)].map(([, name]) => name ?? '')),
  )
  // A word between two windows, kept nowhere.
  names.delete('whos-there:preview-ready')
  names.delete('whos-there:preview-leave')
  expect(names.size).toBeGreaterThan(5)
  expect([...names, LESSON_CACHE, OPENED_CACHE, `${CACHES}-precache-v2`].filter(name => !page.includes(`\`${name}`))).toEqual([])
})

it('every row says why, how long and who sees it, unless it stays empty', () => {
  const rows = page.split('## What stays on the device')[0]?.split('\n').filter(line => line.startsWith('| `')) ?? []
  expect(rows.filter(row => row.split('|').length !== 6)).toEqual([])
  expect(
    rows.filter(row =>
      row
        .split('|')
        .slice(2, 5)
        .some((cell, index) => cell.trim() === '' && !(index === 1 && /empty/.test(row))),
    ),
  ).toEqual([])
})
