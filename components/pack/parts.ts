/** The parts of a teacher pack in the order of the page; each can be shown on its own. */
export const partIds = [
  'start',
  'plan',
  'rules',
  'discussion',
  'everybody',
  'no-device',
  'answers',
  'dsl',
  'letter',
  'poster',
  'certificate',
  'checklist',
] as const

/** What `?part=` may ask for: one part on its own, or all of them on one page. */
export const askedParts = [...partIds, 'all'] as const
