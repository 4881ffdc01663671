/** Every picture by its id, drawn and made small. The same sources always give the same bytes. */
import { optimize } from 'svgo'
import { avatars } from './avatars.ts'
import { composed } from './composed.ts'
import { loginTiles } from './login.ts'
import { signs } from './things/signs.ts'
import { symbols } from './things/symbols.ts'

/** Draws every picture: its id, and the SVG file. */
export function drawPictures(): [id: string, svg: string][] {
  return [
    ...Object.entries<string>({ ...avatars, ...signs, ...symbols, ...loginTiles }).map(([id, svg]): [string, string] => [id, small(svg)]),
    ...Object.entries(composed).map(([id, svg]): [string, string] => [id, `${svg}\n`]),
  ]
}

function small(svg: string): string {
  const { data } = optimize(svg, {
    floatPrecision: 1,
    multipass: true,
    plugins: [{
      name: 'preset-default',
      params: {
        overrides: {
          // Heads are rounded to whole units in their own scale: baking the scale in would give every number a fraction.
          convertPathData: { applyTransforms: false },
          // A later shape of the same colour may lie over something in between.
          mergePaths: false,
        },
      },
    }],
  })
  return `${data}\n`
}
