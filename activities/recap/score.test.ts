import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { config } from '#activities/recap/schema'
import { chosen, recalled } from '#activities/recap/score'
import { rememberedFrom } from '#shared/lesson/remembered'

const recap = config.parse(parse(readFileSync('activities/recap/example.yml', 'utf8')))

it('sets the marks of what was pressed, and none for what nobody can press', () => {
  expect(rememberedFrom(chosen(recap, { told: 'mr-bell', bought: 'a-boat', constructor: 'gate' }))).toEqual({ 'told-first': 'mr-bell' })
})

it('knows what is still in memory, as far as it goes', () => {
  expect(recalled(recap, { coins: 'gate' })).toEqual({ bought: 'gate' })
  expect(recalled(recap, { coins: 'gate', 'told-first': 'gran' })).toEqual({ bought: 'gate', told: 'gran' })
  expect(recalled(recap, { coins: 'a-boat' })).toBeUndefined()
})
