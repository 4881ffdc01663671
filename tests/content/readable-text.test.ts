/** The lint sees every text of a lesson, whatever activity it stands in. */
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { lesson as lessonSchema } from '#activities/lesson'
import { isKnownField, pupilTexts, readableTexts } from '../../server/content/lint/readable-text.ts'
import { parseYaml } from '../../server/content/library/parse-yaml.ts'
import { fixtureText } from './fixture.ts'

interface JsonSchema {
  readonly type?: string
  readonly properties?: Record<string, JsonSchema>
  readonly additionalProperties?: JsonSchema | boolean
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
}

/** @returns the names of all fields that hold text, or lists of text */
function textFields(schema: JsonSchema, name: string): string[] {
  if (schema.type === 'string') return [name]
  const members = Object.entries(schema.properties ?? {}).flatMap(([field, member]) =>
    textFields(member, name === 'feedback' ? name : field),
  )
  const variants = [...schema.anyOf ?? [], ...schema.oneOf ?? []].flatMap(variant => textFields(variant, name))
  const rest = typeof schema.additionalProperties === 'object' ? textFields(schema.additionalProperties, name) : []
  return [...members, ...variants, ...rest, ...(schema.items ? textFields(schema.items, name) : [])]
}

it('every text field of every activity type is known: add a new one to kindByField, or to unread, in readable-text.ts', () => {
  const names = new Set(textFields(z.toJSONSchema(lessonSchema, { io: 'input' }) as JsonSchema, ''))
  expect(names.size).toBeGreaterThan(20)
  expect([...names].filter(name => !isKnownField(name))).toEqual([])
})

describe('the texts of the good lesson', () => {
  const result = parseYaml(lessonSchema, fixtureText('good.yml'), 'good.yml')
  if (!result.ok) throw new Error('the good lesson breaks the schema')
  const lesson = result.parsed.value
  const texts = readableTexts(lesson)
  const kinds = (text: string) => texts.filter(one => one.text === text).map(({ kind }) => kind)

  it.each([
    ['Sam likes football. Sam has a profile on Kicka.', 'prose'],
    ['I saw you play. Keep this chat secret.', 'message'],
    ['Ask who he is', 'option'],
    ['Lots of people would ask. His answer might not be true.', 'feedback'],
    ['Sam tells a teacher the next day.', 'feedback'],
    ['Gran listens to all of it.', 'feedback'],
    ['Photos can be copied from anywhere at all.', 'feedback'],
    ['It is fine to be unsure.', 'feedback'],
    ['That is true. A profile alone cannot tell you.', 'feedback'],
    ['A photo shows who somebody is.', 'prose'],
    ['What do you think?', 'question'],
    ['A page that says who somebody is.', 'meaning'],
    ['A blue front door with a bell.', 'alt'],
    ['Kicka', 'label'],
    ['A photo proves who it is.', 'teacher'],
    ['Spot clues that something is off.', 'teacher'],
  ])('%s is %s', (text, kind) => {
    expect(kinds(text)).toContain(kind)
  })

  it('leave out ids and what only teachers read', () => {
    expect(texts.map(({ text }) => text)).not.toContain('kicka-chat')
    expect(pupilTexts(lesson).some(({ kind }) => kind === 'teacher')).toBe(false)
  })

  it('lead back to their lines', () => {
    const lines = fixtureText('good.yml').split('\n')
    for (const { source, path } of texts) {
      expect(lines[result.parsed.lineOf(path) - 1]).toContain(source)
    }
  })
})
