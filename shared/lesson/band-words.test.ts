import { expect, it } from 'vitest'
import { wordsFor } from '#shared/lesson/band-words'

it('a band reads words of its own where it has them, and the others the words of all', () => {
  const messages = { 'ending.adults': 'Whom could you tell?', 'ending.adults.7-9': 'Who helps you?', 'help.title': 'Get help' }
  expect(wordsFor(messages, '7-9')).toMatchObject({ 'ending.adults': 'Who helps you?', 'help.title': 'Get help' })
  expect(wordsFor(messages, '9-11')['ending.adults']).toBe('Whom could you tell?')
})
