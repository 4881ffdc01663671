/** What children, parents and teachers are promised: docs/privacy.md says where each sentence stands and which test keeps it. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const [, part = ''] = readFileSync('docs/privacy.md', 'utf8').split(/^## What is promised, and which test keeps it$/m)
const rows = (part.split(/^## /m)[0] ?? '').split('\n').flatMap((line) => {
  const [, promise, outlet, tests] = /^\| "(.+)" \| `(.+?)` \| (.+) \|$/.exec(line) ?? []
  return promise && outlet && tests ? [{ promise, outlet, tests: [...tests.matchAll(/`(.+?)`/g)].map(([, file]) => file ?? '') }] : []
})

it('every promise stands where it is said to, word for word, and has a test', () => {
  expect(rows.length).toBeGreaterThan(15)
  expect(rows.filter(({ promise, outlet }) => !readFileSync(outlet, 'utf8').includes(promise))).toEqual([])
  expect(rows.filter(({ tests }) => tests.length === 0 || !tests.every(file => /\.(?:test|spec)\.ts$/.test(file) && existsSync(file)))).toEqual([])
})
