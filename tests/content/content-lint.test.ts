/** Every rule of the content lint has a fixture that breaks it, and only it, on a known line. */
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rules } from '../../server/content/lint/rules.ts'
import { REGISTER } from '../../server/content/lint/register.ts'
import { casesOf, changed, fixtureText, HELP, LESSON, lintFiles, SITUATIONS, STANDARD_LESSON, type BrokenCase } from './fixture.ts'

/** Checked by the library, for help routes and situations, and for all lessons together, so not in the list of rules. */
const others = ['yaml', 'schema', 'place', 'help-checked', 'help-situations', 'register']
const names = [...rules.map(({ name }) => name), ...others]

const places = {
  'good.yml': LESSON,
  'good-standard.yml': STANDARD_LESSON,
  'good-register.yml': REGISTER,
  'good-help.yml': HELP,
  'good-situations.yml': SITUATIONS,
} as const
const good = Object.fromEntries(Object.entries(places).map(([name, path]) => [path, fixtureText(name)]))

/** Lints the good files with one of them changed. */
async function lintCase(broken: BrokenCase) {
  const text = changed(fixtureText(broken.of), broken)
  const path = broken.as ?? places[broken.of]
  // Not more than the case needs: the other lesson stays out, and the register, which asks for both.
  const spared = { 'good.yml': [STANDARD_LESSON, REGISTER], 'good-standard.yml': [LESSON, REGISTER] } as const
  const others = Object.entries(good).filter(([name]) => !(spared[broken.of as keyof typeof spared] ?? []).some(one => one === name))
  const { problems } = await lintFiles({ ...Object.fromEntries(others), [path]: text })
  return { text, path, problems }
}

it('the good lesson, help routes and situations break no rule', async () => {
  expect(await lintFiles(good)).toEqual({ lessons: 2, problems: [], warnings: [] })
})

it.each(names)('the rule %s has a fixture: add tests/content/fixtures/<rule>.yml with a way to break good.yml', (name) => {
  expect(existsSync(new URL(`fixtures/${name}.yml`, import.meta.url))).toBe(true)
})

it('no fixture is left of a rule that has gone', () => {
  const fixtures = readdirSync(new URL('fixtures/', import.meta.url)).map(file => file.replace('.yml', ''))
  expect(fixtures.filter(name => !name.startsWith('good') && !names.includes(name))).toEqual([])
})

describe.each(names)('%s', (name) => {
  it.each(casesOf(name))('reports $case', async (broken) => {
    const { text, path, problems: all } = await lintCase(broken)
    // A case may happen to make a story longer.
    const problems = all.filter(({ rule }) => rule === name || rule !== 'length-activity')
    const lines = text.split('\n')
    expect(problems.map(({ rule, file }) => `${rule} ${file}`)).toEqual(broken.at.map(() => `${name} content/${path}`))
    problems.forEach(({ line, message }, index) => {
      expect(lines[line - 1], message).toContain(broken.at[index])
    })
    expect(problems.map(({ message }) => message).join('\n')).toContain(broken.says ?? '')
  })
})

it('warns, and does not fail, when the help routes were last checked long ago', async () => {
  const old = fixtureText('good-help.yml').replace('2026-06-01', '2026-01-31')
  const { problems, warnings } = await lintFiles({ ...good, [HELP]: old })
  expect(problems).toEqual([])
  expect(warnings).toMatchObject([{ file: 'content/help/en.yml', line: 3, rule: 'help-checked' }])
  expect(warnings[0]?.message).toContain('last checked on 2026-01-31, more than 120 days ago')
})
