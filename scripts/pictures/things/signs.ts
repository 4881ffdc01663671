/** The signs of the five modules and the mark of the site: parts of one front door, in one line. */
import { box, disc, outlined, placed, stroke } from '../drawing/line.ts'
import { coralMid, greyPale, ink, lilacMid, lilacPale, sky, sun, sunPale, teal, tealMid, tealPale, white } from '../drawing/palette.ts'

/** Width of the line of a sign, which is 160 wide. */
const LINE = 6

function sign(backdrop: string, inside: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 160"><circle cx="80" cy="80" r="76" fill="${backdrop}"/>${outlined(inside, LINE)}</svg>`
}

const peephole = `<path d="M38 156V56a42 42 0 0 1 84 0V156" fill="${teal}"/>${box(54, 112, 52, 44, tealMid, 4)}${disc(80, 66, 25, sun)}${disc(80, 66, 13, sky)}${stroke('M75 64a6 6 0 0 1 6-5', white, 4)}`

const openCurtain = `<path d="M34 30H62C62 62 54 84 34 100Z" fill="${coralMid}"/>`
const sash = `<rect x="34" y="30" width="92" height="90" fill="${sky}"/>${disc(96, 58, 11, sun)}<path d="M80 30V120M34 76H126"/>${openCurtain}${placed(openCurtain, { x: 160, mirror: true })}<rect x="34" y="30" width="92" height="90"/><path d="M24 30H136"/>${box(24, 120, 112, 14, white, 4)}`

const boot = `<path d="M-13-44H9V-18C24-18 28-10 28 0H-13Z" fill="${sun}"/><path d="M-13-32H9"/>`
const doorstep = `<path d="M48 104V24H112V104" fill="${teal}"/><path d="M66 24V78H94V24" fill="${tealMid}"/>${box(34, 104, 92, 18, white, 4)}${box(18, 122, 124, 20, greyPale, 4)}${placed(boot, { x: 66, y: 104, scale: 0.9 })}${placed(boot, { x: 92, y: 104, scale: 0.9 })}`

const key = `<g transform="rotate(-42 80 80)"><path d="M62 72H138V88H130V104H116V88H108V98H96V88H62Z" fill="${sun}"/>${disc(46, 80, 27, sun)}<circle cx="42" cy="80" r="9" fill="${lilacPale}"/></g>`

const bell = `<path d="M26 22V66M26 36H80V50"/><path d="M72 112a10 10 0 0 0 20 0Z" fill="${coralMid}"/><path d="M80 48C56 48 54 70 52 88 51 98 46 102 42 108Q40 112 46 112H118Q124 112 122 108C118 102 113 98 112 88 110 70 108 48 80 48Z" fill="${sun}"/><path d="M54 92H110"/>${stroke('M82 122V140', ink, LINE)}${disc(82, 144, 5, lilacMid)}<path d="M134 74q8 12 4 28M30 82q-6 10-4 20"/>`

/** The front door with its peephole and letterbox, clear at 32 pixels. */
const logo = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><g stroke="${ink}" stroke-width="2" stroke-linejoin="round" stroke-linecap="round"><path d="M6 29V12a10 10 0 0 1 20 0V29Z" fill="${teal}"/><circle cx="16" cy="11.5" r="4" fill="${sun}"/><path d="M3 29H29" fill="none"/></g><circle cx="16" cy="11.5" r="1.2" fill="${ink}"/><rect x="11" y="19.5" width="10" height="3" rx="1.5" fill="${sun}"/></svg>`

/** By picture id. */
export const signs = {
  'module-lying-online': sign(sunPale, peephole),
  'module-sharing-images': sign(lilacPale, sash),
  'module-meeting-strangers': sign(tealPale, doorstep),
  'module-lock-it-down': sign(lilacPale, key),
  'module-speak-up': sign(sunPale, bell),
  logo,
}
