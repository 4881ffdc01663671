import { expect, it } from 'vitest'
import { zipOf } from '../../../../tests/support/packages/packages.ts'
import { checkPackage } from '../check-package.ts'

it.each([
  ['@import url(\'https://fonts.example/css2?family=Inter:wght@300;400&display=swap\');', 'https://fonts.example/css2?family=Inter:wght@300;400&display=swap'],
  ['@import "https://fonts.example/a;b.css" screen;', 'https://fonts.example/a;b.css'],
  ['@import url( https://fonts.example/c.css );', 'https://fonts.example/c.css'],
])('a style sheet\'s import is found whole, and nothing else in it: %s', (style, address) => {
  const { findings } = checkPackage(zipOf({ 'index.html': '<!doctype html><style></style><link rel="stylesheet" href="a.css">', 'a.css': style }), { expect: 'web' })
  expect(findings.map(({ rule }) => rule)).toEqual(['outside-loads'])
  expect(findings[0]?.message).toContain(`"${address}"`)
})
