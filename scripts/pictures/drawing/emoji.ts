/** Objects from Fluent Emoji (Microsoft, MIT), given our outline so that they sit in one picture with what we draw. */
import { icons } from '@iconify-json/fluent-emoji-flat'
import { LINE } from './line.ts'
import { ink } from './palette.ts'

/** Draws an object `size` wide with its left top corner at x, y. `line` is the width of the outline; 0 leaves it out. */
export function emoji(name: string, { x, y, size, line = LINE }: { x: number, y: number, size: number, line?: number }): string {
  const icon = icons.icons[name]
  if (!icon) throw new Error(`Fluent Emoji has no "${name}"`)
  const scale = size / (icons.width ?? 32)
  const shape = icon.body.replace(/^<g fill="none">(.*)<\/g>$/s, '$1')
  const under
    = line === 0
      ? ''
      : `<use href="#${name}" stroke="${ink}" stroke-width="${Math.round((20 * line) / scale) / 10}" stroke-linejoin="round"/>`
  return `<g transform="translate(${x} ${y})scale(${scale})" fill="none" stroke="none">${under}<g id="${name}">${shape}</g></g>`
}
