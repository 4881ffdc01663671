/** The part of docs/authoring.md that lists every activity type, made from the schemas' descriptions and the examples. */
import { schemas, type ActivityType } from '#activities/schemas'

const START = '<!-- types: written by npm run reference -->'
const END = '<!-- end of types -->'

/**
 * @param page the present text of docs/authoring.md
 * @param exampleOf the text of a type's example.yml
 * @returns the page with every type between its two marks
 * @throws when the marks are gone
 */
export function withTypes(page: string, exampleOf: (type: ActivityType) => string): string {
  const start = page.indexOf(START)
  const end = page.indexOf(END)
  if (start < 0 || end < start) throw new Error(`docs/authoring.md needs the lines "${START}" and "${END}".`)
  const types = Object.keys(schemas).sort() as ActivityType[]
  const sections = types.map(type => [
    `### ${type}`,
    schemas[type].config.description ?? '',
    `\`\`\`yaml\n${exampleOf(type).trim()}\n\`\`\``,
  ].join('\n\n'))
  return `${page.slice(0, start)}${START}\n\n${sections.join('\n\n')}\n\n${page.slice(end)}`
}
