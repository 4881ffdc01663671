/** A recurring person, as a round picture or as a figure in a scene. The place of a figure is where its neck meets its shoulders. */
import type { Character } from './character.ts'
import { clothes, type Build, builds } from './clothes.ts'
import { face, type Mood } from './faces.ts'
import { headOf } from './head.ts'
import { LINE, outlined, placed, type Point, tube } from '../../drawing/line.ts'
import { ink } from '../../drawing/palette.ts'

/** An arm from the shoulder by the elbow to the hand; `turn` is where the thumb points, 0 upwards. */
interface Arm {
  elbow: Point
  hand: Point
  turn?: number
  /** Drawn before the body: the arm on the far side, or one that goes behind the back. */
  behind?: boolean
}

export interface Figure {
  x: number
  y: number
  scale?: number
  mood: Mood
  /** Open Peeps look to the right; mirrored, to the left. */
  looks?: 'right' | 'left'
  /** The tilt of the head in degrees; positive looks down. */
  nod?: number
  /** The arm on the left of the picture (before mirroring), and the one on the right. `null`: not drawn, hidden by something. */
  left?: Arm | null
  right?: Arm | null
  legs?: 'standing' | 'sitting' | 'sideways' | 'kicking' | 'none'
  /** Something behind the person, moved and mirrored with them: the back of a wheelchair. */
  behind?: string
  /** Something held: drawn over the body and under the hands. */
  holds?: string
}

/** Draws a figure. Where a table stands before it, draw the body, then the table, then the arms that rest on it. */
export function person(who: Character, figure: Figure, part: 'all' | 'body' | 'arms' = 'all'): string {
  const build = builds[who.build]
  const { left = hanging(build, -1), right = hanging(build, 1) } = figure
  const body = () => [
    figure.behind ?? '',
    left?.behind ? arm(who, build, -1, left) : '',
    right?.behind ? arm(who, build, 1, right) : '',
    legs(who, build, figure.legs ?? 'none'),
    neck(who),
    clothes(who, build),
    head(who, figure.mood, figure.nod ?? 0),
  ]
  const front = () => [
    figure.holds ?? '',
    left && !left.behind ? arm(who, build, -1, left) : '',
    right && !right.behind ? arm(who, build, 1, right) : '',
  ]
  const parts = [...(part === 'arms' ? [] : body()), ...(part === 'body' ? [] : front())]
  return placed(outlined(parts.join('')), { x: figure.x, y: figure.y, scale: figure.scale ?? 1, mirror: figure.looks === 'left' })
}

function head(who: Character, mood: Mood, nod: number): string {
  const { head, beard, glasses } = headOf(who)
  const drawn = `<g transform="translate(-92 -149)scale(.25)" stroke="none">${head}${beard}${face(mood, { child: who.build === 'child', blush: who.blush })}${glasses}${earring(who)}${hearingAid(who)}</g>`
  return nod ? `<g transform="rotate(${nod} 0 -20)">${drawn}</g>` : drawn
}

function earring({ earrings }: Character): string {
  return earrings === undefined ? '' : `<circle cx="222" cy="440" r="19" fill="${earrings}" stroke="${ink}" stroke-width="12"/>`
}

/** A curved part behind the ear, with a thin tube over its top and into it. */
function hearingAid({ hearingAid: colour }: Character): string {
  if (colour === undefined) return ''
  return `<g fill="none" stroke-linecap="round"><path d="M200 356Q184 388 200 424" stroke="${ink}" stroke-width="40"/><path d="M200 356Q184 388 200 424" stroke="${colour}" stroke-width="18"/><path d="M203 344Q232 322 238 384" stroke="${ink}" stroke-width="9"/></g>`
}

function neck({ skin }: Character): string {
  return tube('M1-22V5', 29, skin)
}

function hanging({ shoulder, torso }: Build, side: -1 | 1): Arm {
  return { elbow: [side * (shoulder + 14), torso * 0.5], hand: [side * (shoulder + 6), torso * 0.94], turn: 180 }
}

function arm(who: Character, { shoulder }: Build, side: -1 | 1, { elbow, hand: palm, turn = 0 }: Arm): string {
  const end = between(palm, elbow, 8 / Math.hypot(palm[0] - elbow[0], palm[1] - elbow[1]))
  const start: Point = [side * (shoulder - 8), who.head === 'hijab' ? 28 : 19]
  const bare = `M${start}Q${elbow} ${end}`
  const sleeve = who.sleeves === 'long' ? bare : `M${start}Q${between(start, elbow, 0.5)} ${halfway(start, elbow, end)}`
  // Takes away the line where the arm meets the body; a hijab lies over that line.
  const seam = who.head === 'hijab' ? '' : `<path d="M${start}l${side * -9} 3" stroke="${who.top}" stroke-width="15"/>`
  return [
    who.sleeves === 'short' ? tube(bare, 12, who.skin) + hand(who, palm, turn, side) : hand(who, palm, turn, side),
    tube(sleeve, who.sleeves === 'short' ? 17 : 15, who.top),
    seam,
  ].join('')
}

/** A mitten of a hand: a thumb and a round palm. */
function hand({ skin }: Character, [x, y]: Point, turn: number, side: -1 | 1): string {
  return `<g transform="translate(${x} ${y})rotate(${turn})"><path d="M${side * -3}-1l${side * -5}-9" stroke-width="${7 + LINE}"/><circle r="9.5" fill="${skin}"/><path d="M${side * -3}-1l${side * -5}-9" stroke="${skin}" stroke-width="6"/></g>`
}

function legs(who: Character, { hip, torso, leg }: Build, pose: NonNullable<Figure['legs']>): string {
  const width = who.build === 'child' ? 22 : 27
  const bottom = torso - 8
  const apart = hip * 0.52
  const colour = who.cut === 'dress' ? who.skin : who.trousers
  const shoe = (x: number, y: number) => `<path d="M${x - 11} ${y + 8}v-14h17q17 2 18 14z" fill="${who.shoes}"/>`
  if (pose === 'none') return ''
  if (pose === 'sideways') {
    return [8, 0]
      .map(
        by =>
          shoe(56 - by, bottom + 66)
          + tube(
            `M${-4 - by} ${bottom}L${42 - by} ${bottom + 2}Q${55 - by} ${bottom + 3} ${55 - by} ${bottom + 16}V${bottom + 56}`,
            width,
            colour,
          ),
      )
      .join('')
  }
  if (pose === 'kicking') {
    return (
      shoe(-apart, bottom + leg)
      + tube(`M${-apart} ${bottom}V${bottom + leg - 10}`, width, colour)
      + `<g transform="rotate(-58 ${apart} ${bottom})">${shoe(apart, bottom + leg)}${tube(`M${apart} ${bottom}v${leg - 10}`, width, colour)}</g>`
    )
  }
  const down = pose === 'standing' ? leg : leg - 8
  return [-apart, apart]
    .map(
      x =>
        shoe(x, bottom + down)
        + tube(`M${x} ${bottom}${pose === 'sitting' ? `q${x / 3} 8 ${x / 3} 20` : ''}V${bottom + down - 10}`, width, colour),
    )
    .join('')
}

function between([ax, ay]: Point, [bx, by]: Point, share: number): Point {
  return [ax + (bx - ax) * share, ay + (by - ay) * share].map(Math.round) as [number, number]
}

function halfway(start: Point, elbow: Point, end: Point): Point {
  return between(between(start, elbow, 0.5), between(elbow, end, 0.5), 0.5)
}
