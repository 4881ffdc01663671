import type { LessonInCatalogue } from '#shared/api/content'
import type { WorkName } from '#shared/api/today'

/** @param lessons the catalogue; @returns what staff read of something that was assigned, by the id of its lesson where that is gone */
export function useWorkTitle(lessons: () => readonly LessonInCatalogue[]) {
  const titleOf = useLessonTitle()
  return ({ lessonId, kind, part }: WorkName) =>
    titleOf({ title: lessons().find(lesson => lesson.id === lessonId)?.title ?? lessonId, kind, part })
}
