import { describe, expect, it } from 'vitest'
import type { DayOfWork } from '#shared/api/today'
import { rowsOf, splitAt, weekLines } from './week-lines'

const day = (on: string, count: number): DayOfWork => ({ on, work: Array.from({ length: count }, (_, n) => ({ id: `${on} ${n}` }) as DayOfWork['work'][number]) })
const shape = (lines: Parameters<typeof rowsOf>[0]) => lines.map(line => `${line.on} ${line.day?.work.length ?? line.holiday?.name}`)

describe('the lines of two weeks', () => {
  it('a holiday stands where it begins, or today, and is quiet where nothing opens or is due in it', () => {
    const lines = weekLines(
      [day('2026-11-10', 1), day('2026-11-17', 1)],
      [{ name: 'Half-term', from: '2026-11-16', to: '2026-11-20' }, { name: 'Inset', from: '2026-11-09', to: '2026-11-10' }, { name: 'Gap', from: '2026-11-21', to: '2026-11-22' }],
      '2026-11-10',
    )
    expect(shape(lines)).toEqual(['2026-11-10 Inset', '2026-11-10 1', '2026-11-16 Half-term', '2026-11-17 1', '2026-11-21 Gap'])
    expect(lines.map(({ isQuiet }) => isQuiet)).toEqual([false, undefined, false, undefined, true])
  })

  it('as many rows as there is room for are soon, and a day goes on where it does not fit whole; nothing is lost', () => {
    const split = (counts: readonly number[], most = 5, holidays: Parameters<typeof weekLines>[1] = []) => {
      const lines = weekLines(counts.map((count, n) => day(`2026-11-${10 + n}`, count)), holidays, '2026-11-10')
      const { soon, later } = splitAt(lines, most)
      expect(rowsOf(soon) + rowsOf(later)).toBe(rowsOf(lines))
      return [shape(soon).map(text => text.slice(8)), shape(later).map(text => text.slice(8))]
    }
    expect(split([2, 3])).toEqual([['10 2', '11 3'], []])
    // What says how many more there are needs room too.
    expect(split([2, 3, 1])).toEqual([['10 2', '11 2'], ['11 1', '12 1']])
    expect(split([2, 3, 1], 5.5)).toEqual([['10 2', '11 3'], ['12 1']])
    expect(split([9, 1])).toEqual([['10 4'], ['10 5', '11 1']])
    expect(split([4, 1], 4.5)).toEqual([['10 4'], ['11 1']])
    expect(split([])).toEqual([[], []])
    // A holiday is half as high.
    const inset = [{ name: 'Inset', from: '2026-11-12', to: '2026-11-12' }]
    expect(split([2, 1, 1], 4.5, inset)).toEqual([['10 2', '11 1', '12 Inset', '12 1'], []])
    expect(split([2, 1, 1], 4, inset)).toEqual([['10 2', '11 1', '12 Inset'], ['12 1']])
    expect(split([2, 1, 1], 3.5, inset)).toEqual([['10 2', '11 1'], ['12 Inset', '12 1']])
  })
})
