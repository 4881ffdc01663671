/** The five modules, in teaching order. Apart from the lesson schema, so that pages can list them without zod. */
export const moduleIds = ['lying-online', 'sharing-images', 'meeting-strangers', 'lock-it-down', 'speak-up'] as const
export type ModuleId = (typeof moduleIds)[number]
