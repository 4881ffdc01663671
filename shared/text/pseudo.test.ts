import { expect, it } from 'vitest'
import { pseudoText, pseudoTexts } from '#shared/text/pseudo'

it('accents letters, adds two fifths, keeps placeholders and markup, and stands between marks', () => {
  expect(pseudoText('Hello {name}, **you**')).toBe('⟦Ĥéĺĺó {name}, **ýóú** ẋẋẋẋẋẋẋẋẋ⟧')
})

it('each case between bars is a text of its own', () => {
  expect(pseudoText('one class | {n} classes')).toBe('⟦óñé ćĺáśś ẋẋẋẋ⟧ | ⟦{n} ćĺáśśéś ẋẋẋẋẋ⟧')
})

it('goes through groups of messages', () => {
  expect(pseudoTexts({ a: { b: 'No' } })).toEqual({ a: { b: '⟦Ñó ẋ⟧' } })
})
