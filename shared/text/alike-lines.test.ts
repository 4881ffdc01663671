import { expect, it } from 'vitest'
import { alikeLines } from './alike-lines'

const line = (at: string, who: string | null, action: string) => ({ at: `2026-11-03T10:${at}Z`, who, action })

it('what one person did again and again within a minute is one run; anybody else, anything else and later is another', () => {
  const lines = [
    line('05:50', 'Bo', 'pupil.cards'), line('05:20', 'Bo', 'pupil.cards'), line('05:00', 'Ann', 'pupil.cards'),
    line('04:59', 'Ann', 'class.open'), line('03:00', 'Ann', 'class.open'), line('02:30', null, 'class.open'),
  ]
  expect(alikeLines(lines).map(({ first, all }) => [first.at.slice(14, 19), all.length])).toEqual([
    ['05:50', 2], ['05:00', 1], ['04:59', 1], ['03:00', 1], ['02:30', 1],
  ])
  expect(alikeLines([])).toEqual([])
})
