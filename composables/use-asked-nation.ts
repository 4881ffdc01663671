import { nations, type Nation } from '#shared/lesson/nations'

/** @returns the nation that the page's address names; nothing of it is kept */
export function useAskedNation() {
  const route = useRoute()
  return computed((): Nation => nations.find(known => known === route.query.nation) ?? 'uk')
}
