import { expect, it } from 'vitest'
import { readColleagues } from './colleague-list'

it.each([
  ['a line each', 'Ann Lloyd ann@hill.example\nBo Carr, bo@hill.example', ['Ann Lloyd', 'Bo Carr']],
  ['recipients of an e-mail', '"Lloyd, Ann" <ann@hill.example>; Bo Carr <BO@hill.example>', ['Lloyd Ann', 'Bo Carr']],
  ['a spreadsheet with a heading', 'Name\tE-mail\r\nAnn Lloyd\tann@hill.example\r\nBo Carr\tbo@hill.example\r\n', ['Ann Lloyd', 'Bo Carr']],
  ['addresses alone', 'ann.lloyd@hill.example, b-carr@hill.example', ['Ann Lloyd', 'B Carr']],
])('reads %s', (_, text, names) => {
  expect(readColleagues(text)).toEqual({ colleagues: names.map(name => expect.objectContaining({ name })), unread: [] })
})

it('takes each address once, and says which lines have none', () => {
  expect(readColleagues('ann@hill.example\nAnn Lloyd <ann@hill.example>\nMr Nobody\n\n')).toEqual({
    colleagues: [{ name: 'Ann', email: 'ann@hill.example' }],
    unread: ['Mr Nobody'],
  })
})
