import { describe, expect, it } from 'vitest'
import { say } from '../../platform/sentences'
import { judgePassword } from './passwords'

const names = ['Thea Teacher', 'thea@oakfield.example', 'Oakfield Primary']

describe('a new password', () => {
  it.each([
    ['short', 'Make the password longer'],
    ['manchesterunited', 'too easy to guess'],
    ['123456789012', 'too easy to guess'],
    ['passwordpassword', 'repeats and rows'],
    ['Oakfield-Thea-1', 'Leave out your name'],
    ['aaaaaaaaaaaaaaaa', 'repeats and rows'],
    ['oakfieldprimary', 'Leave out your name'],
    ['TheaTeacher2026', 'Leave out your name'],
    ['x'.repeat(129), 'shorter'],
  ])('%s is refused, with what to change', async (password, said) => {
    const { strength, advice } = await judgePassword(password, names, 'here')
    expect(advice && say(advice, 'en')).toContain(said)
    expect(strength).toBeLessThan(3)
  })

  it.each(['lamp otter violin mud', 'Ziegelstein-quakt-leise', '长江后浪推前浪一代新人换旧人'])('%s will do, whatever its letters', async (password) => {
    const { strength, advice } = await judgePassword(password, names, 'here')
    expect(advice).toBeUndefined()
    expect(strength).toBeGreaterThanOrEqual(3)
  })
})
