import type { WorkName } from '#shared/api/today'

/** @returns where a class is shown what it was assigned: it can answer on its devices, and a second sitting begins where it begins */
export const presentAddress = ({ lessonId, part }: Pick<WorkName, 'lessonId' | 'part'>, classId: string) =>
  `/lessons/${lessonId}/present?class=${classId}${part.kind === 'sitting' && part.sitting === 2 ? '&sitting=2' : ''}`
