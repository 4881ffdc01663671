/** What people wear. A body is a simple shape with rounded shoulders; a cut adds a few lines to it. */
import type { Character } from './character.ts'
import { LINE, stroke } from '../../drawing/line.ts'

/** Half widths and lengths of a body. Children have the same heads on smaller bodies. */
export interface Build { shoulder: number, hip: number, torso: number, leg: number }

export const builds: Record<Character['build'], Build> = {
  child: { shoulder: 41, hip: 34, torso: 76, leg: 64 },
  adult: { shoulder: 54, hip: 43, torso: 114, leg: 104 },
}

/** Draws the clothes on a body whose neck is at 0, 0. */
export function clothes(who: Character, build: Build): string {
  const { shoulder: s, hip: h, torso: t } = build
  const hem = who.cut === 'dress' ? h + 22 : h
  const length = who.cut === 'dress' ? t + 46 : t
  const shape = `M-17-1C-${s * 0.5} 1-${s - 3} 4-${s} 26Q-${s - 6} ${t * 0.55}-${hem} ${length - 6}q-1 6 5 6H${hem - 5}q6 0 5-6Q${s - 6} ${t * 0.55} ${s} 26C${s - 3} 4 ${s * 0.5} 1 17-1Q0 22-17-1Z`
  return `<path d="${shape}" fill="${who.top}" stroke="none"/>${cuts[who.cut](who, build)}<path d="${shape}"/>`
}

type Cut = (who: Character, build: Build) => string

const cuts: Record<Character['cut'], Cut> = {
  tee: () => '',
  dress: ({ trim }) => stroke('M-21 3Q0 32 21 3', trim, 5),
  stripes: ({ trim }, { shoulder }) =>
    [35, 50, 65].map(y => stroke(`M${2 - shoulder + y / 16} ${y}H${shoulder - 2 - y / 16}`, trim, 8)).join(''),
  hoodie: ({ trim, top }, { torso }) =>
    `<path d="M-17-1C-30-2-33 8-24 14-14 21 14 21 24 14 33 8 30-2 17-1Q0 20-17-1Z" fill="${top}"/>${stroke('M-9 19V38M10 19V33', trim, 4)}<path d="M-20 ${torso - 8}l6-22H14l6 22"/>`,
  dungarees: ({ trim }, { torso, hip }) =>
    `<path d="M-23 1L-20 40M23 1L20 40" stroke-width="14"/>${stroke('M-23 1L-20 40M23 1L20 40', trim, 14 - 2 * LINE)}<path d="M-22 36H22V${torso}H-22Z" fill="${trim}"/>${stroke(`M${2 - hip} ${torso - 14}H${hip - 2}`, trim, 22)}<path d="M-9 50H9v12q-9 6-18 0z"/>`,
  shirt: ({ trim, top }, { torso }) =>
    `<path d="M0 13V${torso}"/><path d="M-17-2L-24 8-10 22 0 12 10 22 24 8 17-2Q0 18-17-2Z" fill="${top}"/>${[36, 58, 80].map(y => `<circle cx="6" cy="${y}" r="1.6" stroke="${trim}"/>`).join('')}`,
  cardigan: ({ trim }, { torso }) =>
    `<path d="M-17-1L0 44 17-1Q0 22-17-1Z" fill="${trim}"/><path d="M0 44V${torso}"/>${[58, 78, 98].map(y => `<circle cx="7" cy="${y}" r="1.8" stroke="${trim}"/>`).join('')}`,
  jumper: ({ trim }, { torso, hip }) =>
    `${stroke('M-21 2Q0 30 21 2', trim, 7)}<path d="M-26 4Q0 38 26 4"/><path d="M${4 - hip} ${torso - 12}H${hip - 4}"/>`,
}
