import { describe, expect, it } from 'vitest'
import { columnsOf, coverageOf, type Statement, type TaughtClass } from './coverage'

const given = (lessonId: string, opensOn: string, endedOn: string | null = null) => ({ lessonId, opensOn, endedOn })
const classOf = (id: string, year: number | null, lessons: TaughtClass['lessons'] = []): TaughtClass => ({ id, year, lessons })
const statements: readonly Statement[] = [
  { code: 'OR3', meaning: 'Trust', lessons: [{ id: 'lie', band: '9-11' }, { id: 'fog', band: '7-9' }] },
  { code: 'KS3', meaning: 'Consent', lessons: [{ id: 'bench', band: '11-14' }] },
]
const year = { from: '2026-08-01', to: '2027-02-02', yearEnds: '2027-07-31' }
const cells = (classes: readonly TaughtClass[], to = year.to) =>
  Object.fromEntries(coverageOf(classes, statements, { ...year, to }).statements.map(({ code, cells: own }) => [code, own]))

describe('the columns of coverage', () => {
  const years = (classes: readonly TaughtClass[]) => columnsOf(classes).map(({ years: own }) => own)

  it('are years of two classes or more; one class goes with the next year, or else with the one before', () => {
    expect(years([classOf('a', 5), classOf('b', 5), classOf('c', 6), classOf('d', 6)])).toEqual([[5], [6]])
    expect(years([classOf('a', 3), classOf('b', 4), classOf('c', 5), classOf('d', 5), classOf('e', 6)])).toEqual([[3, 4], [5, 6]])
    expect(years([classOf('a', 3), classOf('b', 4), classOf('c', 4)])).toEqual([[3, 4]])
  })

  it('are never one class, however many classes of however many years there are', () => {
    for (let mask = 0; mask < 3 ** 6; mask++) {
      const classes = Array.from({ length: 6 }, (_, place) => Math.floor(mask / 3 ** place) % 3)
        .flatMap((count, place) => Array.from({ length: count }, (_, index) => classOf(`${place} ${index}`, place < 5 ? place + 3 : null)))
      const columns = columnsOf(classes)
      expect(columns.filter(({ classes: own }) => own.length < 2)).toEqual([])
      expect(columns.flatMap(({ classes: own }) => own)).toHaveLength(classes.length > 1 ? classes.length : 0)
    }
  })

  it('are none where the school is one class', () => expect(years([classOf('a', 5)])).toEqual([]))
})

describe('what a year was taught', () => {
  it('is all where every class has ended a lesson about it, some where one is at it, planned where it is to come, and else none', () => {
    const done = given('lie', '2026-11-02', '2026-11-20')
    expect(cells([classOf('a', 5, [done]), classOf('b', 5, [done])])).toEqual({ OR3: ['all'] })
    expect(cells([classOf('a', 5, [done]), classOf('b', 5)])).toEqual({ OR3: ['some'] })
    expect(cells([classOf('a', 5, [given('lie', '2027-01-20')]), classOf('b', 5)])).toEqual({ OR3: ['some'] })
    expect(cells([classOf('a', 5, [given('lie', '2027-06-20')]), classOf('b', 5)])).toEqual({ OR3: ['planned'] })
    expect(cells([classOf('a', 5), classOf('b', 5)])).toEqual({ OR3: ['none'] })
  })

  it('leaves out statements for other ages, and marks them in a table that has both', () => {
    const both = [classOf('a', 5), classOf('b', 5), classOf('c', 8), classOf('d', 8)]
    expect(cells(both)).toEqual({ OR3: ['none', 'not-here'], KS3: ['not-here', 'none'] })
  })

  it('grows term by term, up to the day as of which it is said', () => {
    const classes = [classOf('a', 5, [given('lie', '2026-11-02', '2026-11-20')]), classOf('b', 5, [given('fog', '2027-01-11', '2027-01-29')])]
    expect(coverageOf(classes, statements, year).terms).toEqual([
      { term: 'autumn', all: 0, some: 1, planned: 0 }, { term: 'spring', all: 1, some: 0, planned: 0 },
    ])
    expect(coverageOf(classes, statements, { ...year, to: '2027-07-31' }).terms.map(({ term }) => term)).toEqual(['autumn', 'spring', 'summer'])
    expect(coverageOf(classes, statements, { ...year, to: '2026-10-01' }).terms).toEqual([{ term: 'autumn', all: 0, some: 0, planned: 1 }])
  })
})
