/** What is made from the schemas is current, and does what it is for. */
import { readFileSync } from 'node:fs'
import Ajv from 'ajv'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { schemas, type ActivityType } from '#activities/schemas'
import { lessonJsonSchema } from '../../server/content/reference/json-schema.ts'
import { withTypes } from '../../server/content/reference/reference.ts'
import { fixtureText } from './fixture.ts'

const types = Object.keys(schemas) as ActivityType[]
const example = (type: ActivityType) => readFileSync(`activities/${type}/example.yml`, 'utf8')
const read = (path: string) => readFileSync(path, 'utf8')
const record = z.record(z.string(), z.unknown())

it('is what npm run reference writes', () => {
  expect(JSON.parse(read('content/schemas/lesson.schema.json'))).toEqual(JSON.parse(JSON.stringify(lessonJsonSchema())))
  expect(read('docs/authoring.md')).toBe(withTypes(read('docs/authoring.md'), example))
})

it.each(types)('%s says what it is for', (type) => {
  expect(schemas[type].config.description).toMatch(/^[A-Z].{20,}\.$/)
})

describe('the published JSON Schema', () => {
  const validate = new Ajv({ unknownFormats: 'ignore' }).compile(lessonJsonSchema() as object)
  const good = record.parse(parse(fixtureText('good.yml')))
  const screens = z.array(record).parse(good.screens)
  const lessonWith = (screen: unknown) => ({ ...good, screens: [...screens.slice(0, -1), screen, ...screens.slice(-1)] })

  it('takes the real lesson', () => {
    expect(validate(parse(read('content/lessons/en/9-11/lying-online.yml'))), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
  })

  it.each(types)('takes the example of %s, and refuses it with a field that no type has', (type) => {
    const screen = record.parse(parse(example(type)))
    expect(validate(lessonWith(screen)), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true)
    expect(validate(lessonWith({ ...screen, questoin: 'What?' }))).toBe(false)
  })

  it('knows the fields of the version with less at once', () => {
    const choice = record.parse(parse(example('choice')))
    expect(validate(lessonWith({ ...choice, support: { question: 'What could Maya do?' } }))).toBe(true)
    expect(validate(lessonWith({ ...choice, support: { questoin: 'What?' } }))).toBe(false)
  })
})
