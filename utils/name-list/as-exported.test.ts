/** Class lists as schools' systems export them, and as people keep them: columns, classes and doubts, without a choice of anybody's. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seenOf } from '../../tests/support/staff/seen-list.ts'
import { readNameFile } from './name-list'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))
const latin = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const letters = (text: string, table: Readonly<Record<string, number>>) => Uint8Array.from(text, sign => table[sign] ?? sign.charCodeAt(0))

interface Case {
  readonly file: Uint8Array
  readonly names: Readonly<Record<string, string>>
  readonly asked?: readonly string[]
  readonly leftOut?: readonly string[]
}

const cases: Readonly<Record<string, Case>> = {
  'Arbor, a custom report with two forms and its title above': {
    file: utf8('Custom Report: Year 5 class list\nGenerated on 29 Nov 2026\n\n"Full Name","Preferred First Name","Legal Last Name","Registration Form","Year Group","UPN","Date of Birth","FSM"\n"Samuel Baker","Sam","Baker","5 Rowan","Year 5","A823200012345","01 Feb 2017","Yes"\n"Zoë Khan","Zoë","Khan","5 Hazel","Year 5","B823200012345","02 Mar 2017","No"\n"Llŷr Evans","Llŷr","Evans","5 Rowan","Year 5","C823200012345","03 Mar 2017","No"\n'),
    names: { '5 Rowan': 'Sam Llŷr', '5 Hazel': 'Zoë' },
    leftOut: ['Year Group', 'UPN', 'Date of Birth', 'FSM'],
  },
  'Arbor, where the preferred name is seldom filled in': {
    file: utf8('Legal First Name,Preferred First Name,Legal Last Name,Current Registration Form\nSamuel,Sam,Baker,5R\nAisha,,Khan,5R\n'),
    names: { '5R': 'Sam Aisha' },
  },
  'SIMS, tabs, surname first, in UTF-16 as Excel saves Unicode text': {
    file: utf16('Surname\tForename\tPreferred Forename\tReg\tYear\tAdmission Number\r\nBaker\tSamuel\tSam\t7B\tYear 7\t004512\r\nO\'Brien\tSiobhán\tSiobhán\t7B\tYear 7\t004513\r\nNowak\tŁukasz\tŁukasz\t7C\tYear 7\t004514\r\n'),
    names: { '7B': 'Sam Siobhán', '7C': 'Łukasz' },
    leftOut: ['Year', 'Admission Number'],
  },
  'SIMS, a class list in one column, "Surname, Forename", with a count below': {
    file: latin('Class List Report\r\nRegistration Group: 5R\r\nName,DoB,Gender\r\n"Baker, Sam",01/02/2017,M\r\n"Ó Sé, Zoë",02/03/2017,F\r\nTotal: 2,,\r\n'),
    names: { '5R': 'Sam Zoë' },
    asked: ['Total: 2 > : total'],
    leftOut: ['DoB', 'Gender'],
  },
  'Bromcom, quoted, tutor groups, a footer': {
    file: utf8('"Admission No","Legal Last Name","Preferred First Name","Legal First Name","Tutor Group","Email"\n"1001","Baker","Sam","Samuel","8A","s@hill.example"\n"1002","Khan","Zoë","Zoë","8A","z@hill.example"\n"Produced by Bromcom on 29/11/2026","","","","",""\n'),
    names: { '8A': 'Sam Zoë' },
    asked: ['Produced by Bromcom on 29/11/2026 > : total'],
    leftOut: ['Admission No', 'Email'],
  },
  'Google Classroom, grades of a class, with its rows of dates and points': {
    file: utf8('Last Name,First Name,Email Address,Seems legit,Who\'s really there?\n,,Date,2026-11-01,2026-11-08\n,,Points,100,100\n,,Class average,83,\nBaker,Sam,s@hill.example,90,80\nKhan,Zoë,z@hill.example,76,\n'),
    names: { '': 'Sam Zoë' },
    asked: ['Date > : header', 'Points > : header', 'Class average > : header'],
  },
  'a directory of Google Workspace, with teachers in it': {
    file: utf8('First Name [Required],Last Name [Required],Email Address [Required],Role\nSam,Baker,s@hill.example,Student\nBo,Carr,b@hill.example,Teacher\n'),
    names: { '': 'Sam' },
    asked: ['Bo > : not-pupil'],
  },
  'Teams, as a class notebook exports its people': {
    file: utf8('Display Name;User Principal Name;Role;Class\nSam Baker;s@hill.example;Student;7B\nZoë Khan;z@hill.example;Student;7B\n'),
    names: {},
    asked: ['Sam Baker > Sam: full-name', 'Zoë Khan > Zoë: full-name'],
  },
  'OneRoster\'s users alone, with a teacher and somebody who has left': {
    file: utf8('sourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName,grades\np1,active,true,s,student,a,Sam,Baker,05\np2,tobedeleted,true,s,student,b,Kai,Fox,05\nt1,active,true,s,teacher,c,Bo,Carr,\n'),
    names: { '': 'Sam' },
    asked: ['Kai > : left', 'Bo > : not-pupil'],
  },
  'Welsh, with semicolons and two classes': {
    file: utf8('Enw cyntaf;Cyfenw;Dosbarth;Dyddiad geni;UPN\nCerys;Price;5 Rowan;1/2/2017;A1\nLlŷr;Evans;5 Hazel;2/3/2017;A2\nMair;Rees;5 Rowan;3/3/2017;A3\n'),
    names: { '5 Rowan': 'Cerys Mair', '5 Hazel': 'Llŷr' },
    leftOut: ['Dyddiad geni', 'UPN'],
  },
  'a Welsh report, its group above': {
    file: utf8('Ysgol y Bryn\nGrŵp cofrestru: 6B\n\nEnw llawn,Rhyw\n"Price, Cerys",B\n"Evans, Llŷr",G\n'),
    names: { '6B': 'Cerys Llŷr' },
  },
  'one list with a heading for each class': {
    file: utf8('Forename,Surname,Gender\nClass: 5 Rowan,,\nSam,Baker,M\nZoë,Khan,F\nClass: 5 Hazel,,\nKai,Fox,M\nMina,Ali,F\n'),
    names: { '5 Rowan': 'Sam Zoë', '5 Hazel': 'Kai Mina' },
    asked: ['Class: 5 Rowan > : above', 'Class: 5 Hazel > : above'],
  },
  'a pupil in two classes, and the same row twice': {
    file: utf8('UPN,Forename,Surname,Class\nA1,Sam,Baker,7B/En1\nA1,Sam,Baker,7B/Ma2\nB1,Zoë,Khan,7B/En1\nB1,Zoë,Khan,7B/En1\n'),
    names: { '7B/En1': 'Sam Zoë' },
    asked: ['Zoë > : repeat', 'Sam > : two-classes'],
  },
  'two of one name in one class, and one in another': {
    file: utf8('Forename,Surname,Class\nAmelia,Hill,5R\nAmelia,Jones,5R\nAmelia,Fox,5H\nSam,Baker,5R\n'),
    names: { '5R': 'Sam', '5H': 'Amelia' },
    asked: ['Amelia > Amelia H: twice', 'Amelia > Amelia J: twice'],
  },
  'surnames in capitals, as registers print them': {
    file: utf8('Pupil Name,Class\nSMITH Elliot,5R\nDE LA CRUZ Ana,5R\n'),
    names: {},
    asked: ['SMITH Elliot > Elliot: full-name', 'DE LA CRUZ Ana > Ana: full-name'],
  },
  'a row that another program garbled, in a file that is right otherwise': {
    file: utf8('Forename,Surname\nŻaneta,Nowak\nÅ\uFFFDukasz,Nowak\nZoÃ«,Baker\nRenâ€™ee,Fox\n'),
    names: { '': 'Żaneta' },
    asked: ['Å\uFFFDukasz > Łukasz: garbled', 'ZoÃ« > Zoë: garbled', 'Renâ€™ee > Ren’ee: garbled'],
  },
  'a letter that is lost': {
    file: utf8('Forename,Surname\nZo\uFFFD,Baker\nSam,Fox\n'),
    names: { '': 'Sam' },
    asked: ['Zo\uFFFD > : lost-letter'],
  },
  'DOS letters': {
    file: letters('Forename;Surname;Form\r\nZoë;Baker;5R\r\nRené;Müller;5R\r\n', { ë: 0x89, é: 0x82, ü: 0x81 }),
    names: { '5R': 'Zoë René' },
  },
  'Central European letters': {
    file: letters('Imię;Nazwisko;Klasa\r\nŁukasz;Wójcik;5R\r\nŻaneta;Śliwa;5R\r\n', { ę: 0xEA, Ł: 0xA3, ó: 0xF3, Ż: 0xAF, Ś: 0x8C }),
    names: { '5R': 'Łukasz Żaneta' },
  },
  'Excel\'s hint for itself, and semicolons': {
    file: utf8('sep=;\nForename;Surname;Class\nSam;Baker;5R\nZoë;Khan;5R\n'),
    names: { '5R': 'Sam Zoë' },
  },
  'long titles with commas above a list with tabs': {
    file: utf8('Hill School, Hill Road, Hill\nClass list, autumn term\nPrinted 29/11/2026\nForename\tSurname\tForm\nSam\tBaker\t5R\nZoë\tKhan\t5R\n'),
    names: { '5R': 'Sam Zoë' },
  },
  'headings of a second page, and rows that are empty but for commas': {
    file: utf8('Forename,Surname,Form\nSam,Baker,5R\n,,\nForename,Surname,Form\nZoë,Khan,5R\n,,\nPage 2 of 2,,\n'),
    names: { '5R': 'Sam Zoë' },
    asked: ['Forename > : header', 'Page 2 of 2 > : total'],
  },
  'a form tutor beside the form': {
    file: utf8('Forename,Surname,Tutor,Form\nSam,Baker,Ms Bird,5R\nZoë,Khan,Ms Bird,5R\n'),
    names: { '5R': 'Sam Zoë' },
    leftOut: ['Tutor'],
  },
  'headings with what nobody needs around them, and two rows of them': {
    file: utf8('Student,,,Registration\nFirst Name [Required],Last Name [Required],UPN (unique pupil number),Reg. Group\nSam,Baker,A1,5R\nZoë,Khan,A2,5R\n'),
    names: { '5R': 'Sam Zoë' },
    leftOut: ['UPN (unique pupil number)'],
  },
  'what somebody is called, behind their name': {
    file: utf8('Forename,Surname,Form\nSamuel (Sam),Baker,5R\n"Zoë ""Zo""",Khan,5R\nO\'Neil,Fox,5R\n'),
    names: { '5R': 'O\'Neil' },
    asked: ['Samuel (Sam) > Sam: nickname', 'Zoë "Zo" > Zo: nickname'],
  },
  'a directory of Google Workspace as it is taken in': {
    file: utf8('First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Org Unit Path [Required]\nSam,Baker,s@hill.example,****,/Pupils\n'),
    names: { '': 'Sam' },
    leftOut: ['Email Address [Required]', 'Password [Required]', 'Org Unit Path [Required]'],
  },
  'legal and preferred names in Welsh': {
    file: utf8('Enw Cyfreithiol,Cyfenw Cyfreithiol,Enw Dewisol,Grŵp Cofrestru\nSamuel,Baker,Sam,5R\nZoë,Khan,,5R\n'),
    names: { '5R': 'Sam Zoë' },
  },
  'SIMS, a registration list with a line that counts below, and surnames of several words': {
    file: latin('5A : Registration group list,,,\r\nAdno,Name,Reg,M/F\r\n004512,NÍ BHRIAIN Róisín,5A,F\r\n004513,O\'CONNOR Seán,5A,M\r\nNumber of pupils,2,,\r\n'),
    names: {},
    asked: ['Number of pupils > : total', 'NÍ BHRIAIN Róisín > Róisín: full-name', 'O\'CONNOR Seán > Seán: full-name'],
    leftOut: ['Adno', 'M/F'],
  },
  'surname and names in one cell, with a middle name behind': {
    file: utf8('"Surname, Forename",Class\n"Adeyemi, Tolu",5A\n"O\'Connor, Seán Patrick",5A\n'),
    names: { '5A': 'Tolu' },
    asked: ['Seán Patrick > Seán: full-name'],
  },
  'surnames of several words before the name, as the heading says': {
    file: utf8('Surname Forename,Class\nVan der Berg Pieter,5A\nNowak Jan,5A\n'),
    names: { '5A': 'Pieter Jan' },
  },
  'a year, a class or a number behind whole names, and behind first names': {
    file: utf8('Pupil\nTolu Adeyemi (Year 5)\nAmelia Smith 5A\nSeán O\'Connor (004512)\nNia (5B)\nMaster Kai Fox\n'),
    names: {},
    asked: [
      'Tolu Adeyemi (Year 5) > Tolu: around', 'Amelia Smith 5A > Amelia: around', 'Seán O\'Connor (004512) > Seán: around', 'Nia (5B) > Nia: around',
      'Master Kai Fox > Kai: around',
    ],
  },
  'first names of two words beside surnames, and a heading that says there are middle names': {
    file: utf8('Forename,Surname,Class\nXin Yi,Wong,8Y\nTolu,Adeyemi,8Y\n'),
    names: { '8Y': 'Tolu' },
    asked: ['Xin Yi > Xin Yi: two-names'],
  },
  'all first names of a pupil': {
    file: utf8('Surname,Forename(s),Known Name\nAdeyemi,Toluwani Grace,Tolu\nSmith,Amelia Rose,\n'),
    names: { '': 'Tolu' },
    asked: ['Amelia Rose > Amelia: full-name'],
  },
  'iSAMS, where words of headings are written together': {
    file: utf8('"SchoolID","Fullname","Forename","Preferredname","Surname","DOB","NCYear","Form","Boardinghouse","Emailaddress"\n"1","Thomas Adeyemi","Thomas","Tom","Adeyemi","2014-03-02","8","8X","Day","t@s.example"\n"2","Olivia Chen","Olivia","","Chen","2014-03-03","8","8X","Day","o@s.example"\n'),
    names: { '8X': 'Tom Olivia' },
    leftOut: ['SchoolID', 'DOB', 'NCYear', 'Boardinghouse', 'Emailaddress'],
  },
  'Wonde, with underscores and moments of change': {
    file: utf8('id,upi,mis_id,surname,forename,legal_surname,created_at,form\nA13,1f3b4,1234,Evans,Elin,Evans,2024-09-01 10:00:00,6B\n'),
    names: { '6B': 'Elin' },
    leftOut: ['id', 'upi', 'mis_id', 'created_at'],
  },
  'a directory of Microsoft, where the department is the class': {
    file: utf8('displayName,surname,givenName,objectId,jobTitle,department\nTolu Adeyemi,Adeyemi,Tolu,0b1,Student,5A\nAmelia Smith,Smith,Amelia,0b2,Student,5A\nJo Bird,Bird,Jo,0b3,Teacher,\n'),
    names: { '5A': 'Tolu Amelia' },
    asked: ['Jo > : not-pupil'],
  },
  'people with addresses behind them, and somebody with a title': {
    file: utf8('Name;Role\nTolu Adeyemi <t@s.example>;Student\nMs Bird;Student\nSam Baker;Owner\n'),
    names: {},
    asked: ['Tolu Adeyemi <t@s.example> > Tolu: around', 'Ms Bird > : not-pupil', 'Sam Baker > : not-pupil'],
  },
  'a list in capitals': { file: utf8('FORENAME,SURNAME\nTOLU,ADEYEMI\nANNE-MARIE,O\'NEIL\nAJ,FOX\nZOË,KHAN\n'), names: { '': 'Tolu Anne-Marie AJ Zoë' } },
  'a column for each class': {
    file: utf8('Years 5 and 6\n5 Hazel,5 Rowan\nTolu,Amelia\nZoë,\n'),
    names: { '5 Hazel': 'Tolu Zoë', '5 Rowan': 'Amelia' },
  },
  'classes between the names of one column': {
    file: utf8('5 Hazel\nTolu\nAmelia\n\n5 Rowan\nSeán\nZoë\n'),
    names: { '5 Hazel': 'Tolu Amelia', '5 Rowan': 'Seán Zoë' },
    asked: ['5 Hazel > : above', '5 Rowan > : above'],
  },
  'columns that are spaces apart, from a PDF': {
    file: utf8('Tolu    Adeyemi    5A\nAmelia    Smith    5A\nSeán    O\'Connor    5B\n'),
    names: { '5A': 'Tolu Amelia', '5B': 'Seán' },
  },
  'quotation marks behind spaces, and what is to stay as it is': {
    file: utf8(' "Forename" , "Surname" , "Class"\n "Tolu" , "Adeyemi" , ="05A"\n "Amelia" , "Smith" , ="05A"\n'),
    names: { '05A': 'Tolu Amelia' },
  },
  'formulas and pieces of a page': {
    file: utf8('Forename,Surname\n=HYPERLINK("http://x.example"),Fox\n@SUM(A1),Hill\n<b>Tolu</b>,Adeyemi\nZo&euml;,Khan\n'),
    names: {},
    asked: ['=HYPERLINK("http://x.example") > : signs', '@SUM(A1) > : signs', '<b>Tolu</b> > Tolu: garbled', 'Zo&euml; > Zoë: garbled'],
  },
  'a day on which some have left': {
    file: utf8('Forename,Joined,Left\nTolu,2020-09-01,\nAmelia,2021-09-01,-\nSeán,2021-09-01,2026-07-20\n'),
    names: { '': 'Tolu Amelia' },
    asked: ['Seán > : left'],
  },
  'surnames that begin alike, and initials alone': {
    file: utf8('Forename,Surname\nAmelia,Smith\nAmelia,Stone\nTolu,Adeyemi\n'),
    names: { '': 'Tolu' },
    asked: ['Amelia > Amelia Sm: twice', 'Amelia > Amelia St: twice'],
  },
  'initials where others have a first name': {
    file: utf8('Name\n"Adeyemi, T."\n"Smith, Amelia"\n'), names: { '': 'Amelia' }, asked: ['T. > : initial'],
  },
  'headings in a language that is not known here': {
    file: utf8('Etunimi,Luokka\nTolu,5A\nAmelia,5A\n'), names: { '5A': 'Tolu Amelia' },
  },
  'Turkish, in its own letters': {
    file: letters('Ad;Soyad;Sınıf\nİbrahim;Yılmaz;5A\nŞeyma;Çelik;5A\n', { ı: 0xFD, İ: 0xDD, Ş: 0xDE, Ç: 0xC7 }),
    names: { '5A': 'İbrahim Şeyma' },
  },
  'the people of a course, copied from its page': {
    file: utf8('Students\n42 students\nTolu\nAmelia\n'), names: { '': 'Tolu Amelia' }, asked: ['42 students > : total'],
  },
  'a form that was filled in': {
    file: utf8('Timestamp,What is your first name?,What class are you in?\n2026/11/29 9:00:00 am GMT,Tolu,5A\n2026/11/29 9:01:00 am GMT,Amelia,5A\n'),
    names: { '5A': 'Tolu Amelia' },
    leftOut: ['Timestamp'],
  },
  'surnames first without headings, told by names that many have': {
    file: utf8('Adeyemi\tTolu\t5A\nSmith\tAmelia\t5A\nO\'Connor\tLily\t5A\n'), names: { '5A': 'Tolu Amelia Lily' },
  },
  'marks that point to a note, two names, more commas than one, and quotation marks of a word processor': {
    file: utf8('“Name”;“Class”\n“Tolu*”;5A\nSam/Samuel;5A\nSmith, Amelia;5A\nFox, Lily;5A\nKhan, Zoë;5A\nAde, Kai;5A\nSmith, Jr, Tom;5A\n'),
    names: { '5A': 'Amelia Lily Zoë Kai' },
    asked: ['Tolu* > Tolu: around', 'Sam/Samuel > Sam: around', 'Smith, Jr, Tom > Tom: around'],
  },
  'the name of a class above its names': { file: utf8('Hazel Class\nTolu\nAmelia\n'), names: { 'Hazel Class': 'Tolu Amelia' }, asked: ['Hazel Class > : above'] },
  'names in one line, with an "and"': { file: utf8('Tolu, Amelia and Seán'), names: { '': 'Tolu Amelia Seán' } },
  'a plain list of names, a line each': { file: utf8('Sam\nZoë\nKai\n'), names: { '': 'Sam Zoë Kai' } },
}

describe('a class list', () => {
  it.each(Object.entries(cases))('%s', (_, { file, names, asked = [], leftOut }) => {
    const sheet = readNameFile(file)
    expect(seenOf(sheet)).toEqual({ names, asked: [...asked] })
    if (leftOut) expect(sheet.leftOut).toEqual(leftOut)
  })

  it('holds nothing of what it left behind', () => {
    const { file } = cases['Arbor, a custom report with two forms and its title above'] ?? { file: utf8('') }
    expect(JSON.stringify(readNameFile(file))).not.toMatch(/A8232|2017|"Yes"|"Year 5"/)
  })

  it('beside a column of names keeps nothing of any other, and names each', () => {
    const { file } = { file: utf8('Forename,Surname,UPN,Address line 1,Town,Parent 1,Doctor,Dietary needs,Ethnic origin,Country of birth,Mode of travel,Home Learning Code,Zauber\nTolu,Adeyemi,H801200001001,1 High Street,Leeds,Mrs B Adeyemi,Dr Green,Halal,Black African,Ghana,Walk,ABCD-EFGH,Quark\nAmelia,Smith,H801200001002,2 High Street,Leeds,Mr C Smith,Dr Green,None,White British,UK,Car,JKLM-NPQR,Quark\n') }
    const sheet = readNameFile(file)
    expect(JSON.stringify(sheet)).not.toMatch(/H8012|Street|Leeds|Mrs|Green|Halal|African|Ghana|Walk|ABCD|Quark/)
    expect(sheet.leftOut).toHaveLength(11)
    expect(readNameFile(utf8('Tolu,Adeyemi,01/02/2017\nAmelia,Smith,02/02/2017\n')).leftOut).toEqual([3])
  })

  it('loses nobody and invents nobody, whatever the order of columns, what stands between cells, and the letters', () => {
    const first = fc.constantFrom('Sam', 'Zoë', 'Llŷr', 'Anne-Marie', 'O\'Neil', 'Łukasz', 'Siân', 'Nguyễn')
    const row = fc.record({ Forename: first, Surname: fc.constantFrom('Baker', 'Khan', 'Ó Sé'), Form: fc.constantFrom('5R', '5H'), DOB: fc.constant('01/02/2017') })
    const columns = fc.shuffledSubarray(['Forename', 'Surname', 'Form', 'DOB'] as const, { minLength: 4 })
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), columns, fc.constantFrom(',', ';', '\t', '|'), fc.constantFrom('\n', '\r\n', '\r'), fc.boolean(), (rows, order, delimiter, end, isWide) => {
      const text = [order.join(delimiter), ...rows.map(one => order.map(column => `"${one[column]}"`).join(delimiter))].join(end)
      const sheet = readNameFile(isWide ? utf16(text) : utf8(text))
      const found = sheet.columns[sheet.chosen]?.names.map(({ name }, place) => `${name} ${sheet.classes[0]?.of[place]}`)
      expect(found).toEqual(rows.map(({ Forename, Form }) => `${Forename} ${Form}`))
    }), { numRuns: 60 })
  })

  it('whatever bytes are in it, is read or refused with a reason', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      try {
        readNameFile(bytes)
      }
      catch (error) {
        expect(error).toMatchObject({ problem: expect.any(String) })
      }
    }), { numRuns: 200 })
  })
})
