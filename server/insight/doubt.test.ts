import { describe, expect, it } from 'vitest'
import { seededRandom } from '#shared/attempt/random'
import { pictureOf } from './disclosure'
import { leavesDoubt } from './doubt'
import { membersOf, rangeOf, type Counted, type Known, type Picture, type Rules, type Sheet, type Statement } from './statements'

/** Smaller than in the app, so that every way to answer can be tried. */
const rules: Rules = { least: 3, step: 1, parts: 5 }

const right = { answer: 'right', right: true, sure: '' }
const wrong = { answer: 'wrong', right: false, sure: '' }
const sureRight = { answer: 'right', right: true, sure: 'very' }
const sureWrong = { answer: 'wrong', right: false, sure: 'very' }
const leftOut = { answer: '-', right: false, sure: '' }

type Value = typeof right

/** One word for each answer at each question, and one for what is held, over all questions at once. */
function sheetOf(questions: number, values: readonly Value[], isHeldBy: (value: Value) => boolean): Sheet {
  const places = Array.from({ length: questions }, (_, place) => place)
  const picked = (is: (value: Value) => boolean) => new Set(values.flatMap((value, index) => is(value) ? [index] : []))
  const said = [...new Set(values.map(({ answer }) => answer))].filter(answer => answer !== '-')
  return {
    questions: places.map(place => ({ id: `q${place}`, values })),
    statements: [
      { key: 'held', picks: new Map(places.map(place => [place, picked(isHeldBy)])), isHeld: true },
      ...places.flatMap(place => said.map((answer): Statement => (
        { key: `${place} ${answer}`, picks: new Map([[place, picked(value => value.answer === answer)]]), isHeld: false }
      ))),
    ],
  }
}

/** By pupil and question the place of the value; -1 where the question did not come. */
type World = readonly (readonly number[])[]

const holds = ({ picks }: Statement, row: readonly number[]) => [...picks].some(([question, values]) => values.has(row[question] ?? -1))
const rightsIn = (sheet: Sheet, row: readonly number[]) =>
  row.filter((value, question) => sheet.questions[question]?.values[value]?.right).length

function countedIn(sheet: Sheet, world: World, isScored: boolean): Counted {
  const known = world.map((row): Known => ({
    met: row.flatMap((value, place) => (value < 0 ? [] : [place])),
    right: isScored ? rightsIn(sheet, row) : null,
  }))
  return { known, count: (statement, members) => members.filter(member => holds(statement, world[member] ?? [])).length }
}

/** Every way in which the pupils can have answered, by what is known and said. */
function* worldsThatFit(sheet: Sheet, known: readonly Known[], pictures: readonly Picture[]): Generator<World> {
  const rowsOf = known.map(({ met, right }) => {
    const rows = sheet.questions.reduce<number[][]>((before, { values }, place) => before.flatMap(row => (
      met.includes(place) ? values.map((_, index) => [...row, index]) : [[...row, -1]]
    )), [[]])
    return rows.filter(row => right === null || rightsIn(sheet, row) === right)
  })
  const limits = pictures.flatMap(({ over, said }) => sheet.statements.flatMap((statement) => {
    const one = said[statement.key]
    return one ? [{ statement, members: membersOf(statement, { known }, over, rules), range: rangeOf(one.word, one.of, rules) }] : []
  }))
  const total = rowsOf.reduce((product, rows) => product * rows.length, 1)
  for (let code = 0; code < total; code++) {
    let rest = code
    const world = rowsOf.map((rows) => {
      const row = rows[rest % rows.length] ?? []
      rest = Math.floor(rest / rows.length)
      return row
    })
    const fits = limits.every(({ statement, members, range: [low, high] }) => {
      const count = members.filter(member => holds(statement, world[member] ?? [])).length
      return count >= low && count <= high
    })
    if (fits) yield world
  }
}

/** The same question, answered by trying everything. */
function isDoubtful(sheet: Sheet, known: readonly Known[], pictures: readonly Picture[]): boolean {
  const answers = known.map(() => sheet.questions.map(() => new Set<string>()))
  const without = known.map(() => new Set<string>())
  const held = sheet.statements.filter(({ isHeld }) => isHeld)
  for (const world of worldsThatFit(sheet, known, pictures)) {
    for (const [pupil, row] of world.entries()) {
      for (const [place, value] of row.entries()) answers[pupil]?.[place]?.add(sheet.questions[place]?.values[value]?.answer ?? '')
      for (const statement of held) if (!holds(statement, row)) without[pupil]?.add(statement.key)
    }
  }
  return known.every(({ met, right }, pupil) => right === met.length || (
    met.every(place => (answers[pupil]?.[place]?.size ?? 0) > 1)
    && held.every(statement => without[pupil]?.has(statement.key) || !pictures.some(({ over, said }) => (
      said[statement.key] !== undefined && membersOf(statement, { known }, over, rules).includes(pupil)
    )))
  ))
}

/** A small class that answered by chance, each pupil with a leaning of their own. */
function worldBy(random: () => number, pupils: number, sheet: Sheet): World {
  const leaning = random()
  return Array.from({ length: pupils }, () => sheet.questions.map(({ values }) => (
    random() < 0.15 ? -1 : random() < leaning ? 0 : Math.floor(random() * values.length)
  )))
}

const isSure = ({ sure }: Value) => sure === 'very'
const isWrong = ({ answer }: Value) => answer === 'wrong'

describe.each([
  ['a quiz', sheetOf(2, [right, wrong, leftOut], isWrong), 5, true],
  ['a quiz of three questions', sheetOf(3, [right, wrong, leftOut], isWrong), 4, true],
  ['a check with how sure', sheetOf(1, [sureRight, right, sureWrong, wrong, leftOut], isSure), 5, false],
  ['a check of two questions', sheetOf(2, [right, wrong, leftOut], isWrong), 4, false],
] as const)('whether %s leaves doubt about everybody', (_, sheet, pupils, isScored) => {
  it('comes to the same as trying every way in which they can have answered', () => {
    const random = seededRandom(pupils)
    const seen = { doubt: 0, none: 0 }
    for (let round = 0; round < 60; round++) {
      const world = worldBy(random, pupils, sheet)
      const counted = countedIn(sheet, world, isScored)
      const overs = round % 3 === 0 ? [3, pupils] : [round % 3 === 1 ? pupils : 3]
      const pictures = overs.map(over => pictureOf(sheet, counted, over, rules))
      const expected = isDoubtful(sheet, counted.known.slice(0, Math.max(...overs)), pictures)
      seen[expected ? 'doubt' : 'none']++
      expect({ round, world, doubt: leavesDoubt(sheet, counted, pictures, rules) }).toEqual({ round, world, doubt: expected })
    }
    // Both come often enough to say something.
    expect(Math.min(seen.doubt, seen.none)).toBeGreaterThan(5)
  })
})
