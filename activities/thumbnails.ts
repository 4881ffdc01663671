/** A small picture for each activity type, as the gallery shows it. A type that has none yet is shown without. */
import type { ActivityType } from '#activities/schemas'
import { compose } from '#shared/scenes/compose'
import type { Drawn, Picture, Prop } from '#shared/scenes/scene'

/** The part of the field that is seen. */
const VIEW: [number, number, number, number] = [80, 60, 240, 150]

const things = (...props: Prop[]): Picture => ({ focus: VIEW, props })
const pictures: Partial<Record<ActivityType, Picture>> = {
  chat: things(
    { is: 'phone', at: [150, 135], size: 2.3 },
    { is: 'ping', at: [240, 119], size: 1.4 },
    { is: 'ping', at: [222, 184], size: 1.1 },
  ),
  check: things(
    { is: 'notebook', at: [185, 146], size: 2 },
    { is: 'tag-ask', at: [186, 61], size: 1.5 },
  ),
  choice: things(
    { is: 'doorway', at: [148, 205], size: 0.72 },
    { is: 'doorway', at: [252, 205], size: 0.72, tint: 'lit' },
  ),
  choices: things(
    { is: 'mug', at: [123, 192], size: 1.5 },
    { is: 'plant', at: [195, 180], size: 1.2 },
    { is: 'football', at: [272, 191], size: 1.3 },
  ),
  confidence: things(
    { is: 'balloon', at: [150, 176], size: 0.7 },
    { is: 'balloon', at: [250, 171], size: 1.05 },
  ),
  content: things(
    { is: 'notebook', at: [200, 140], size: 2.3 },
  ),
  flags: things(
    { is: 'phone', at: [150, 135], size: 2.3 },
    { is: 'ping', at: [240, 142], size: 1.5 },
    { is: 'tag-clue', at: [164, 114], size: 1.7 },
  ),
  gap: things(
    { is: 'envelope', at: [200, 135], size: 1.9 },
  ),
  'help-finder': things(
    { is: 'lantern', at: [100, 58], size: 2.4, tint: 'lit' },
    { is: 'tag-ask', at: [140, 70], size: 1.8 },
  ),
  helpers: {
    focus: VIEW,
    cast: [{ who: 'bell', at: [262, 250], size: 0.9, looks: 'left', mood: 'smile' }, { who: 'gran', at: [144, 252], size: 0.9, mood: 'smile' }],
  },
  hotspots: things(
    { is: 'picture', at: [188, 135], size: 2.1 },
    { is: 'tag-clue', at: [128, 109], size: 2 },
  ),
  match: things(
    { is: 'key', at: [143, 150], size: 1.4 },
    { is: 'lock', at: [258, 140], size: 1.8 },
  ),
  order: things(
    { is: 'ticket', at: [170, 92], size: 1.15, label: '1' },
    { is: 'ticket', at: [196, 135], size: 1.15, label: '2' },
    { is: 'ticket', at: [222, 178], size: 1.15, label: '3' },
  ),
  practice: things(
    { is: 'phone', at: [156, 135], size: 2.3 },
    { is: 'lock', at: [246, 145], size: 1.6 },
  ),
  profile: things(
    { is: 'badge', at: [190, 138], size: 1.6 },
    { is: 'tag-clue', at: [158, 114], size: 1.8 },
  ),
  quiz: things(
    { is: 'bell', at: [190, 185], size: 1.5 },
    { is: 'tag-ask', at: [188, 57], size: 1.5 },
  ),
  rank: things(
    { is: 'block-tower', at: [200, 131], size: 2 },
  ),
  reply: { focus: VIEW, cast: [{ who: 'maya', at: [150, 262], size: 1, mood: 'smile' }], props: [{ is: 'ping', at: [258, 112], size: 1.3, flip: true }] },
  reveal: things(
    { is: 'shutter', at: [140, 192], size: 0.95 },
    { is: 'shutter-open', at: [252, 190], size: 0.95 },
  ),
  scale: things(
    { is: 'wave', at: [200, 135], size: 1.1 },
  ),
  settings: things(
    { is: 'lock', at: [158, 141], size: 1.9 },
    { is: 'keys', at: [247, 127], size: 1.6 },
  ),
  sort: things(
    { is: 'basket', at: [93, 116], size: 0.75 },
    { is: 'basket', at: [219, 116], size: 0.75 },
    { is: 'ticket', at: [200, 94], size: 1.15, label: '?', turn: -8 },
  ),
  spread: things(
    { is: 'picture', at: [128, 150], size: 1.1 },
    { is: 'picture', at: [200, 108], size: 1.1 },
    { is: 'picture', at: [272, 164], size: 1.1 },
  ),
  story: { place: 'step', focus: VIEW, cast: [{ who: 'sam', at: [200, 250], size: 0.95, mood: 'happy' }] },
}

/** @returns a type's picture; none where it has none */
export function thumbnailOf(type: ActivityType): Drawn | undefined {
  const picture = pictures[type]
  return picture && compose(picture, 'warm')
}
