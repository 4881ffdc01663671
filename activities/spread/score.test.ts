import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { config } from '#activities/spread/schema'
import { copies, score } from '#activities/spread/score'

const activity = config.parse(parse(readFileSync('activities/spread/example.yml', 'utf8')))
const names = (...path: string[]) => copies(activity, path).map(({ id }) => id)

it('is done at an ending, whichever it is', () => {
  expect(score(activity, { path: [], deleted: false }).complete).toBe(false)
  expect(score(activity, { path: ['ask-leo'], deleted: false }).complete).toBe(true)
  expect(score(activity, { path: ['send-ivy', 'do-not-mind', 'ask-all'], deleted: true }).complete).toBe(true)
})

it('a picture that was not sent stays where it is', () => {
  expect(names()).toEqual(['omar'])
  expect(names('ask-leo')).toEqual(['omar'])
})

it('copies come in the order of the path, each once, and a path from elsewhere adds none', () => {
  expect(names('send-ivy')).toEqual(['omar', 'ivy'])
  expect(names('send-ivy', 'do-not-mind', 'tell-bell')).toEqual(['omar', 'ivy', 'group', 'kit'])
  expect(names('gone', 'do-not-mind')).toEqual(['omar'])
})

it('refuses a place that does not exist, and names it', () => {
  const copy = structuredClone(activity)
  Object.assign(copy.steps[2] ?? {}, { adds: ['nobody'] })
  expect(config.safeParse(copy).error?.issues[0]).toMatchObject({ path: ['steps', 2, 'adds', 0], message: 'there is no place "nobody"' })
})
