import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNames, isBlocking } from '#shared/people/pupil-names'
import { allRight, entriesOf, lookThrough, type ListAnswer, type ListEntry } from './class-list'
import { readNameText } from './name-list'

const entries = (text: string, groups: number | null = null) => {
  const sheet = readNameText(text)
  return entriesOf(sheet, sheet.chosen, groups)
}
const none: ReadonlyMap<number, ListAnswer> = new Map()
const asked = (list: readonly ListEntry[], taken: readonly string[] = [], withInitials = false) =>
  lookThrough(list, none, taken, withInitials).asked.map(({ inFile, reading, why }) => [inFile, reading, why])

describe('a class list that is looked through', () => {
  it('asks only about what is in doubt, each with a reading, and adds nobody for it before that is right', () => {
    const list = entries('Name,Class\nSam,5B\nSMITH Elliot,5B\nZoÃ«,5B\nNia,5B\nNia,5B\n01/02/2016,5B\n,5B\nTotal: 7,\n')
    expect(asked(list)).toEqual([
      ['Total: 7', '', 'total'],
      ['SMITH Elliot', 'Elliot', 'full-name'],
      ['ZoÃ«', 'Zoë', 'garbled'],
      ['Nia', 'Nia B', 'twice'],
      ['01/02/2016', '', 'no-letter'],
      ['', '', 'empty'],
    ])
    expect(lookThrough(list, none, []).names).toEqual(['Sam', 'Nia'])
  })

  it('adds nobody for a heading, a total or a date that is called right, and whoever was typed instead', () => {
    const list = entries('Name,Class\nSam,5B\n01/02/2016,5B\nTotal: 7,\n')
    const right = allRight(lookThrough(list, none, []), none)
    expect(lookThrough(list, right, [])).toMatchObject({ asked: [], names: ['Sam'] })
    const typed = new Map(right).set(2, { reading: 'Kai', isRight: true })
    expect(lookThrough(list, typed, []).names).toEqual(['Sam', 'Kai'])
  })

  it('tells two of one name apart by their surnames, both of them', () => {
    const list = entries('Forename,Surname,Class\nAmelia,Hill,5B\nSam,Fox,5B\nAmelia,Jones,5B')
    expect(asked(list)).toEqual([['Amelia', 'Amelia H', 'twice'], ['Amelia', 'Amelia J', 'twice']])
    const { names } = lookThrough(list, allRight(lookThrough(list, none, []), none), [])
    expect(names).toEqual(['Amelia H', 'Sam', 'Amelia J'])
  })

  it('writes first names with an initial where the school wants that', () => {
    const list = entries('Forename,Surname,Class\nAmelia,Hill,5B\nSam,Fox,5B\nAmelia,Jones,5B')
    expect(lookThrough(list, none, [], true)).toMatchObject({ asked: [], names: ['Amelia H', 'Sam F', 'Amelia J'] })
  })

  it('knows the same list once more, and asks about a single name that the class has', () => {
    const list = entries('Name\nSam\nZoë\nKai')
    expect(lookThrough(list, none, ['sam', 'Zoë'])).toMatchObject({ asked: [], there: ['Sam', 'Zoë'], names: ['Kai'] })
    expect(asked(list, ['Sam'])).toEqual([['Sam', 'Sam B', 'in-class']])
  })

  it('goes on asking where what was typed cannot be taken', () => {
    const list = entries('Name\nSam\nZoë Khan')
    const twice = new Map([[1, { reading: 'Sam', isRight: true }]])
    expect(lookThrough(list, twice, []).asked.map(({ reading, why }) => [reading, why])).toEqual([['Sam', 'twice']])
    const typing = new Map([[1, { reading: 'Zoë K', isRight: false }]])
    expect(lookThrough(list, typing, []).asked).toMatchObject([{ reading: 'Zoë K' }])
  })

  it('whatever is in it: a few times "all are right" leads to a list that the server takes', () => {
    const cell = fc.oneof(
      fc.constantFrom('Sam', 'sam', 'SMITH Sam', 'Sam Baker', 'Zo\uFFFD', 'ZoÃ«', 'a@b.example', '', '-', 'Total: 3', 'Name', 'x'.repeat(50), 'Sam B'),
      fc.string({ maxLength: 12 }),
    )
    fc.assert(fc.property(fc.array(fc.tuple(cell, fc.constantFrom('Baker', 'Khan', ''))), fc.subarray(['Sam', 'Sam B', 'Zoë']), fc.boolean(), (rows, taken, withInitials) => {
      const list = rows.map(([name, surname], key): ListEntry =>
        ({ key, group: '', listed: { name, ...(surname ? { initial: surname[0] ?? '' } : {}), ...(/Total|Name/.test(name) ? { doubt: 'total' as const } : {}) } }))
      let answers = none
      for (let round = 0; round < 4; round++) answers = allRight(lookThrough(list, answers, taken, withInitials), answers)
      const { asked: left, names } = lookThrough(list, answers, taken, withInitials)
      expect(left).toEqual([])
      expect(checkNames(names, taken).filter(({ problem }) => isBlocking(problem))).toEqual([])
    }))
  })
})
