import fc from 'fast-check'
import { expect, it } from 'vitest'
import { inlineParts, plainText } from '#shared/text/inline-text'

it('finds strong words and glossary terms', () => {
  expect(inlineParts('A **fake** [[profile]] or [[profiles|profile]].')).toEqual([
    { kind: 'text', text: 'A ' },
    { kind: 'strong', text: 'fake' },
    { kind: 'text', text: ' ' },
    { kind: 'term', text: 'profile', term: 'profile' },
    { kind: 'text', text: ' or ' },
    { kind: 'term', text: 'profiles', term: 'profile' },
    { kind: 'text', text: '.' },
  ])
})

it('leaves text without markup as it is', () => {
  fc.assert(fc.property(fc.string().filter(text => !/[*[]/.test(text)), text => plainText(text) === text))
})
