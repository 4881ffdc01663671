import type { LessonPart } from '#shared/lesson/part'

/** @returns what staff read of something that was given: the lesson's title, with the part of it, or that it is a look back */
export function useLessonTitle() {
  const { t } = useI18n()
  return ({ title, kind, part }: { readonly title: string, readonly kind: 'lesson' | 'booster', readonly part: LessonPart }) => {
    if (kind === 'booster') return t('class-lessons.look-back', { title })
    if (part.kind === 'whole') return title
    return `${title} (${t(part.kind === 'sitting' ? `assign.part.sitting-${part.sitting}` : `assign.part.${part.kind}`)})`
  }
}
