import { expect, it } from 'vitest'
import { choicesThatSet, inWordingFor, rememberedFrom, wordingsIn } from '#shared/lesson/remembered'

const ending = {
  id: 'ending',
  text: 'Somebody helped.',
  scene: { alt: 'A step.' },
  when: [
    { remembered: { told: 'gran', coins: 'gate' }, text: 'Gran helped, and oiled the gate.' },
    { remembered: { told: 'gran' }, text: 'Gran helped.' },
    { remembered: { told: 'constructor' }, text: 'Nobody is called that.' },
  ],
}
const lesson = [{ id: 'first', lines: [{ text: 'Hello' }] }, { id: 'last', steps: [ending] }]
const textIn = (remembered: Record<string, string>) => inWordingFor(lesson, remembered)[1]?.steps?.[0]?.text

it('whoever has chosen nothing, or something else, meets the neutral wording', () => {
  expect(textIn({})).toBe('Somebody helped.')
  expect(textIn({ told: 'bell', coins: 'gate' })).toBe('Somebody helped.')
  expect(inWordingFor(lesson, { told: 'bell' })).toBe(lesson)
})

it('the first wording whose marks are all remembered takes the place of the words beside it, and of nothing else', () => {
  expect(textIn({ told: 'gran' })).toBe('Gran helped.')
  expect(textIn({ told: 'gran', coins: 'gate' })).toBe('Gran helped, and oiled the gate.')
  const worded = inWordingFor(lesson, { told: 'gran' })
  expect(worded[0]).toBe(lesson[0])
  expect(worded[1]?.steps?.[0]).toEqual({ id: 'ending', text: 'Gran helped.', scene: { alt: 'A step.' } })
  expect(ending.text).toBe('Somebody helped.')
})

it('a mark has a value only where a choice has set it, whatever objects inherit', () => {
  expect(textIn(JSON.parse('{"__proto__":{"told":"gran"}}'))).toBe('Somebody helped.')
  expect(inWordingFor([{ text: 'a', when: [{ remembered: { constructor: 'x' }, text: 'b' }] }], {})[0]?.text).toBe('a')
})

it('a later choice counts before an earlier one', () => {
  expect(rememberedFrom([{ remember: { told: 'gran' } }, {}, { remember: { told: 'bell', coins: 'gate' } }])).toEqual({
    told: 'bell', coins: 'gate',
  })
})

it('names the choices that lead to a wording', () => {
  const choices = [{ text: 'Show Gran', remember: { told: 'gran' } }, { text: 'Go to Gran', remember: { told: 'gran' } }, { text: 'Wait' }]
  expect(wordingsIn(lesson)).toEqual([{ told: 'gran', coins: 'gate' }, { told: 'gran' }, { told: 'constructor' }])
  expect(choicesThatSet(choices, { told: 'gran', coins: 'gate' })).toEqual([['Show Gran', 'Go to Gran'], []])
})
