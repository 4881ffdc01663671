/** What a package of another maker keeps in its browser, while it is played: as on a device on which it was never opened. */

/**
 * In the place of `localStorage` and `sessionStorage`, which some browsers keep from frames of another host altogether (a page that
 * asks for them there fails), and which would outlive the package in the others.
 * @returns a storage in memory, with values as properties too
 */
export function forgetfulStorage(): Storage {
  const kept = new Map<string, string>()
  const methods = {
    getItem: (key: unknown) => kept.get(String(key)) ?? null,
    setItem: (key: unknown, value: unknown) => void kept.set(String(key), String(value)),
    removeItem: (key: unknown) => void kept.delete(String(key)),
    clear: () => kept.clear(),
    key: (at: number) => [...kept.keys()][at] ?? null,
    get length() {
      return kept.size
    },
  }
  return new Proxy(methods, {
    get: (own, key) => key in own ? Reflect.get(own, key) as unknown : kept.get(String(key)),
    set: (_, key, value) => (methods.setItem(key, value), true),
    has: (own, key) => key in own || kept.has(String(key)),
    deleteProperty: (_, key) => (methods.removeItem(key), true),
    ownKeys: () => [...kept.keys()],
    getOwnPropertyDescriptor: (_, key) =>
      kept.has(String(key)) ? { configurable: true, enumerable: true, writable: true, value: kept.get(String(key)) } : undefined,
  }) as unknown as Storage
}
