import type { LessonPart } from '#shared/lesson/part'

/** @returns what staff read behind a lesson's title: which part of it was given, or that it comes again; empty for the whole */
export function usePartLabel() {
  const { t } = useI18n()
  return ({ kind, part }: { readonly kind: 'lesson' | 'booster', readonly part: LessonPart }) => {
    if (kind === 'booster') return t('assign.booster')
    if (part.kind === 'whole') return ''
    return t(part.kind === 'sitting' ? `assign.part.sitting-${part.sitting}` : `assign.part.${part.kind}`)
  }
}
