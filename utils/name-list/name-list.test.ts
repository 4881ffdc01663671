import { describe, expect, it } from 'vitest'
import { checkNames } from '#shared/people/pupil-names'
import { zipOf } from '../../tests/support/packages/packages'
import { UnreadableFile, type FileProblem } from './list-table'
import { readNameFile, readNameText, type NameSheet } from './name-list'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const wide = (text: string, mark = true) => Uint8Array.from(Buffer.from(`${mark ? '\uFEFF' : ''}${text}`, 'utf16le'))
const swapped = (text: string, mark = true) => Uint8Array.from(Buffer.from(wide(text, mark)).swap16())
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap(part => [...part]))

const listedIn = (sheet: NameSheet) => sheet.columns[sheet.chosen]?.names ?? []
/** Pupils, as far as there is no doubt. */
const namesOf = (sheet: NameSheet) => listedIn(sheet).filter(({ doubt }) => doubt === undefined).map(({ name }) => name)

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

  it('offers the columns that may hold names, with what stands above them', () => {
    expect(readNameFile(utf8(list)).columns.map(({ label }) => label)).toEqual(['First name', 'Surname'])
  })
})

describe('a file of 5,000 rows', () => {
  const ends = ['\r\n', '\n', '\r']
  const names = Array.from({ length: 5000 }, (_, index) => `Zoë ${index}`)
  const fileWith = (end: (row: number) => string) =>
    `Forename;Surname${end(0)}${names.map((name, row) => `${name};"O'Neil; Jr"${end(row)}`).join('')}`

  it.each<[string, (text: string) => Uint8Array]>([
    ['UTF-8', utf8],
    ['Windows-1252', latin],
    ['UTF-16', wide],
    ['UTF-16 the other way round', swapped],
  ])('in %s, with each kind of line end or all of them mixed, gives every name, tidy', (_, bytes) => {
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
    ['an Excel workbook', zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<workbook/>' }), 'xlsx'],
    ['a LibreOffice sheet', zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' }), 'ods'],
    ['a Numbers sheet', zipOf({ 'Index/Document.iwa': 'x' }), 'numbers'],
    ['a Word document', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': '<x/>' }), 'docx'],
    ['a zip, as OneRoster comes', zipOf({ 'users.csv': 'x', 'orgs.csv': 'x' }), 'zip'],
    ['an old Excel workbook', Uint8Array.of(0xD0, 0xCF, 0x11, 0xE0, 0xA1), 'xls'],
    ['HTML that was saved as .xls', utf8('<html xmlns:o="urn:schemas-microsoft-com:office:office"><table><tr><td>Sam'), 'html'],
    ['HTML in UTF-16', wide('<table><tr><td>Sam</td></tr></table>'), 'html'],
    ['a spreadsheet as XML', utf8('<?xml version="1.0"?><Workbook/>'), 'xml'],
    ['a PDF', utf8('%PDF-1.7\n'), 'pdf'],
    ['a rich text', utf8('{\\rtf1 Sam}'), 'rtf'],
    ['5,000 rows of UTF-8 that somebody saved twice', utf8(Buffer.from(many, 'utf8').toString('latin1')), 'encoding'],
    ['5,000 rows in UTF-32', Uint8Array.from([...many].flatMap(sign => [sign.charCodeAt(0), 0, 0, 0])), 'encoding'],
    ['a picture', Uint8Array.of(0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13), 'picture'],
    ['nothing', new Uint8Array(), 'empty'],
    ['blank lines', utf8(' \n\n,,\n'), 'empty'],
    ['a header alone', utf8('First name,Surname\n'), 'empty'],
    ['a header of three columns alone', utf8('Forename,Surname,Class\n'), 'empty'],
    ['contacts', utf8('BEGIN:VCARD\nN:Adeyemi;Tolu;;;\nEND:VCARD\n'), 'data'],
    ['data of a program', utf8('[{"first":"Tolu"}]'), 'data'],
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
    [
      'surnames first, numbered, below a header, with a tab and a name alone',
      'Name\n1. Baker, Sam\n2. Khan,\tAli\nO\'Neil, Siân\nZoë',
      ['Sam', 'Ali', 'Siân', 'Zoë'],
    ],
    ['surnames first in one column of several', 'Name,Class\n"Baker, Sam",5B\n"Khan, Ali",5B', ['Sam', 'Ali']],
    ['a title above a table', 'Class 5 Rowan\nNo\tSurname\tForename\n1\tBaker\tSam\n2\tKhan\tAli', ['Sam', 'Ali']],
  ])('%s', (_, text, names) => {
    expect(namesOf(readNameText(text))).toEqual(names)
  })

  it('keeps surnames at hand where they stood first, for lines of two pupils each', () => {
    expect(readNameText('Sam, Ali\nZoë, Kai').columns.map(({ names }) => names.map(({ name }) => name))).toEqual([
      ['Sam', 'Zoë'],
      ['Ali', 'Kai'],
    ])
  })
})

describe('headers', () => {
  it.each([
    ['Welsh', 'Enw cyntaf,Cyfenw,Dosbarth\nCerys,Price,5B\nLlŷr,Evans,5B'],
    ['Welsh, one column', 'Enw\nCerys\nLlŷr'],
    ['Irish', 'Céadainm,Sloinne,Dáta breithe\nCerys,Ní Bhriain,1.2.2016\nLlŷr,Ó Sé,1.2.2016'],
    ['Polish', 'Lp.;Nazwisko;Imię;Klasa\n1;Wójcik;Cerys;5B\n2;Śliwa;Llŷr;5B'],
    ['Romanian', 'Nume,Prenume,Clasa\nPopescu,Cerys,5B\nȚurcanu,Llŷr,5B'],
    ['Urdu', 'پہلا نام,خاندانی نام,جماعت\nCerys,خان,5B\nLlŷr,علی,5B'],
    ['Arabic', 'الاسم الأول,اسم العائلة,الصف\nCerys,خان,5B\nLlŷr,علي,5B'],
    ['Ukrainian', 'Прізвище,Ім’я,По батькові,Клас\nКоваль,Cerys,Іванівна,5B\nШевченко,Llŷr,Іванович,5B'],
    ['Portuguese', 'Nome próprio,Apelido,Turma\nCerys,Silva,5B\nLlŷr,Costa,5B'],
    ['Polish, in one column', 'Nazwisko i imię;Klasa\nWójcik Cerys;5B\nŚliwa Llŷr;5B'],
    ['French', 'Nom,Prénom,Date de naissance\nDupré,Cerys,01/02/2016\nNoël,Llŷr,01/02/2016'],
  ])('in %s are no pupils, and tell where the first names are', (_, text) => {
    expect(listedIn(readNameFile(utf8(text))).map(({ name }) => name)).toEqual(['Cerys', 'Llŷr'])
  })

  it.each([
    [
      'Arbor',
      'Students: Year 5 Rowan\n"Full Name","Legal First Name","Preferred First Name","UPN","Date of Birth","Form"\n"Sam Baker","Samuel","Sam","A823200012345","01 Feb 2016","5R"\n"Zoë Khan","Zoë","","B823200012345","02 Mar 2016","5R"',
      ['Sam', 'Zoë'],
    ],
    [
      'SIMS',
      'Surname\tForename\tPreferred Forename\tReg Group\tUPN\nBaker\tSamuel\tSam\t5R\tA823200012345\nKhan\tZoë\tZoë\t5R\tB823200012345',
      ['Sam', 'Zoë'],
    ],
    [
      'Bromcom',
      'Pupil Details,,,Contact,\nAdmission No,Legal Surname,Legal Forename,Email,Postcode\n1001,Baker,Sam,s@school.example,AB1 2CD\n1002,Khan,Zoë,z@school.example,AB1 2CD\nTotal: 2,,,,',
      ['Sam', 'Zoë'],
    ],
    ['iSAMS', 'School ID;Forename;Surname;Preferred Name;Gender;Boarder\n1;Samuel;Baker;Sam;M;No\n2;Zoë;Khan;;F;No', ['Sam', 'Zoë']],
    ['ScholarPack', 'Name,Class,Year Group,DOB\n"Baker, Sam",Rowan,5,01/02/2016\n"Khan, Zoë",Rowan,5,02/03/2016', ['Sam', 'Zoë']],
    [
      'Google Classroom',
      'Last Name,First Name,Email Address\n,,Date\nBaker,Sam,s@school.example\nKhan,Zoë,z@school.example',
      ['Sam', 'Zoë'],
    ],
    [
      'OneRoster',
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\nu1,active,2026-09-01,true,s1,student,sbaker,,Sam,Baker,,A823,s@school.example,,,,05,\nu2,active,2026-09-01,true,s1,student,zkhan,,Zoë,Khan,,B823,z@school.example,,,,05,',
      ['Sam', 'Zoë'],
    ],
  ])('as %s exports them', (_, text, names) => {
    expect(namesOf(readNameFile(utf8(text)))).toEqual(names)
  })
})

describe('what is no name', () => {
  const sheet = readNameFile(
    utf8(
      'Forename,Surname,UPN,DOB,Email,Gender,Postcode,Mystery\nSam,Baker,A823200012345,01/02/2016,sam@school.example,M,AB1 2CD,07700 900123456\nAli,Khan,B823200012345,02/03/2016,ali@school.example,F,AB1 2CD,07700 900654321\n',
    ),
  )

  it('is left behind while the file is read: nothing of it is in what the page holds', () => {
    expect(JSON.stringify(sheet)).not.toMatch(/A8232|2016|@|AB1|07700|"M"|"F"/)
    expect(sheet.columns.map(({ label }) => label)).toEqual(['Forename', 'Surname'])
  })

  it('becomes no pupil unseen: totals, footers, headers of a second page and rows by themselves are in doubt', () => {
    const text
      = 'Forename,Surname,Class\nSam,Baker,5B\nSam,Cole,5B\nForename,Surname,Class\nZoë,Khan,5B\nRowan,,\nTotal pupils: 3,,\nPrinted 01/09/2026,,\n'
    const listed = listedIn(readNameText(text))
    expect(listed.filter(({ doubt }) => doubt).map(({ name, doubt }) => [name, doubt])).toEqual([
      ['Forename', 'header'],
      ['Rowan', 'alone'],
      ['Total pupils: 3', 'total'],
      ['Printed 01/09/2026', 'total'],
    ])
    expect(namesOf(readNameText(text))).toEqual(['Sam', 'Sam', 'Zoë'])
  })

  it('a class\'s name above a list without a header is asked about', () => {
    expect(listedIn(readNameText('Class 5B\nSam\nAli')).map(({ name, doubt }) => [name, doubt])).toEqual([
      ['Class 5B', 'above'],
      ['Sam', undefined],
      ['Ali', undefined],
    ])
  })

  it('a number, a date, a dash or a total is asked about in a row as full as all others, and a name with a number in it is not', () => {
    const listed = listedIn(
      readNameText('Forename,Surname,Class\nSam,Baker,5B\n12,Cole,5B\n01/09/2026,Khan,5B\n-,Ali,5B\nBlue 7,Fox,5B\nTotal,28,100%\n,Shaw,5B'),
    )
    expect(listed.map(({ name, doubt }) => [name, doubt])).toEqual([
      ['Sam', undefined],
      ['12', 'no-letter'],
      ['01/09/2026', 'no-letter'],
      ['-', 'no-letter'],
      ['Blue 7', undefined],
      ['Total', 'total'],
      ['', undefined],
    ])
    expect(namesOf(readNameText('Sam, 12, Zoë'))).toEqual(['Sam', 'Zoë'])
    expect(namesOf(readNameText('"Baker, Sam"\n"Cole, 12"\n"Khan, Zoë"'))).toEqual(['Sam', 'Zoë'])
  })

  it('a list of names in one column ends with its count', () => {
    expect(listedIn(readNameText('Name\nSam\nAli\n28\n')).filter(({ doubt }) => doubt).map(({ name }) => name)).toEqual(['28'])
  })
})

describe('two pupils of one name', () => {
  it('are told apart by the first letter of the surname, where the list has it', () => {
    const listed = listedIn(readNameText('Forename,Surname,Class\nSam,Baker,5B\nSam,khan,5B\nSam,Cole,5B'))
    expect(
      checkNames(
        listed.map(({ name }) => name),
        [],
        listed.map(({ initial }) => initial),
      ).map(({ suggestion }) => suggestion),
    ).toEqual([undefined, 'Sam K', 'Sam C'])
  })
})

describe('letters', () => {
  const polish = 'Imię;Nazwisko;Klasa\nŁukasz;Wójcik;5B\nŻaneta;Śliwińska;5B\nZofia;Grabowska;5B\n'
  const english = 'First name,Surname\nZoë,Baker\nRené,O\'Neil\nSam,Khan\n'
  const encoded = (text: string, letters: Readonly<Record<string, number>>) =>
    Uint8Array.from(text, sign => letters[sign] ?? sign.charCodeAt(0))
  it.each([
    ['windows-1250', encoded(polish, { Ł: 0xa3, ó: 0xf3, ę: 0xea, Ż: 0xaf, Ś: 0x8c, ń: 0xf1 }), ['Łukasz', 'Żaneta', 'Zofia']],
    ['iso-8859-2', encoded(polish, { Ł: 0xa3, ó: 0xf3, ę: 0xea, Ż: 0xaf, Ś: 0xa6, ń: 0xf1 }), ['Łukasz', 'Żaneta', 'Zofia']],
    ['macintosh', encoded(english, { ë: 0x91, é: 0x8e }), ['Zoë', 'René', 'Sam']],
    ['cp850', encoded(english, { ë: 0x89, é: 0x82 }), ['Zoë', 'René', 'Sam']],
    ['windows-1252', encoded(english, { ë: 0xeb, é: 0xe9 }), ['Zoë', 'René', 'Sam']],
    [
      'windows-1251',
      encoded(
        'Прізвище;Ім\'я\nКоваль;Олена\nШевченко;Іван\n',
        Object.fromEntries(
          [...'ПрізвищеІмяКовальОленаШевкон'].map(sign => [sign, sign === 'і' ? 0xb3 : sign === 'І' ? 0xb2 : sign.charCodeAt(0) - 0x350]),
        ),
      ),
      ['Олена', 'Іван'],
    ],
  ] as const)('in %s are recognised', (encoding, bytes, names) => {
    const sheet = readNameFile(bytes)
    expect(sheet.encoding).toBe(encoding)
    expect(namesOf(sheet)).toEqual(names)
  })

  it('are read as the teacher says, and of plain English nothing is asked', () => {
    const bytes = encoded(english, { ë: 0xEB, é: 0xE9 })
    expect(namesOf(readNameFile(bytes, 'windows-1250'))[0]).toBe('Zoë')
    expect(namesOf(readNameFile(bytes, 'windows-1251'))[0]).toBe('Zoл')
    expect(readNameFile(utf8('Name\nSam\nAli')).encoding).toBeUndefined()
  })
})

describe('a quotation mark that is out of place', () => {
  it.each([
    ['is never closed', 'Forename,Surname\nSam,Baker\n"Ali,Khan\nZoë,Cole\n', 3, '"Ali,Khan'],
    ['closes too early', 'Forename,Surname\nSam,"Baker"s\nAli,Khan\n', 2, 'Sam,"Baker"s'],
  ])('and %s stops the import at its row', (_, text, number, row) => {
    try {
      readNameText(text)
      expect.unreachable()
    }
    catch (error) {
      expect(error).toMatchObject({ problem: 'quote', row: { number, text: row } })
    }
  })
})
