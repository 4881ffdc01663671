/** Symbols that stand beside an option's words, for pupils who read little: one thing each, in the line of the signs, on a pale tile. */
import { box, disc, outlined } from '../drawing/line.ts'
import { coralMid, coralPale, greyPale, lilacMid, lilacPale, sky, sun, sunPale, tealMid, tealPale, white } from '../drawing/palette.ts'

const LINE = 5

function symbol(tile: string, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect x="3" y="3" width="90" height="90" rx="20" fill="${tile}"/>${outlined(inside, LINE)}</svg>`
}

const bubble = (inside: string) => `<path d="M18 22H78V62H44L30 76V62H18Z" fill="${white}"/>${inside}`
const person = (x: number, y: number, shirt: string) =>
  `${disc(x, y, 11, sun)}<path d="M${x - 18} ${y + 38}V${y + 30}a18 14 0 0 1 36 0V${y + 38}Z" fill="${shirt}"/>`
const phone = (inside: string) => `${box(30, 14, 36, 68, white, 7)}${inside}<path d="M43 73H53"/>`
const picture = `<path d="M22 26H74V70H22Z" fill="${greyPale}"/><circle cx="38" cy="40" r="5"/><path d="M24 68 44 52 54 60 62 52 72 64"/>`

/** By picture id. */
export const symbols = {
  'symbol-tell': symbol(tealPale, bubble('<path d="M32 36H64M32 48H54"/>')),
  'symbol-ask': symbol(lilacPale, bubble('<path d="M41 35a8 8 0 1 1 10 8c-3 1-3 3-3 5M48 55V55.500"/>')),
  'symbol-stop': symbol(
    coralPale,
    `<path d="M34 14H62L82 34V62L62 82H34L14 62V34Z" fill="${coralMid}"/><path d="M32 48H64" stroke="${white}" stroke-width="9"/>`,
  ),
  'symbol-leave': symbol(sky, '<path d="M20 48H74M54 28 74 48 54 68"/>'),
  'symbol-wait': symbol(sunPale, `${disc(48, 48, 32, white)}<path d="M48 28V48L62 56"/>`),
  'symbol-message': symbol(sunPale, `<path d="M16 26H80V70H16Z" fill="${white}"/><path d="M16 28 48 52 80 28"/>`),
  'symbol-picture': symbol(greyPale, picture),
  'symbol-phone': symbol(sky, phone('')),
  'symbol-report': symbol(coralPale, `<path d="M30 82V16"/><path d="M30 20H72L62 34 72 48H30Z" fill="${sun}"/>`),
  'symbol-block': symbol(greyPale, `${disc(48, 48, 31, white)}<path d="M26 26 70 70" stroke-width="8"/>`),
  'symbol-adult': symbol(tealPale, person(48, 34, tealMid)),
  'symbol-friends': symbol(lilacPale, `${person(32, 38, lilacMid)}${person(64, 38, tealMid)}`),
  'symbol-everyone': symbol(sky, `${disc(48, 48, 31, tealMid)}<path d="M17 48H79M48 17c-18 18-18 44 0 62c18-18 18-44 0-62"/>`),
  'symbol-nobody': symbol(
    greyPale,
    '<path d="M16 48c18-26 46-26 64 0c-18 26-46 26-64 0Z"/><circle cx="48" cy="48" r="10"/><path d="M20 78 76 18"/>',
  ),
  'symbol-home': symbol(
    sunPale,
    `<path d="M24 46V80H72V46" fill="${white}"/><path d="M14 50 48 18 82 50Z" fill="${coralMid}"/>${box(41, 58, 14, 22, sun, 2)}`,
  ),
  'symbol-school': symbol(
    tealPale,
    `<path d="M14 80V46H82V80Z" fill="${white}"/><path d="M30 80V36L48 22 66 36V80Z" fill="${sun}"/><path d="M48 22V12H60"/>${box(42, 62, 12, 18, tealMid, 1)}`,
  ),
  'symbol-club': symbol(
    tealPale,
    `${disc(48, 48, 31, white)}<path d="M48 34 62 44 57 60H39L34 44ZM48 34V18M62 44 77 38M57 60 66 73M39 60 30 73M34 44 19 38" />`,
  ),
  'symbol-place': symbol(
    sky,
    `<path d="M48 84C36 66 26 54 26 40a22 22 0 0 1 44 0C70 54 60 66 48 84Z" fill="${coralMid}"/>${disc(48, 40, 9, white)}`,
  ),
  'symbol-lock': symbol(sunPale, `<path d="M34 44V32a14 14 0 0 1 28 0V44"/>${box(24, 44, 48, 36, sun, 6)}<path d="M48 58V66"/>`),
  'symbol-gift': symbol(
    lilacPale,
    `${box(22, 46, 52, 34, lilacMid, 3)}${box(16, 34, 64, 12, lilacPale, 3)}<path d="M48 34V80M48 34C36 12 22 26 48 34C74 26 60 12 48 34"/>`,
  ),
  'symbol-danger': symbol(coralPale, `<path d="M48 16 84 78H12Z" fill="${sun}"/><path d="M48 38V56M48 66V66.500"/>`),
  'symbol-sad': symbol(sky, `${disc(48, 48, 31, sun)}<path d="M36 42V43M60 42V43M36 64q12-12 24 0"/>`),
  'symbol-fine': symbol(tealPale, `${disc(48, 48, 31, sun)}<path d="M36 40V41M60 40V41M34 56q14 14 28 0"/>`),
}
