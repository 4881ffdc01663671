import type { PackView } from '#shared/api/packs'

/** The parts of a teacher pack in the order of the page; each can be shown on its own. */
const partIds = [
  'start',
  'plan',
  'rules',
  'discussion',
  'everybody',
  'organiser',
  'cards',
  'exit-ticket',
  'assembly',
  'tomorrow',
  'no-device',
  'answers',
  'dsl',
  'letter',
  'poster',
  'certificate',
  'evidence',
  'checklist',
] as const

export type PartId = typeof partIds[number]

/** Those that an older pack may lack, by the field that holds them. */
const mayLack = { organiser: 'organiser', cards: 'cards', 'exit-ticket': 'exitTicket', assembly: 'assembly', tomorrow: 'tomorrow' } as const

/** @returns the parts that this pack has, in the order of the page */
export function partsOf(pack: PackView): PartId[] {
  return partIds.filter(part => !(part in mayLack) || pack[mayLack[part as keyof typeof mayLack]] !== undefined)
}

/** @param asked of `?part=`; @returns one part of the pack, or all on one page; undefined where it has no such part */
export function askedPart(pack: PackView, asked: unknown): PartId | 'all' | undefined {
  return asked === 'all' ? asked : partsOf(pack).find(part => part === asked)
}
