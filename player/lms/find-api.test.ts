import { describe, expect, it } from 'vitest'
import { findApi } from './find-api'

type FakeWindow = Record<string, unknown>

const api12 = { LMSInitialize: () => 'true' }
const api2004 = { Initialize: () => 'true' }

const windowWith = (properties: FakeWindow) => properties

/** @returns a frame as deep in others as asked; the outermost one has these properties and is its own parent, as in browsers */
function nested(depth: number, outermost: Record<string, unknown>): FakeWindow {
  const top: Record<string, unknown> = { ...outermost }
  top.parent = top
  let current = top
  for (let i = 0; i < depth; i++) current = { parent: current, opener: null }
  return current
}

/** A window of another origin: everything but the way on throws when it is touched. */
function foreign(parent: unknown): FakeWindow {
  return new Proxy({} as FakeWindow, {
    get(_, key) {
      if (key === 'parent') return parent
      throw new Error('Blocked a frame from accessing a cross-origin frame')
    },
  })
}

describe('finding the API', () => {
  it.each([0, 1, 2, 499])('%d frames up', (depth) => {
    expect(findApi(nested(depth, { API: api12 }), '1.2')).toEqual({ api: api12, version: '1.2' })
  })

  it('gives up after 500 windows, and in a circle of windows', () => {
    expect(findApi(nested(500, { API: api12 }), '1.2')).toBeNull()
    const a: FakeWindow = {}
    a.parent = { parent: a, opener: a }
    expect(findApi(a, '2004')).toBeNull()
  })

  it('in the window that opened this one, in its parents, and in the opener of a parent', () => {
    expect(findApi({ opener: { API: api12 } }, '1.2')?.api).toBe(api12)
    expect(findApi({ opener: nested(3, { API_1484_11: api2004 }) }, '2004')?.api).toBe(api2004)
    expect(findApi({ parent: { opener: nested(1, { API: api12 }) } }, '1.2')?.api).toBe(api12)
  })

  it('beyond frames of another origin', () => {
    expect(findApi({ parent: foreign(foreign({ API: api12 })) }, '1.2')?.api).toBe(api12)
    expect(findApi(foreign(null), '1.2')).toBeNull()
  })

  it('prefers the version of the manifest, wherever it is, and takes the other one otherwise', () => {
    const both = { API: api12, parent: { API_1484_11: api2004 } }
    expect(findApi(both, '2004')).toEqual({ api: api2004, version: '2004' })
    expect(findApi(both, '1.2')).toEqual({ api: api12, version: '1.2' })
    expect(findApi(windowWith({ API: api12 }), '2004')?.version).toBe('1.2')
    expect(findApi(windowWith({ API_1484_11: api2004 }), '1.2')?.version).toBe('2004')
  })

  it.each([null, undefined, 5, 'API', {}, { LMSInitialize: undefined }])('is not fooled by %j', (impostor) => {
    expect(findApi(windowWith({ API: impostor, API_1484_11: impostor }), '1.2')).toBeNull()
  })
})
