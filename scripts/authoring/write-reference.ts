/**
 * `npm run reference`: writes what is made from the schemas: the JSON Schema of lessons, the list of types in docs/authoring.md,
 * and the fault matrix in docs/scorm.md.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { lessonJsonSchema } from '../../server/content/reference/json-schema.ts'
import { withTypes } from '../../server/content/reference/reference.ts'
import { readArguments } from '../setup/arguments.mjs'
import { withFaultMatrix } from './fault-matrix.ts'

readArguments('reference')

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
const write = (path: string, text: string) => writeFileSync(new URL(`../../${path}`, import.meta.url), text)

write('content/schemas/lesson.schema.json', `${JSON.stringify(lessonJsonSchema(), null, 1)}\n`)
write('docs/authoring.md', withTypes(read('docs/authoring.md'), type => read(`activities/${type}/example.yml`)))
write('docs/scorm.md', withFaultMatrix(read('docs/scorm.md')))
