import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PackageStore, type StoreLimits } from './package-store.ts'

const zip = (text: string) => zipSync({ 'imsmanifest.xml': strToU8('<manifest/>'), 'pictures/a.svg': strToU8(text) }, { level: 0 })
const HERE = '203.0.113.9'
const MINUTE = 60_000

function store(limits: Partial<StoreLimits> = {}) {
  const clock = { now: 1_000_000 }
  const packages = new PackageStore({ previews: 3, bytes: 1_000_000, age: 30 * MINUTE, ...limits }, () => clock.now)
  return { clock, packages, put: (text: string, from = HERE) => packages.put(zip(text), 'scorm12', from) }
}

describe('the store of packages that are being checked', () => {
  it('gives back each file by its path, and nothing else', () => {
    const { packages, put } = store()
    const { key } = put('one')
    expect(packages.file(key, 'pictures/a.svg')).toEqual(strToU8('one'))
    for (const path of ['pictures/b.svg', '', '../imsmanifest.xml', '__proto__', 'constructor'])
      expect(packages.file(key, path)).toBeUndefined()
    expect(packages.file('toString', 'imsmanifest.xml')).toBeUndefined()
  })

  it('the same bytes are another preview each time, with keys that nobody can guess, and belong to nobody else', () => {
    const { packages, put } = store()
    const [mine, theirs] = [put('one'), put('one')]
    expect(new Set([mine.key, mine.secret, theirs.key, theirs.secret]).size).toBe(4)
    for (const { key, secret } of [mine, theirs]) expect([key, secret].every(text => /^[\w-]{43}$/.test(text))).toBe(true)
    expect(packages.belongsTo(mine.key, mine.secret)).toBe(true)
    for (const [key, secret] of [
      [mine.key, theirs.secret],
      [mine.key, ''],
      [mine.key, mine.key],
      [theirs.key, mine.secret],
      ['', ''],
      ['nothing', mine.secret],
    ] as const) {
      expect(packages.belongsTo(key, secret)).toBe(false)
    }
  })

  it('a preview ends half an hour after it was made, however much it is looked at, and also where the clock is set back', () => {
    const { packages, put, clock } = store()
    const { key, secret } = put('one')
    for (let minute = 0; minute < 30; minute++, clock.now += MINUTE) expect(packages.file(key, 'pictures/a.svg')).toBeDefined()
    expect([packages.belongsTo(key, secret), packages.file(key, 'pictures/a.svg'), packages.format(key)]).toEqual([
      false,
      undefined,
      undefined,
    ])
    put('one')
    expect(packages.format(key)).toBeUndefined()
    const later = put('two')
    clock.now -= MINUTE
    expect(packages.format(later.key)).toBeUndefined()
  })

  it('lets the oldest go when there are too many', () => {
    const { packages, put } = store()
    const [first, ...others] = ['a', 'b', 'c', 'd'].map(text => put(text).key)
    expect(packages.format(first ?? '')).toBeUndefined()
    expect(others.every(key => packages.format(key) === 'scorm12')).toBe(true)
  })

  it('whoever makes very many pushes out their own', () => {
    const { packages, put } = store()
    const mine = put('mine', '198.51.100.7').key
    const many = Array.from({ length: 20 }, (_, index) => put(`many ${index}`).key)
    expect(packages.format(mine)).toBe('scorm12')
    expect(many.filter(key => packages.format(key))).toEqual(many.slice(-2))
  })

  it('lets the oldest go when they are too large together, but never the newest, and counts the same bytes once', () => {
    const { packages, put } = store({ bytes: 5_000 })
    const first = put('x'.repeat(3_000)).key
    const again = put('x'.repeat(3_000)).key
    expect([first, again].map(key => packages.format(key))).toEqual(['scorm12', 'scorm12'])
    const second = put('y'.repeat(3_000)).key
    expect([first, again, second].map(key => packages.format(key))).toEqual([undefined, undefined, 'scorm12'])
    const huge = put('z'.repeat(9_000)).key
    expect([second, huge].map(key => packages.format(key))).toEqual([undefined, 'scorm12'])
  })
})
