/**
 * `npm run new:lesson -- <module>-<band>`: writes a lesson that can be played at once and its teacher pack, with a mark at every
 * text that is still to be written.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bands } from '#shared/lesson/bands'
import { moduleIds } from '#shared/lesson/modules'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { standard } from '../../server/content/lint/standard.ts'
import { readArguments } from '../setup/arguments.mjs'

const root = fileURLToPath(new URL('../..', import.meta.url))

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}

const { values, positionals: [id = ''] } = readArguments('new:lesson')
const band = bands.find(known => id.endsWith(`-${known}`))
const module = moduleIds.find(known => id === `${known}-${band}`)
if (!band || !module)
  stop(
    `Say which lesson: npm run new:lesson -- <module>-<band>, for example sharing-images-7-9.\nModules: ${moduleIds.join(', ')}\nBands: ${bands.join(', ')}`,
  )
if (!/^[a-z]{2}(?:-[A-Z]{2})?$/.test(values.locale)) stop(`"${values.locale}" is no locale: use ${DEFAULT_LOCALE}, cy or cy-GB.`)

const files = [
  { path: `content/lessons/${values.locale}/${band}/${module}.yml`, template: 'lesson.yml.txt' },
  { path: `content/packs/${values.locale}/${band}/${module}.yml`, template: 'pack.yml.txt' },
]
const there = files.find(({ path }) => existsSync(`${root}/${path}`))
if (there) stop(`There is a lesson ${id} already, or a part of it: ${there.path}. Nothing was changed.`)

const words = { __ID__: id, __MODULE__: module, __BAND__: band, __LOCALE__: values.locale, __PASS_MARK__: String(standard[band].passMark) }
for (const { path, template } of files) {
  const text = readFileSync(new URL(`templates/${template}`, import.meta.url), 'utf8')
  mkdirSync(dirname(`${root}/${path}`), { recursive: true })
  writeFileSync(`${root}/${path}`, Object.entries(words).reduce((written, [mark, word]) => written.replaceAll(mark, word), text))
}

console.log(`Written: ${files.map(({ path }) => path).join(', and its teacher pack ')}
See it with npm run dev at /lessons/${id}/play, and the pack at /lessons/${id}. Every text with ✎ is still to be written:
npm run lint:content lists them, with everything else that a lesson needs. docs/add-a-lesson.md goes on from here.`)
