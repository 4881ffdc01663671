import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PackageStore, type StoreLimits } from './package-store.ts'

const zip = (text: string) => zipSync({ 'imsmanifest.xml': strToU8('<manifest/>'), 'pictures/a.svg': strToU8(text) })

function store(limits: Partial<StoreLimits> = {}) {
  const clock = { now: 0 }
  return { clock, packages: new PackageStore({ packages: 3, bytes: 1_000_000, age: 1_000, ...limits }, () => clock.now) }
}

describe('the store of packages that are being checked', () => {
  it('gives back each file by its path, and nothing else', () => {
    const { packages } = store()
    const key = packages.put(zip('one'))
    expect(packages.file(key, 'pictures/a.svg')).toEqual(strToU8('one'))
    for (const path of ['pictures/b.svg', '', '../imsmanifest.xml', '__proto__', 'constructor']) expect(packages.file(key, path)).toBeUndefined()
    expect(packages.file('toString', 'imsmanifest.xml')).toBeUndefined()
  })

  it('the key is the SHA-256 of the zip, so the same bytes are kept once', () => {
    const { packages } = store()
    const key = packages.put(zip('one'))
    expect(key).toMatch(/^[0-9a-f]{64}$/)
    expect(packages.put(zip('one'))).toBe(key)
    expect(packages.put(zip('two'))).not.toBe(key)
  })

  it('lets the oldest go when there are too many', () => {
    const { packages } = store()
    const [first, ...others] = ['a', 'b', 'c', 'd'].map(text => packages.put(zip(text)))
    expect(packages.has(first ?? '')).toBe(false)
    expect(others.every(key => packages.has(key))).toBe(true)
  })

  it('lets the oldest go when they are too large together, but never the newest', () => {
    const { packages } = store({ bytes: 5_000 })
    const first = packages.put(zip('x'.repeat(3_000)))
    const second = packages.put(zip('y'.repeat(3_000)))
    expect([packages.has(first), packages.has(second)]).toEqual([false, true])
    const huge = packages.put(zip('z'.repeat(9_000)))
    expect([packages.has(second), packages.has(huge)]).toEqual([false, true])
  })

  it('forgets a package some time after it was last put in', () => {
    const { packages, clock } = store()
    const key = packages.put(zip('one'))
    clock.now = 900
    packages.put(zip('one'))
    clock.now = 1_800
    expect(packages.has(key)).toBe(true)
    clock.now = 2_000
    expect(packages.has(key)).toBe(false)
  })
})
