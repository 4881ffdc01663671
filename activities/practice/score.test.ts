import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type PracticeConfig } from '#activities/practice/schema'
import { score } from '#activities/practice/score'

const activity = config.parse(parse(readFileSync(new URL('example.yml', import.meta.url), 'utf8')))

it('is done when each tool has been tried, in whichever order', () => {
  expect(score(activity, []).complete).toBe(false)
  expect(score(activity, ['tell', 'keep', 'report', 'leave']).complete).toBe(false)
  expect(score(activity, ['block', 'tell', 'keep', 'report', 'leave'])).toMatchObject({ complete: true, score: null })
})

it.each<[string, (copy: PracticeConfig) => unknown, string]>([
  ['nobody to press', ({ messages }) => messages.splice(1), 'at least one message is by a contact'],
  ['only a picture to keep', ({ messages }) => messages.splice(1, 1), 'a picture cannot be kept'],
  ['a speaker who is not there', ({ messages: [first] }) => Object.assign(first ?? {}, { from: 'nobody' }), 'there is no speaker "nobody"'],
  ['a message called like an act', ({ messages: [first] }) => Object.assign(first ?? {}, { id: 'tell' }), 'is the name of an act'],
  ['a first that comes later', ({ acts }) => acts.reverse(), 'has to stand above it in the list'],
  ['a wait that waits for nothing', ({ acts: [first] }) => Object.assign(first ?? {}, { wait: 'Not yet.' }), 'come together'],
])('tells an author about %s', (_, change, message) => {
  const copy = structuredClone(activity)
  change(copy)
  expect(config.safeParse(copy).error?.issues.map(issue => issue.message).join('\n')).toContain(message)
})
