/** The classes of whoever is signed in, for the rail and every page that lists them: asked once, and again after a change. */
export function useOwnClasses() {
  return useFetch('/api/classes', { key: 'own-classes', default: () => [] })
}
