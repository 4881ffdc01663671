import { describe, expect, it } from 'vitest'
import { config } from '#activities/check/schema'
import { score } from '#activities/check/score'

const item = (id: string) => ({
  id,
  kind: 'knowledge',
  objective: 'tell',
  question: 'Who can help?',
  options: [
    { id: 'a', text: 'An adult', correct: true },
    { id: 'b', text: 'Nobody', misconception: 'alone' },
  ],
})
const before = { id: 'test', type: 'check', title: 'Test', form: 'before', items: ['one', 'two', 'three'].map(item) }

describe('the score of check', () => {
  it('is complete when each item was answered or left out, whatever was said, and never marked', () => {
    const activity = config.parse(before)
    expect(score(activity, { one: { said: 'b', sure: 'very' }, two: { said: 'a', sure: 'not' } })).toMatchObject({ complete: false })
    expect(score(activity, { one: { said: 'b', sure: 'very' }, two: {}, three: { said: 'a', sure: 'not' } })).toMatchObject({
      complete: true,
      score: null,
    })
  })
})

describe('the schema of check', () => {
  it('wants a reason at each item of the form after, and none before', () => {
    expect(config.safeParse({ ...before, form: 'after' }).success).toBe(false)
    expect(
      config.safeParse({ ...before, form: 'after', items: before.items.map(item => ({ ...item, because: 'An adult can help.' })) }).success,
    ).toBe(true)
    expect(config.safeParse({ ...before, items: before.items.map(item => ({ ...item, because: 'An adult can help.' })) }).success).toBe(
      false,
    )
  })
  it('has one answer in a knowledge item and none where it asks what somebody would do', () => {
    expect(config.safeParse({ ...before, items: before.items.map(item => ({ ...item, kind: 'likely' })) }).success).toBe(false)
  })
})
