/**
 * Draws the picture files into content/pictures, the site's icon into public, and a contact sheet of all parts and scenes into
 * packages/pictures. Run it with `npm run pictures`.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { readArguments } from '../setup/arguments.mjs'
import { readLibrary } from '../../server/content/library/library.ts'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { drawPictures } from './all.ts'
import { contactSheet } from './contact-sheet.ts'

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

const { lessons, issues } = await readLibrary(folderSource(fileURLToPath(new URL('content', root))))
for (const { file, line, message } of issues) console.error(`${file}:${line}  ${message}`)
const sheet = new URL('packages/pictures/', root)
mkdirSync(sheet, { recursive: true })
writeFileSync(new URL('index.html', sheet), contactSheet(lessons.map(({ value }) => value)))
console.log(`Open ${fileURLToPath(new URL('index.html', sheet))} in a browser: every part, person and place, and every scene of every lesson.`)
