import { flat, placed, stroke } from '../../drawing/line.ts'
import {
  coral,
  coralMid,
  coralPale,
  grass,
  ink,
  leaf,
  lilac,
  lilacMid,
  lilacPale,
  sky,
  sun,
  sunPale,
  teal,
  tealMid,
  white,
  wood,
  woodDark,
} from '../../drawing/palette.ts'
import { scene } from '../../drawing/scene.ts'

/** Three tints of a block: its top, its left side, its right side. */
type Tints = readonly [top: string, left: string, right: string]

const stone: Tints = [lilacPale, lilacMid, '#7d63c4']
const trunk: Tints = [wood, wood, woodDark]
const foliage: Tints = ['#8ccf9b', leaf, teal]
const gold: Tints = [sunPale, sun, '#e09a2c']
const red: Tints = [coralPale, coralMid, coral]

/** Half the width of a block, and its height. */
const W = 23
const H = 22
/** Where the middle of the island is. */
const X = 320
const Y = 246

/** Something on the grid of the island; what stands further back is drawn first. */
interface Piece { column: number, row: number, drawn: string }

/** The point of a cell that is nearest to us, at a level above the ground. */
function corner(column: number, row: number, level: number): [x: number, y: number] {
  return [X + (column - row) * W, Y + (column + row) * W / 2 - level * H]
}

/** A block, or a pile as one: `height` blocks tall, its foot at a level above the ground, `size` of a cell wide. */
function block(column: number, row: number, level: number, [top, left, right]: Tints, height = 1, size = 1): string {
  const [x, y] = corner(column, row, level)
  const w = W * size
  const foot = y - (W - w) / 2
  const head = foot - height * H
  return `<path d="M${x} ${head}l${w} ${-w / 2} ${-w} ${-w / 2} ${-w} ${w / 2}Z" fill="${top}"/><path d="M${x} ${foot}l${-w} ${-w / 2}V${head - w / 2}L${x} ${head}Z" fill="${left}"/><path d="M${x} ${foot}l${w} ${-w / 2}V${head - w / 2}L${x} ${head}Z" fill="${right}"/>`
}

function wall(column: number, row: number): Piece {
  return { column, row, drawn: block(column, row, 0, stone, 2) + ((column + row) % 2 ? '' : block(column, row, 2, stone, 0.6, 0.6)) }
}

function tower(column: number, row: number, height: number, roof: Tints): Piece {
  const [x, y] = corner(column, row, height + 0.6)
  const flag = `<path d="M${x} ${y - W / 2}v-38"/><path d="M${x} ${y - W / 2 - 38}l24 8-24 8Z" fill="${roof[1]}"/>`
  const slits = stroke(`M${x - 11} ${y + 36}v14M${x + 11} ${y + 36}v14`, ink, 5)
  return { column, row, drawn: block(column, row, 0, stone, height) + block(column, row, height, roof, 0.6) + flag + slits }
}

function tree(column: number, row: number): Piece {
  return { column, row, drawn: block(column, row, 0, trunk, 0.8, 0.4) + block(column, row, 0.8, foliage, 1.3, 0.9) }
}

/** A player made of blocks. */
function player(column: number, row: number, shirt: string, skin: string, hair: string): Piece {
  const [x, y] = corner(column, row, 0)
  const body = `<path d="M-13 0V-22H13V0ZM0 0V-18" fill="${ink}"/><path d="M-28-52H28V-22H-28Z" fill="${skin}"/><path d="M-15-52H15V-16H-15Z" fill="${shirt}"/><path d="M-21-94H21V-52H-21Z" fill="${skin}"/><path d="M-21-96H21V-80H6V-84H-10V-78H-21Z" fill="${hair}"/>${stroke('M-7-70V-67M9-70V-67', ink, 6)}${stroke('M-8-63V-60H10V-63', ink, 3)}`
  return { column, row, drawn: placed(body, { x, y: y - W / 2, scale: 0.86 }) }
}

const steps = [-3, -2, -1, 0, 1]
const pieces: Piece[] = [
  ...steps.flatMap(at => [wall(at, -4), wall(-4, at), wall(at, 2), wall(2, at)]),
  tower(-4, -4, 4, red), tower(2, -4, 4, gold), tower(-4, 2, 4, gold), tower(2, 2, 3, red),
  { column: -1, row: -1, drawn: block(-1, -1, 0, stone, 4) + block(-1, -1, 4, gold, 0.6) },
  tree(4, -4), tree(-4, 4), tree(5, 1),
  player(-1, 5, tealMid, '#dba577', lilac), player(5, -1, coralMid, '#9a6240', ink),
]

/** The edge of the island: earth under the grass, with the joints of the blocks. */
const edge = `<path d="M${X - 10 * W} ${Y}L${X} ${Y + 5 * W}V${Y + 5 * W + H}L${X - 10 * W} ${Y + H}Z" fill="${wood}"/><path d="M${X + 10 * W} ${Y}L${X} ${Y + 5 * W}V${Y + 5 * W + H}L${X + 10 * W} ${Y + H}Z" fill="${woodDark}"/><path d="${[-8, -6, -4, -2, 2, 4, 6, 8].map(at => `M${X + at * W} ${Y + ((10 - Math.abs(at)) * W) / 2}v${H}`).join('')}"/>`
const ground = `<path d="M${X} ${Y - 5 * W}L${X + 10 * W} ${Y} ${X} ${Y + 5 * W} ${X - 10 * W} ${Y}Z" fill="${grass}"/>`

/** A castle of blocks in the building game BlockHaven, with two players before it. */
export const blockhavenCastle = scene(
  flat('M0 0H640V400H0Z', sky),
  flat('M36 84h40V66h56v18h30v22H36zM486 70h34V52h50v18h36v24H486zM40 330h60v-16h44v16h30v20H40z', white),
  `<path d="M110 26h40v40h-40Z" fill="${sun}"/>`,
  edge,
  ground,
  pieces.toSorted((a, b) => a.column + a.row - b.column - b.row).map(({ drawn }) => drawn).join(''),
)
