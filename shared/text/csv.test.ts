import { expect, it } from 'vitest'
import { csv, csvCell } from '#shared/text/csv'

it.each([
  ['plain', 'plain'],
  ['', ''],
  ['a, b', '"a, b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['two\r\nlines', '"two\r\nlines"'],
  ['7-9', '7-9'],
  ['=1+1', '\'=1+1'],
  ['+44', '\'+44'],
  ['-1', '\'-1'],
  ['@here', '\'@here'],
  ['\tcell', '\'\tcell'],
  ['=HYPERLINK("x","y")', '"\'=HYPERLINK(""x"",""y"")"'],
])('the cell %j becomes %j', (value, cell) => {
  expect(csvCell(value)).toBe(cell)
})

it('begins with a byte order mark and ends every row with CRLF', () => {
  expect(csv([['a', 'b'], ['c', 'd']])).toBe('\uFEFFa,b\r\nc,d\r\n')
})
