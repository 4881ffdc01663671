import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { answer, config } from '#activities/chat/schema'
import { score } from '#activities/chat/score'

const chat = config.parse(parse(readFileSync(new URL('example.yml', import.meta.url), 'utf8')))

describe('a chat', () => {
  it('is under way until its path comes to an ending', () => {
    expect(score(chat, []).complete).toBe(false)
    expect(score(chat, ['ask-why']).complete).toBe(false)
  })

  it.each([[['show-jo']], [['ask-why', 'stop']], [['first-name', 'join']], [['ask-why', 'close', 'mr-bell']]])(
    'is done at the end of %s, however thoughtful the choices were, and gives no points',
    (path) => {
      expect(score(chat, path)).toEqual({ complete: true, score: null, ended: false })
    },
  )

  it('is under way again after going back', () => {
    expect(score(chat, ['ask-why', 'stop'].slice(0, -1)).complete).toBe(false)
  })

  it('stops at a choice that the turn does not offer, whatever the path, and never throws', () => {
    expect(score(chat, ['mr-bell', 'stop']).complete).toBe(false)
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom('ask-why', 'stop', 'constructor', '__proto__'))), (path) => {
      expect(typeof score(chat, path).complete).toBe('boolean')
    }))
  })

  it('has an answer that is a short list of ids', () => {
    expect(answer.safeParse(['ask-why', 'stop']).success).toBe(true)
    expect(answer.safeParse(Array.from({ length: 41 }, () => 'stop')).success).toBe(false)
  })
})

describe('the example chat', () => {
  it('has a way on from every turn to a turn that is there', () => {
    const ids = new Set(chat.turns.map(({ id }) => id))
    const nexts = chat.turns.flatMap(turn => turn.choices?.map(({ next }) => next) ?? [])
    expect(nexts.filter(next => !ids.has(next))).toEqual([])
    expect([...ids].filter(id => id !== chat.turns[0]?.id && !nexts.includes(id))).toEqual([])
  })

  it('has five messages of one contact at most', () => {
    const contacts = new Set(chat.speakers.filter(({ role }) => role === 'contact').map(({ id }) => id))
    expect(chat.turns.flatMap(({ messages }) => messages).filter(({ from }) => contacts.has(from)).length).toBeLessThanOrEqual(5)
  })
})
