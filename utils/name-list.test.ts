import { describe, expect, it } from 'vitest'
import { checkNames } from '#shared/pupil-names'
import { readNameFile, readNameText, UnreadableFile, type FileProblem } from './name-list'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const wide = (text: string, mark = true) => Uint8Array.from(Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le'))
const swapped = (text: string, mark = true) => Uint8Array.from(Buffer.from(wide(text, mark)).swap16())
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap(part => [...part]))

const namesOf = (sheet: ReturnType<typeof readNameText>) => sheet.columns[sheet.chosen]?.names

function problemOf(bytes: Uint8Array): FileProblem | 'none' {
  try {
    readNameFile(bytes)
    return 'none'
  }
  catch (error) {
    if (error instanceof UnreadableFile) return error.problem
    throw error
  }
}

const list = 'First name,Surname,DOB\r\nZoë,Baker,01/02/2016\r\nChloé,"O\'Neil, Jr",03/04/2016\r\n'

describe('a file from a school\'s system', () => {
  it.each([
    ['UTF-8', utf8(list)],
    ['UTF-8 with its mark', joined(Uint8Array.of(0xEF, 0xBB, 0xBF), utf8(list))],
    ['UTF-16', wide(list)],
    ['UTF-16 the other way round', swapped(list)],
    ['UTF-16 without a mark', wide(list, false)],
    ['UTF-16 the other way round, without a mark', swapped(list, false)],
    ['Windows-1252', latin(list)],
    ['old Macintosh line ends', latin(list.replaceAll('\r\n', '\r'))],
  ])('is read in %s', (_, bytes) => {
    expect(namesOf(readNameFile(bytes))).toEqual(['Zoë', 'Chloé'])
  })

  it.each([';', '\t', '|'])('is read with "%s" between cells', (delimiter) => {
    expect(namesOf(readNameFile(utf8(`Surname${delimiter}Forename\nBaker${delimiter}Sam\nKhan${delimiter}Ali\n`)))).toEqual(['Sam', 'Ali'])
  })

  it.each([
    ['an alias before a first name', 'Forename,Known as\nSamuel,Sam', ['Sam']],
    ['a first name before a full name', 'Name,First Name\nSam Baker,Sam', ['Sam']],
    ['the only column that is no other thing', 'UPN,Who,DOB\nA1,Sam,2016', ['Sam']],
  ])('takes %s', (_, text, names) => {
    expect(namesOf(readNameFile(utf8(text)))).toEqual(names)
  })

  it('takes the first row for a name where nothing in it is a header', () => {
    expect(namesOf(readNameFile(utf8('Sam\nAli\n\n  \nZoë')))).toEqual(['Sam', 'Ali', 'Zoë'])
  })

  it('keeps the row of a pupil whose name is missing, so that nobody is lost unseen', () => {
    expect(namesOf(readNameFile(utf8('Name,Class\nSam,5B\n,5B\nAli,5B')))).toEqual(['Sam', '', 'Ali'])
  })

  it('offers every column, with what stands above it', () => {
    expect(readNameFile(utf8(list)).columns.map(({ label }) => label)).toEqual(['First name', 'Surname', 'DOB'])
  })
})

describe('a file of 5,000 rows', () => {
  const ends = ['\r\n', '\n', '\r']
  const names = Array.from({ length: 5000 }, (_, index) => `Zoë ${index}`)
  const fileWith = (end: (row: number) => string) => `Forename;Surname${end(0)}${names.map((name, row) => `${name};"O'Neil; Jr"${end(row)}`).join('')}`

  it.each<[string, (text: string) => Uint8Array]>([['UTF-8', utf8], ['Windows-1252', latin], ['UTF-16', wide], ['UTF-16 the other way round', swapped]])('in %s, with each kind of line end or all of them mixed, gives every name, tidy', (_, bytes) => {
    for (const end of [...ends.map(one => () => one), (row: number) => ends[row % 3] ?? '']) {
      const read = namesOf(readNameFile(bytes(fileWith(end))))
      const checked = checkNames(read ?? [], [])
      expect(checked.map(({ name }) => name)).toEqual(names)
      expect(checked.every(({ problem }) => problem === undefined)).toBe(true)
    }
  })

  it('with the same name in all of them is looked through too', () => {
    const checked = checkNames(Array.from({ length: 5000 }, () => 'Sam'), [])
    expect(checked.filter(({ problem }) => problem === 'twice')).toHaveLength(4999)
  })
})

