import { expect, it } from 'vitest'
import { entriesOf, lookThrough } from './class-list'
import { compareLists } from './compare-lists'
import { readNameText } from './name-list'

const hazel = { key: 'h', name: '6 Hazel', pupils: ['Sam', 'Zoë', 'Kai', 'Ola'] }
const rowan = { key: 'r', name: '6 Rowan', pupils: ['Ali', 'Mina', 'Bo'] }

function lists(text: string) {
  const sheet = readNameText(text)
  const entries = entriesOf(sheet, sheet.chosen, 0)
  return [...new Set(entries.map(({ group }) => group))].map(title => ({
    title,
    looked: lookThrough(
      entries.filter(({ group }) => group === title),
      new Map(),
      [hazel, rowan].find(({ name }) => name === title)?.pupils ?? [],
    ),
  }))
}

it('says who is new, who is missing, who may have changed class, and which list belongs to no class', () => {
  const { of, unmatched } = compareLists([hazel, rowan], lists(
    'Forename,Class\nSam,6 Hazel\nZoë,6 Hazel\nNew,6 Hazel\nALI Khan,6 Hazel\nali,6 rowan\nAli,6 Rowan\nMina,6 Rowan\nKai,6 Rowan\nLeo,7 Elm\n',
  ))
  expect(of.get('h')).toEqual({ key: 'h', new: ['New'], missing: ['Kai', 'Ola'], moved: [], doubts: 1 })
  expect(of.get('r')).toMatchObject({ missing: ['Bo'], moved: [{ name: 'Kai', from: '6 Hazel' }], new: [] })
  expect(unmatched).toEqual(['7 Elm'])
})
