import { describe, expect, it } from 'vitest'
import type { Screen } from '#activities/lesson'
import { withMixedOptions } from './option-order'

const option = (id: string, more = {}) => ({ id, text: id, tone: 'unsure', feedback: 'why', ...more })
const ids = ['a', 'b', 'c', 'd']
const choice = (id: string, more = {}) =>
  ({ id, type: 'choice', title: id, question: 'What now?', options: ids.map(name => option(name)), ...more }) as unknown as Screen
const orderOf = (screen: unknown) => (screen as { options: { id: string }[] }).options.map(({ id }) => id)
const mix = (screen: Screen) => withMixedOptions([screen])[0] as unknown as Record<string, unknown>

describe('the order of options', () => {
  it('is not the author\'s: over many questions each option comes first about as often', () => {
    const first = Array.from({ length: 200 }, (_, index) => orderOf(mix(choice(`question-${index}`)))[0])
    for (const id of ids) expect(first.filter(one => one === id).length).toBeGreaterThan(30)
  })

  it('is the same each time, and loses nobody', () => {
    expect(orderOf(mix(choice('one')))).toEqual(orderOf(mix(choice('one'))))
    expect(orderOf(mix(choice('one'))).sort()).toEqual(ids)
  })

  it('leaves the one that speaks of the others behind them, and tells no pupil why', () => {
    const options = [option('both', { last: true }), option('a'), option('b')]
    for (let index = 0; index < 20; index++) {
      const screen = mix(choice(`question-${index}`, { options }))
      expect(orderOf(screen)[2]).toBe('both')
      expect(JSON.stringify(screen)).not.toContain('last')
    }
  })

  it('reaches into stories, rounds and the version with less at once', () => {
    const rounds = Array.from({ length: 30 }, (_, index) => ({ id: `r${index}`, options: ids.map(id => option(id)) }))
    const screen = mix({ ...choice('say', { options: undefined, rounds, support: { rounds } }), type: 'reply' } as unknown as Screen)
    for (const list of [screen.rounds, (screen.support as { rounds: unknown }).rounds])
      expect(new Set((list as unknown[]).map(round => orderOf(round)[0])).size).toBeGreaterThan(1)
  })

  it('stays where it means something: settings, and how likely somebody would tell', () => {
    const setting = { id: 'place', options: ids.map(id => option(id)) }
    const settings = mix({ ...choice('app'), type: 'settings', settings: [setting] } as unknown as Screen)
    expect(orderOf((settings.settings as unknown[])[0])).toEqual(ids)
    const items = Array.from({ length: 20 }, (_, index) => ({ id: `i${index}`, options: ids.map(id => ({ id, text: id })) }))
    const check = mix({ ...choice('before', { options: undefined, items }), type: 'check' } as unknown as Screen)
    for (const item of check.items as unknown[]) expect(orderOf(item)).toEqual(ids)
  })
})
