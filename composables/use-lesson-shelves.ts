import { bands } from '#shared/lesson/bands'
import { moduleIds } from '#shared/lesson/modules'

/** @returns every lesson that there is, a shelf for each age, the youngest first, in the order of the modules; no shelf is empty */
export async function useLessonShelves() {
  const { data: lessons } = await useFetch('/api/lessons', { query: useAskedLocale(), default: () => [] })
  return computed(() => bands
    .map(band => ({
      band,
      lessons: lessons.value.filter(lesson => lesson.band === band)
        .sort((one, other) => moduleIds.indexOf(one.module) - moduleIds.indexOf(other.module)),
    }))
    .filter(shelf => shelf.lessons.length > 0))
}
