/** Draws the pictures of the warm register into content/pictures, and the site's icon into public. Run it with `npm run pictures`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { readArguments } from '../setup/arguments.mjs'
import { drawPictures } from './all.ts'

readArguments('pictures')
const root = new URL('../../', import.meta.url)
const into = new URL('content/pictures/', root)

mkdirSync(into, { recursive: true })
mkdirSync(new URL('public/', root), { recursive: true })

for (const [id, svg] of drawPictures()) {
  writeFileSync(new URL(`${id}.svg`, into), svg)
  if (id === 'logo') writeFileSync(new URL('public/favicon.svg', root), svg)
  console.log(`${id.padEnd(26)} ${String(svg.length).padStart(6)} B ${String(gzipSync(svg).length).padStart(6)} B gzip`)
}
