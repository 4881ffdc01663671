/** What is passed on with the app or used to build it may be used by everybody, schools and companies that host for them included. */
import { expect, it } from 'vitest'
import lock from '../package-lock.json' with { type: 'json' }

/** Free for every use; at most they ask to be named, or that changes to their own files stay free (MPL, EPL). */
const allowed = [
  'MIT',
  'MIT-0',
  'ISC',
  '0BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'EPL-2.0',
  'PSF-2.0',
  'Python-2.0',
  'MPL-2.0',
  'CC0-1.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'OFL-1.1',
  'Unlicense',
  'Zlib',
]

/** Packages whose licence does not stand where the lock file looks for it, read by hand. */
const readByHand: Readonly<Record<string, string>> = {
  'os-shim@0.1.3': 'MIT',
  'rx-lite@4.0.8': 'Apache-2.0',
  'tosource@2.0.0-alpha.3': 'Zlib',
  'xmlhttprequest-ssl@2.1.2': 'MIT',
}

/** @returns whether an expression such as "(MIT OR GPL-2.0)" leaves a licence that is allowed */
function isFree(expression: string): boolean {
  return expression.replaceAll(/[()]/g, '').split(' OR ').some(choice => choice.split(' AND ').every(name => allowed.includes(name.trim())))
}

it('every package of production has a licence that lets everybody use it', () => {
  const packages: [string, { version?: string, dev?: boolean, license?: string }][] = Object.entries(lock.packages)
  const notFree = packages.flatMap(([path, { version, dev, license }]) => {
    if (path === '' || dev === true) return []
    const name = `${path.replace(/^.*node_modules\//, '')}@${version ?? ''}`
    const found = license ?? readByHand[name] ?? 'none'
    return isFree(found) ? [] : [`${name}: ${found}`]
  })
  expect(notFree).toEqual([])
})

it.each([
  ['GPL-3.0', false],
  ['(BSD-3-Clause OR GPL-2.0)', true],
  ['MIT AND GPL-3.0', false],
  ['none', false],
])('a licence "%s" is free: %s', (expression, expected) => {
  expect(isFree(expression)).toBe(expected)
})
