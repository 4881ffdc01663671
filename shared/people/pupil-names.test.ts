import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNames, isBlocking, type CheckedName } from './pupil-names'
import { tidyName } from '../text/tidy-text'

const one = (name: string, taken: string[] = []): CheckedName | undefined => checkNames([name], taken)[0]

describe('a pupil\'s name', () => {
  it.each(['Sam', 'Zoë', 'Anne-Marie', 'Sam B', 'Sam B.', 'O\'Neil', 'Nguyễn', '李', 'José', 'Blue 7'])('"%s" is taken', (name) => {
    expect(one(name)).toEqual({ name })
  })

  it.each([
    ['', 'empty'], ['   ', 'empty'], ['\u200B', 'empty'],
    ['x'.repeat(41), 'too-long'],
    ['sam@school.example', 'email'],
    ['01/02/2016', 'number'], ['2016-02-01', 'number'], ['A823200012345', 'number'], ['Sam 1.2.2016', 'number'],
  ] as const)('"%s" is not taken: %s', (name, problem) => {
    expect(one(name)?.problem).toBe(problem)
    expect(isBlocking(one(name)?.problem)).toBe(true)
  })

  it('of exactly 40 signs is taken, however many bytes they have', () => {
    expect(one('😀'.repeat(40))?.problem).toBeUndefined()
  })

  it('that looks like a full name is taken, with advice', () => {
    expect(one('Sam Baker')).toEqual({ name: 'Sam Baker', problem: 'full-name', suggestion: 'Sam' })
    expect(isBlocking('full-name')).toBe(false)
    expect(one('Sam Baker', ['Sam'])?.suggestion).toBe('Sam B')
  })

  it.each([
    ['SMITH Zoë', 'Zoë'],
    ['Zoë SMITH', 'Zoë'],
    ['O\'NEIL Siân', 'Siân'],
    ['ZOË SMITH', 'Zoë'],
    ['DE LA CRUZ Ana', 'Ana'],
    ['Sam DJ', 'Sam'],
    ['Baker, Sam', 'Sam'],
    ['Van der Berg, Sam Lee', 'Sam'],
  ])('"%s" is %s', (name, suggestion) => {
    expect(one(name)?.suggestion ?? name.split(' ')[0]).toBe(suggestion)
  })

  it('loses what cannot be seen', () => {
    expect(tidyName('  Sam\u202E \t B\u0000 ')).toBe('Sam B')
  })
})

describe('the same name twice', () => {
  it('in the list or in the class: suggests another, which is free too', () => {
    expect(checkNames(['Sam', 'sam', 'SAM'], ['Ali'])).toEqual([
      { name: 'Sam' },
      { name: 'sam', problem: 'twice', suggestion: 'sam B' },
      { name: 'SAM', problem: 'twice', suggestion: 'SAM C' },
    ])
    expect(one('Ali Khan', ['Ali Khan'])).toMatchObject({ problem: 'in-class', suggestion: 'Ali K' })
    expect(one('Sam', ['Sam', 'Sam B'])?.suggestion).toBe('Sam C')
  })

  it('taking every suggestion always leads to a list without any', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Sam', 'sam', 'Sam B', 'Ali', 'Ali Khan', 'Ali K'), { maxLength: 12 }),
        fc.subarray(['Sam', 'Ali', 'Sam B']),
        (names, taken) => {
          let list: string[] = names
          for (let round = 0; round < 4; round++)
            list = checkNames(list, taken).map(({ name, problem, suggestion }) => (isBlocking(problem) ? (suggestion ?? name) : name))
          expect(checkNames(list, taken).filter(({ problem }) => isBlocking(problem))).toEqual([])
        },
      ),
    )
  })
})
