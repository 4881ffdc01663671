/** `npm run new:lesson -- <module>-<band>`: writes a lesson that can be played at once, with a mark at every text that is still to be written. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bands } from '#activities/lesson'
import { moduleIds } from '#activities/module-ids'

const root = fileURLToPath(new URL('..', import.meta.url))

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}

const { values, positionals } = parseArgs({ allowPositionals: true, options: { locale: { type: 'string', default: 'en' } } })
const id = positionals[0] ?? ''
const band = bands.find(known => id.endsWith(`-${known}`))
const module = moduleIds.find(known => id === `${known}-${band}`)
if (!band || !module) stop(`Say which lesson: npm run new:lesson -- <module>-<band>, for example sharing-images-7-9.\nModules: ${moduleIds.join(', ')}\nBands: ${bands.join(', ')}`)
if (!/^[a-z]{2}(?:-[A-Z]{2})?$/.test(values.locale)) stop(`"${values.locale}" is no locale: use en, cy or cy-GB.`)

const path = `content/lessons/${values.locale}/${band}/${module}.yml`
if (existsSync(`${root}/${path}`)) stop(`There is a lesson ${id} already: ${path}. Nothing was changed.`)

const template = readFileSync(new URL('templates/lesson.yml.txt', import.meta.url), 'utf8')
mkdirSync(dirname(`${root}/${path}`), { recursive: true })
writeFileSync(`${root}/${path}`, template.replaceAll('__ID__', id).replaceAll('__MODULE__', module).replaceAll('__BAND__', band).replaceAll('__LOCALE__', values.locale))

console.log(`Written: ${path}
See it with npm run dev at /lessons/${id}/play. Every text with ✎ is still to be written:
npm run lint:content lists them, with everything else that a lesson needs. docs/authoring.md explains the rest.`)
