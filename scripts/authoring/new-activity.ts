/** `npm run new:activity -- <type>`: writes a new activity type that works, with its tests, and its line in each registry. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { DEFAULT_LANGUAGE } from '#shared/text/languages'
import { readArguments } from '../setup/arguments.mjs'
import { insertImport, insertMember } from './registries.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const at = (path: string) => `${root}/${path}`
const [type = ''] = readArguments('new:activity').positionals

function stop(message: string): never {
  console.error(message)
  process.exit(2)
}

if (!/^[a-z]+(?:-[a-z]+)*$/.test(type)) stop('Say what the new type is called, in small letters: npm run new:activity -- word-search')
if (existsSync(at(`activities/${type}`))) stop(`There is an activity type "${type}" already: look into activities/${type}.`)

const camel = type.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
const name = camel.charAt(0).toUpperCase() + camel.slice(1)

const files: Record<string, string> = {
  'schema.ts': `activities/${type}/schema.ts`,
  'score.ts': `activities/${type}/score.ts`,
  'full-text.ts': `activities/${type}/full-text.ts`,
  'Component.vue': `activities/${type}/${name}.vue`,
  'example.yml': `activities/${type}/example.yml`,
  'score.test.ts': `activities/${type}/score.test.ts`,
  'Component.test.ts': `activities/${type}/${name}.test.ts`,
  'browser.spec.ts': `tests/browser/types/${type}.spec.ts`,
}

mkdirSync(at(`activities/${type}`))
mkdirSync(at('tests/browser/types'), { recursive: true })
for (const [template, path] of Object.entries(files)) {
  const text = readFileSync(new URL(`templates/activity/${template}.txt`, import.meta.url), 'utf8')
  writeFileSync(at(path), text.replaceAll('__TYPE__', type).replaceAll('__NAME__', name))
}

/** The type as a key or a short-hand member, as the style of the registries wants it. */
const key = camel === type ? type : `'${type}'`
const member = camel === type ? type : `'${type}': ${camel}`

function edit(path: string, change: (text: string) => string) {
  writeFileSync(at(path), change(readFileSync(at(path), 'utf8')))
}

edit('activities/schemas.ts', text => insertMember(
  insertMember(
    insertImport(text, `import * as ${camel} from '#activities/${type}/schema'`),
    'export const schemas = {', `${member},`),
  'discriminatedUnion(\'type\', [', `${camel}.config,`))
edit('activities/scoring.ts', text => insertMember(
  insertImport(text, `import * as ${camel} from '#activities/${type}/score'`),
  'const scorings:', `${key}: { ...practice, score: ${camel}.score },`))
edit('activities/components.ts', text => insertMember(
  insertImport(text, `import ${name}Activity from './${type}/${name}.vue'`),
  'export const components:', `${key}: ${name}Activity,`))
edit('activities/full-text.ts', text => insertMember(
  insertImport(text, `import { fullText as ${camel} } from '#activities/${type}/full-text'`),
  'const fullTexts:', `${member},`))
/** What pages call it, until somebody finds better words. */
const names = `i18n/locales/${DEFAULT_LANGUAGE.locale}/teachers.json`
edit(names, (text) => {
  const words = JSON.parse(text) as { readonly type: Readonly<Record<string, string>> }
  const types = Object.entries({ ...words.type, [type]: type.replaceAll('-', ' ') }).sort(([a], [b]) => a < b ? -1 : 1)
  return `${JSON.stringify({ ...words, type: Object.fromEntries(types) }, null, 2)}\n`
})

console.log(`Written:\n${Object.values(files).map(path => `  ${path}`).join('\n')}
and one line each in activities/{schemas,scoring,components,full-text}.ts, and what pages call it in ${names}.
Now change them into what you want: docs/add-an-activity.md says what a type has to promise. See it with npm run dev at /gallery/${type}.`)
