/** A composed picture as a file of its own, which holds all that it needs: for `img`, lists and paper. */
import { artFor } from './art.ts'
import type { Drawn } from './scene.ts'

/** Width by height. */
const FILE_SHAPE = 8 / 5

/** @returns the smallest window of the file's shape that holds this one */
function windowOf(view: string): string {
  const [x = 0, y = 0, width = 0, height = 0] = view.split(' ').map(Number)
  const wide = Math.max(width, height * FILE_SHAPE)
  const high = wide / FILE_SHAPE
  return [x - (wide - width) / 2, y - (high - height) / 2, wide, high].map(value => Math.round(value * 10) / 10).join(' ')
}

/** @returns an SVG file; what matters in the picture is in view, and the place goes on around it */
export function svgFile(drawn: Drawn): string {
  const { parts, style } = artFor([drawn])
  return `<svg xmlns="http://www.w3.org/2000/svg" class="${drawn.look}" viewBox="${windowOf(drawn.view)}">`
    + `<style>${style}</style>${parts}${drawn.art}</svg>`
}