describe('a file that cannot be read', () => {
  const many = Array.from({ length: 5000 }, (_, index) => `Zoë ${index}`).join('\n')
  it.each<[string, Uint8Array, FileProblem]>([
    ['an Excel workbook', Uint8Array.of(0x50, 0x4B, 0x03, 0x04, 0, 0), 'spreadsheet'],
    ['an old Excel workbook', Uint8Array.of(0xD0, 0xCF, 0x11, 0xE0, 0xA1), 'spreadsheet'],
    ['5,000 rows of UTF-8 that somebody saved twice', utf8(Buffer.from(many, 'utf8').toString('latin1')), 'encoding'],
    ['5,000 rows in the code page of DOS', Uint8Array.from(Buffer.from(many.replaceAll('ë', '\u0089'), 'latin1')), 'encoding'],
    ['5,000 rows in the code page of old Macintoshes', Uint8Array.from(Buffer.from(many.replaceAll('ë', '\u008F'), 'latin1')), 'encoding'],
    ['5,000 rows in UTF-32', Uint8Array.from([...many].flatMap(sign => [sign.charCodeAt(0), 0, 0, 0])), 'encoding'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13), 'encoding'],
    ['nothing', new Uint8Array(), 'empty'],
    ['blank lines', utf8(' \n\n,,\n'), 'empty'],
    ['a header alone', utf8('First name,Surname\n'), 'empty'],
    ['three megabytes', new Uint8Array(3 * 1024 * 1024), 'too-large'],
  ])('%s: says which way it is', (_, bytes, problem) => {
    expect(problemOf(bytes)).toBe(problem)
  })
})

describe('text from the clipboard', () => {
  it.each([
    ['a name a line', 'Sam\nAli\n', ['Sam', 'Ali']],
    ['names in one line', 'Sam, Ali, Zoë', ['Sam', 'Ali', 'Zoë']],
    ['cells of a spreadsheet', 'Forename\tSurname\nSam\tBaker\nAli\tKhan', ['Sam', 'Ali']],
    ['one name', 'Sam', ['Sam']],
    ['a numbered list', '1. Sam\n2) Ali\n3  Zoë\nKai', ['Sam', 'Ali', 'Zoë', 'Kai']],
    ['a list with bullets', '• Sam\n- Ali\nAnne-Marie', ['Sam', 'Ali', 'Anne-Marie']],
    ['numbers in a column of their own', '1\tSam\n2\tAli', ['Sam', 'Ali']],
    ['aliases with numbers', '7 Stars\n12 Foxes', ['7 Stars', '12 Foxes']],
    ['surnames first', 'Baker, Sam\nKhan,  Ali', ['Sam', 'Ali']],
    ['surnames first, numbered, below a header, with a tab and a name alone', 'Name\n1. Baker, Sam\n2. Khan,\tAli\nO\'Neil, Siân\nZoë', ['Sam', 'Ali', 'Siân', 'Zoë']],
    ['surnames first in one column of several', 'Name,Class\n"Baker, Sam",5B\n"Khan, Ali",5B', ['Sam', 'Ali']],
    ['a title above a table', 'Class 5 Rowan\nNo\tSurname\tForename\n1\tBaker\tSam\n2\tKhan\tAli', ['Sam', 'Ali']],
  ])('%s', (_, text, names) => {
    expect(namesOf(readNameText(text))).toEqual(names)
  })

  it('keeps surnames at hand where they stood first, for lines of two pupils each', () => {
    expect(readNameText('Sam, Ali\nZoë, Kai').columns.map(({ names }) => names)).toEqual([['Sam', 'Zoë'], ['Ali', 'Kai']])
  })
})
