/** The schema of lesson files as JSON Schema, made from the zod schemas, so that editors complete and check what an author types. */
import { z } from 'zod'
import { lesson } from '#activities/lesson'

type Json = { [name: string]: Json } | Json[] | string | number | boolean | null

const isObject = (value: Json | undefined): value is { [name: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** @returns JSON Schema draft 7, which editors know best */
export function lessonJsonSchema(): Json {
  const schema = z.toJSONSchema(lesson, { io: 'input', target: 'draft-7' }) as Json
  return {
    ...withSupportFields(schema) as { [name: string]: Json },
    title: 'A lesson of Who\'s There?',
    description: 'docs/authoring.md explains every field; npm run lint:content checks what a schema cannot.',
  }
}

/** Whatever a screen has may also stand under its `support`, which zod only knows as any fields; its checks come later. */
function withSupportFields(node: Json): Json {
  if (Array.isArray(node)) return node.map(withSupportFields)
  if (!isObject(node)) return node
  const walked = Object.fromEntries(Object.entries(node).map(([name, member]) => [name, withSupportFields(member)]))
  const { properties } = walked
  if (!isObject(properties) || !isObject(properties.support) || !isObject(properties.type)) return walked
  const { description } = properties.support
  const { id: _id, type: _type, support: _support, objectives: _objectives, ...fields } = properties
  return {
    ...walked,
    properties: {
      ...properties,
      support: { type: 'object', description: description ?? '', properties: fields, additionalProperties: false },
    },
  }
}
