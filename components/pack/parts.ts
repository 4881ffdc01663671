/** The parts of a teacher pack in the order of the page; each can be shown on its own. */
export const partIds = ['start', 'plan', 'rules', 'discussion', 'everybody', 'no-device', 'answers', 'dsl', 'letter', 'poster', 'certificate', 'checklist'] as const

export type PartId = (typeof partIds)[number]
