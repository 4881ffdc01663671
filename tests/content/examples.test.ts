/**
 * Authors copy the examples, so each stands the content lint: in the good lesson, with the real pictures. What a whole lesson is held
 * to (its length, its questions together, what its endings answer) says nothing of one screen.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { z } from 'zod'
import { schemas, type ActivityType } from '#activities/schemas'
import { standardRules } from '../../server/content/lint/rules.ts'
import { fixtureText, HELP, LESSON, lintFiles } from './fixture.ts'

const pictures = Object.fromEntries(
  readdirSync('content/pictures')
    .filter(name => name.endsWith('.svg'))
    .map(name => [`pictures/${name}`, '<svg/>']),
)
const record = z.record(z.string(), z.unknown())
const good = record.parse(parse(fixtureText('good.yml')))
const screens = z.array(record).parse(good.screens)

it.each(Object.keys(schemas) as ActivityType[])('the example of %s breaks no rule', async (type) => {
  const example = record.parse(parse(readFileSync(`activities/${type}/example.yml`, 'utf8')))
  // A lesson has one quiz and one check each way, whose examples are shorter than a lesson's; other objectives are the example's
  // own lesson's.
  const after = screens.findIndex(({ form }) => form === 'after')
  const inLesson
    = type === 'quiz' || type === 'check'
      ? screens
      : [...screens.slice(0, after), { ...example, objectives: undefined }, ...screens.slice(after)]
  const { problems } = await lintFiles({
    ...pictures,
    [LESSON]: stringify({ ...good, screens: inLesson }),
    [HELP]: fixtureText('good-help.yml'),
  })
  // What a recap asks for was chosen in its own lesson.
  const elsewhere = [...standardRules.map(({ name }) => name), ...type === 'recap' ? ['marks-used', 'recap-asks'] : []]
  expect(problems.filter(({ rule }) => !elsewhere.includes(rule)).map(({ rule, message }) => `${rule}: ${message}`)).toEqual([])
})
