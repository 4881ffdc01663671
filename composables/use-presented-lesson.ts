import { slidesOf } from '~/components/present/slides'

/** What the board and its notes both need of a lesson, so that they count the same slides. Call it in a page's setup. */
export async function usePresentedLesson(id: string) {
  const query = useAskedLocale()
  const app = useNuxtApp()
  const [{ data, error }, { data: found }] = await Promise.all([
    useFetch(`/api/lessons/${id}`, { query }),
    useFetch(`/api/lessons/${id}/pack`, { query }),
  ])
  if (error.value || !data.value) throw pageError(error.value)
  const { lesson, help } = data.value
  const pack = found.value?.pack ?? null
  // After waiting there is no app of its own accord.
  const words = await app.runWithContext(() => usePlayerWords(lesson.locale))
  return { lesson, help, pack, slides: slidesOf(lesson, pack?.discussion ?? [], words['rest.title'] ?? '') }
}
