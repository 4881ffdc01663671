import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type FlagsConfig } from '#activities/flags/schema'
import { score } from '#activities/flags/score'

const activity = config.parse(parse(readFileSync('activities/flags/example.yml', 'utf8')))
function messagesAfter(change: (activity: FlagsConfig) => void): string[] {
  const copy = structuredClone(activity)
  change(copy)
  return config.safeParse(copy).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

it('is done when the clues have been looked at, whatever was flagged', () => {
  expect(score(activity, { flagged: ['secret'], compared: false }).complete).toBe(false)
  expect(score(activity, { flagged: [], compared: true })).toMatchObject({ complete: true, score: null })
})

it('asks an author for feedback on each message that can be flagged, and for none on the pupil\'s own character', () => {
  expect(messagesAfter(({ messages: [first] }) => delete first?.feedback)[0]).toMatch(
    /^messages\.0\.feedback: a message that can be flagged/,
  )
  expect(messagesAfter(({ messages: [, own] }) => Object.assign(own ?? {}, { clue: 'Says thanks' }))[0]).toContain('not judged')
  expect(messagesAfter(({ messages: [first] }) => Object.assign(first ?? {}, { from: 'nobody' }))[0]).toContain(
    'there is no speaker "nobody"',
  )
})
