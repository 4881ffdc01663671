import type { LessonPart } from '#shared/lesson/part'

/** @returns what a pupil reads of something they were given: the lesson's title, with the part of it, or that it comes again */
export function useAssignedTitle() {
  const { t } = useI18n()
  return ({ title, kind, part }: { readonly title: string, readonly kind: 'lesson' | 'booster', readonly part: LessonPart }) => {
    if (kind === 'booster') return t('my.booster', { title })
    if (part.kind === 'whole') return title
    return t(part.kind === 'sitting' ? `my.part.sitting-${part.sitting}` : `my.part.${part.kind}`, { title })
  }
}
