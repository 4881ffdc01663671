/** Whatever a file under `content/` holds, reading and linting it ends with issues, never with an exception. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { readLibrary } from '../../server/content/library/library.ts'
import { fixtureText, HELP, LESSON, lintFiles } from './fixture.ts'

const good = fixtureText('good.yml')
const goodHelp = fixtureText('good-help.yml')

/** Reads and lints the text as a lesson and as help routes, and checks what is promised of any result. */
async function survives(text: string) {
  const files = { [LESSON]: text, [HELP]: text }
  const library = await readLibrary({ list: async () => Object.keys(files), read: async () => text })
  const { problems } = await lintFiles(files)
  const lines = text.split(/\r\n|\r|\n/).length
  for (const { file, line, rule, message } of problems) {
    expect(Object.keys(files).map(path => `content/${path}`)).toContain(file)
    expect(line).toBeGreaterThanOrEqual(1)
    expect(line).toBeLessThanOrEqual(lines)
    expect(rule).not.toBe('')
    expect(message).not.toBe('')
  }
  if (library.lessons.length === 0) expect(problems.some(({ file }) => file === `content/${LESSON}`)).toBe(true)
}

/** A good file with a piece cut out and something else put in. */
const damaged = (text: string, insertion: fc.Arbitrary<string>) =>
  fc.tuple(fc.nat(text.length), fc.nat(60), insertion).map(([at, length, put]) => text.slice(0, at) + put + text.slice(at + length))

const yamlSigns = fc.string({ unit: fc.constantFrom(...'-?:,[]{}#&*!|>\'"%@` \n\tab0') })

describe('a file that holds anything at all', () => {
  it.each<[string, fc.Arbitrary<string>, number]>([
    ['any text', fc.string({ unit: 'binary', maxLength: 400 }), 150],
    ['any bytes', fc.uint8Array({ maxLength: 400 }).map(bytes => Buffer.from(bytes).toString('utf8')), 150],
    ['signs that mean something in YAML', yamlSigns, 300],
    ['any data', fc.jsonValue({ maxDepth: 5 }).map(value => stringify(value)), 150],
    ['a lesson with a piece replaced', damaged(good, fc.oneof(yamlSigns, fc.string())), 100],
    ['help routes with a piece replaced', damaged(goodHelp, fc.oneof(yamlSigns, fc.string())), 150],
  ])('%s', async (_, texts, runs) => {
    await fc.assert(fc.asyncProperty(texts, survives), { numRuns: runs })
  }, 60_000)

  it.each([
    ['nothing', ''],
    ['brackets without end', '['.repeat(20_000)],
    ['lists without end', '- '.repeat(20_000)],
    ['maps without end', '{a: '.repeat(5_000)],
    [
      'anchors that multiply',
      `a: &a [x,x]\n${'bcdefghij'
        .split('')
        .map((name, i) => `${name}: &${name} [*${'abcdefghi'[i]},*${'abcdefghi'[i]}]`)
        .join('\n')}`,
    ],
    ['an anchor inside itself', 'screens: &s [*s]'],
    ['an alias of nothing', 'id: *nobody'],
    ['several documents', `${good}\n---\n${good}`],
    ['names that every object has', '__proto__: {a: 1}\nconstructor: 1\ntoString: 2'],
    ['windows line ends', good.replaceAll('\n', '\r\n')],
  ])(
    '%s',
    async (_, text) => {
      await survives(text)
    },
    20_000,
  )
})

/** Whole texts of the good lesson that the schema lets be anything: between them every kind of text. */
const texts = [
  'Rex asks for more.',
  'Dad helps Sam block and report.',
  'I saw you play. Keep this chat secret.',
  'A goalkeeper in a green shirt.',
  'Maybe nothing',
  'What do you think?',
  'A page that says who somebody is.',
]

it('no rule throws on a lesson that passes the schema, whatever its texts say', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }),
    fc.constantFrom(
      'constructor',
      '__proto__',
      '[[',
      '**',
      '[[a|b]]',
      '…',
      '\u200F',
      '\u{1F600}',
      '$&',
      'a'.repeat(600),
      '. '.repeat(200),
      'never '.repeat(80),
    ),
  )
  await fc.assert(fc.asyncProperty(fc.constantFrom(...texts), hostile, async (text, put) => {
    await survives(good.replace(text, () => JSON.stringify(put)))
  }), { numRuns: 100 })
}, 180_000)
