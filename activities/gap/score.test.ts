import { expect, it } from 'vitest'
import { config } from '#activities/gap/schema'
import { score } from '#activities/gap/score'

const options = ['like', 'trust'].map(id => ({ id, text: id, tone: 'unsure', feedback: 'Why.' }))
const parse = (...texts: string[]) =>
  config.safeParse({ id: 'test', type: 'gap', title: 'Test', sentences: texts.map((text, index) => ({ id: `s${index}`, text, options })) })

it('is done when every sentence has a word', () => {
  const activity = config.parse(parse('I ____ it.', 'You ____ it.').data)
  expect(score(activity, { s0: 'like' }).complete).toBe(false)
  expect(score(activity, { s0: 'like', s1: 'trust' }).complete).toBe(true)
})

it.each(['No gap here.', 'Two ____ and ____.'])('refuses a sentence without exactly one gap, and says how it is written: %s', (text) => {
  expect(parse(text).error?.issues[0]?.message).toBe('needs exactly one gap, written as ____')
})
