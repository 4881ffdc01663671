/** Class lists of systems and programs in schools, with what they really have beside names, read as the page reads them. */
import { describe, expect, it } from 'vitest'
import { seenOf } from '../../tests/support/staff/seen-list.ts'
import { sourceOf } from './list-source'
import { readNameText } from './name-list'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string) => Uint8Array.from(Buffer.from(`\uFEFF${text}`, 'utf16le'))
/** Windows-1252, as far as its letters are Latin 1's, and its curly apostrophe. */
const windows = (text: string) => Uint8Array.from(text, sign => (sign === '’' ? 0x92 : sign.charCodeAt(0)))

interface Case {
  /** A file; a text is pasted. */
  readonly list: Uint8Array | string
  readonly names: Readonly<Record<string, string>>
  readonly asked?: readonly string[]
  readonly leftOut?: readonly (string | number)[]
}

const cases: Readonly<Record<string, Case>> = {
  'Arbor, an ad hoc report with everything about support and health': {
    list: utf8('Student,Legal first name,Preferred first name,Legal last name,Registration form,SEN status,SEN need type,Pupil Premium,EAL,Medical conditions,Dietary requirements,LAC,Safeguarding note\n"KHAN, Amina",Amina,Mina,Khan,7 Oak,SEN Support,SLCN,Y,Y,Asthma,Halal,N,\n"ap Rhys, Gruffudd",Gruffudd,Gruff,ap Rhys,7 Oak,None,,N,N,,,N,see file\n'),
    names: { '7 Oak': 'Mina Gruff' },
    leftOut: [
      'SEN status', 'SEN need type', 'Pupil Premium', 'EAL',
      'Medical conditions', 'Dietary requirements', 'LAC', 'Safeguarding note',
    ],
  },
  'SIMS, a discover report with UPN, FSM and ethnicity': {
    list: utf8('UPN,Legal Surname,Legal Forename,Chosen Name,Reg Group,Year Group,FSM Eligible,Ethnicity,First Language,In Care\nA123,Smith-Jones,Oluwaseun,Seun,8M,Year  8,T,Black - African,Yoruba,F\nB123,Ó Briain,Tadhg,Tadhg,8M,Year  8,F,White - Irish,Irish,F\n'),
    names: { '8M': 'Seun Tadhg' },
    leftOut: ['UPN', 'Year Group', 'FSM Eligible', 'Ethnicity', 'First Language', 'In Care'],
  },
  'SIMS, names with a preferred one in brackets and the year behind the group': {
    list: windows('Class List: 9X/Ma1\r\nStaff: Mr P Hughes\r\nEffective Date: 30/11/2026\r\n\r\nName,Reg Group,Gender\r\n"O’Neill, Caoimhe (Keeva)",9H,F\r\n"de la Cruz, José María",9K,M\r\n"Lewis, Siân",9H,F\r\n'),
    names: { '9H': 'Siân' },
    asked: ['Caoimhe (Keeva) > Keeva: nickname', 'José María > José: full-name'],
    leftOut: ['Gender'],
  },
  'Bromcom, a group with roll number and house': {
    list: utf8('"Roll Number","Name","Gender","Date of Birth","House","SEN Type","Attendance %"\n"12","Ahmed Ibrahim","M","12/03/2015","Red","K","96.4"\n"13","Niamh Kelly","F","01/09/2014","Blue","N","88.1"\n'),
    names: {},
    asked: ['Ahmed Ibrahim > Ahmed: full-name', 'Niamh Kelly > Niamh: full-name'],
    leftOut: ['Roll Number', 'Gender', 'Date of Birth', 'House', 'SEN Type', 'Attendance %'],
  },
  'ScholarPack, with flags between names': {
    list: utf8('Surname,Forename,Known As,Class,NCY,SEN,PP,FSM6,EAL,Allergies\nPatel,Aarav,,Kestrel,4,K,PP,,EAL,Nuts\nWiśniewska,Małgorzata,Gosia,Kestrel,4,,,,EAL,\nBrown,Tia-Mae,,Kestrel,4,E,,,,\n'),
    names: { Kestrel: 'Aarav Gosia Tia-Mae' },
    leftOut: ['NCY', 'SEN', 'PP', 'FSM6', 'EAL', 'Allergies'],
  },
  'iSAMS, pupil manager': {
    list: utf8('School ID,Forename,Middle Names,Surname,Preferred Name,Form,NC Year,Boarding House,Tutor,Medical Flag\n00123,Alexander,James,Cholmondeley-Browne,Xander,10RW,10,Grange,Dr A Ross,Y\n00124,Yuki,,Tanaka,,10RW,10,Day,Dr A Ross,N\n'),
    names: { '10RW': 'Xander Yuki' },
    leftOut: ['School ID', 'Middle Names', 'NC Year', 'Boarding House', 'Tutor', 'Medical Flag'],
  },
  'Go4Schools, a mark sheet': {
    list: utf8('Student,Reg,PP,SEN,KS2 Score,Target,Current,Effort\nAisha BEGUM,10B,Y,,104,6,5,Good\nThomas EVANS,10B,,K,98,5,5-,Excellent\nTomos LLOYD,10B,,,101,5,6,Good\n'),
    names: {},
    asked: ['Aisha BEGUM > Aisha: full-name', 'Thomas EVANS > Thomas: full-name', 'Tomos LLOYD > Tomos: full-name'],
    leftOut: ['PP', 'SEN', 'KS2 Score', 'Target', 'Current', 'Effort'],
  },
  'ClassCharts, with points of behaviour': {
    list: utf8('First name,Last name,Form,Positive,Negative,Total,Attendance\nFatima,Hussain,7A,34,2,32,98%\nJacob,Mc Donald,7A,20,11,9,91%\n'),
    names: { '7A': 'Fatima Jacob' },
    leftOut: ['Positive', 'Negative', 'Total', 'Attendance'],
  },
  'Google Classroom, people copied from the page': {
    list: 'Students\n28 students\nActions\nSelect all\nAdeola Bakare\nBen Whitfield\nChan Tai Man\n',
    names: {},
    asked: [
      '28 students > : total',
      'Actions > : total',
      'Select all > : total',
      'Adeola Bakare > Adeola: full-name',
      'Ben Whitfield > Ben: full-name',
      'Chan Tai Man > Chan: full-name',
    ],
  },
  'Teams for Education, a team\'s members': {
    list: utf8('Name,Title,Location,Tags,Role\nHarpreet Kaur,,,,Member\nLiam Doherty,,,,Member\nMs J Carter,Teacher,,,Owner\n'),
    names: {},
    asked: ['Harpreet Kaur > Harpreet: full-name', 'Liam Doherty > Liam: full-name', 'Ms J Carter > : not-pupil'],
    leftOut: ['Title', 'Location', 'Tags', 'Role'],
  },
  'Excel, title rows and merged cells saved as CSV': {
    list: utf8('St Mary\'s CE Primary School,,,,\nClass list 2026-27,,,,\n,,,,\nTeacher:,Mrs Green,,TA:,Mr Ali\n,,,,\nNo.,Pupil,,D.O.B.,Notes\n,Forename,Surname,,\n1,Ella,Hart,03/05/2018,\n2,Musa,Diallo,11/11/2017,inhaler in office\n3,Zofia,Nowak,20/01/2018,\n'),
    names: { '': 'Ella Musa Zofia' },
    asked: ['Mrs Green > : above', 'Forename > : header'],
    leftOut: ['No.', 3, 'D.O.B.', 'Notes'],
  },
  'Excel, the form in merged cells, copied': {
    list: 'Form\tForename\tSurname\tSEN\n7P\tOwain\tMorgan\tE\n\tCerys\tBowen\t\n\tElin\tPugh\tK\n7Q\tIestyn\tRees\t\n',
    names: { '7P': 'Owain Cerys Elin', '7Q': 'Iestyn' },
    leftOut: ['SEN'],
  },
  'Excel in UTF-16, Arabic and Chinese names in their own letters': {
    list: utf16('Name\tClass\tHome language\r\nعمر حسن\t6B\tArabic\r\n王小明\t6B\tMandarin\r\nPriya\t6B\tTamil\r\n'),
    names: { '6B': 'Priya' },
    asked: ['عمر حسن > عمر: full-name', '王小明 > 小明: full-name'],
    leftOut: ['Home language'],
  },
  'first names in their own letters': {
    list: utf8('First name,Class,Home language\nعمر,6B,Arabic\n小明,6B,Mandarin\nPriya,6B,Tamil\n'),
    names: { '6B': 'عمر 小明 Priya' },
    leftOut: ['Home language'],
  },
  'Welsh medium, with its own columns': {
    list: utf8('Enw cyntaf,Cyfenw,Dosbarth,Prydau ysgol am ddim,ADY,Dyddiad geni,Iaith y cartref\nMacsen,ap Dafydd,Derwen,Ydy,,01/02/2018,Cymraeg\nNon,Wyn Jones,Derwen,,Ydy,05/06/2018,Saesneg\nSiôn,Prys,Derwen,,,07/08/2018,Cymraeg\n'),
    names: { Derwen: 'Macsen Non Siôn' },
    leftOut: ['Prydau ysgol am ddim', 'ADY', 'Dyddiad geni', 'Iaith y cartref'],
  },
  'Gaelic medium in Scotland, by SEEMiS': {
    list: utf8('SCN,Forename,Known Name,Surname,Stage,Reg Class,FME,ASN\n123456789,Eilidh,,NicDhòmhnaill,P6,6G,N,N\n123456790,Ruairidh,Ruairi,MacLeòid,P6,6G,Y,Y\n'),
    names: { '6G': 'Eilidh Ruairi' },
    leftOut: ['SCN', 'Stage', 'FME', 'ASN'],
  },
  'Northern Ireland, C2k': {
    list: utf8('Surname,Forename,Year,Class,Religion,Free School Meals,SEN Stage,Transport\nMcAleese,Caolán,Year 10,10C,Catholic,N,0,Bus 4\nStewart,Jamie-Lee,Year 10,10C,Presbyterian,Y,2,\n'),
    names: { '10C': 'Caolán Jamie-Lee' },
    leftOut: ['Year', 'Religion', 'Free School Meals', 'SEN Stage', 'Transport'],
  },
  'mononyms, and people of one name': {
    list: utf8('Legal Surname,Legal Forename,Class\n,Sukarno,5B\n.,Wulandari,5B\nSingh,-,5B\nSmith,Joe,5B\n'),
    names: { '5B': 'Sukarno Wulandari Joe' },
    asked: ['- Singh > : no-letter'],
  },
  'twins, and siblings in two classes': {
    list: utf8('Forename,Surname,DOB,Class,Siblings\nAlice,Hart,01/02/2016,6A,Amy Hart (6A)\nAmy,Hart,01/02/2016,6A,Alice Hart (6A)\nMohammed,Ali,04/05/2016,6A,\nMohammed,Ahmed,04/06/2016,6A,\nMohammed,Ali,09/08/2017,5A,\n'),
    names: { '6A': 'Alice Amy' },
    asked: ['Mohammed > Mohammed Al: twice', 'Mohammed > Mohammed Ah: twice', 'Mohammed > : two-classes'],
    leftOut: ['DOB', 'Siblings'],
  },
  'legal and preferred in one heading': {
    list: utf8('Legal/Preferred Forename,Legal/Preferred Surname,Class\nElizabeth/Lizzie,Moore,8K\nJoseph,Okafor,8K\n'),
    names: { '8K': 'Lizzie Joseph' },
  },
  'preferred pronouns and gender identity': {
    list: utf8('Preferred first name,Legal surname,Pronouns,Gender identity,Sex,Class\nAlex,Wood,they/them,Non-binary,F,9T\nSam,Reid,he/him,,M,9T\n'),
    names: { '9T': 'Alex Sam' },
    leftOut: ['Pronouns', 'Gender identity', 'Sex'],
  },
  'contacts of families beside pupils': {
    list: utf8('Pupil Forename,Pupil Surname,Class,Contact 1 Name,Contact 1 Relationship,Contact 1 Mobile,Contact 2 Name,GP Name,Court order\nLeah,Cohen,2L,Mrs R Cohen,Mother,07700900123,Mr D Cohen,Dr Shah,\nAdam,Nowicki,2L,Anna Nowicka,Mother,07700900124,,Dr Shah,Yes\n'),
    names: { '2L': 'Leah Adam' },
    leftOut: ['Contact 1 Name', 'Contact 1 Relationship', 'Contact 1 Mobile', 'Contact 2 Name', 'GP Name', 'Court order'],
  },
  'a fire register, with ticks': {
    list: utf8('Fire Register - Year 3 Willow,,,\nPrinted: 30/11/2026 08:51,,,\nPupil Name,AM,Present,Signed\n"Abbott, Finn",/,,\n"Bashir, Zahra",/,,\n"Okonkwo-Reilly, Chidera",L,,\n'),
    names: { 'Year 3 Willow': 'Finn Zahra Chidera' },
    leftOut: ['AM', 'Present', 'Signed'],
  },
  'a trip list with money and medicine': {
    list: utf8('Name,Form,Paid,Consent,Medication,Swimmer?\nEvie T,6H,£15.00,Y,EpiPen,Y\nKyle B,6H,£0.00,N,,N\nMuhammad A,6H,£15.00,Y,,Y\n'),
    names: { '6H': 'Evie T Kyle B Muhammad A' },
    leftOut: ['Paid', 'Consent', 'Medication', 'Swimmer?'],
  },
  'semicolons, groups of sets and a class for each subject': {
    list: utf8('Name;English Set;Maths Set;Tutor Group\nPrice, Lowri;En1;Ma2;9D\nVaughan, Dafydd;En2;Ma1;9D\n'),
    names: { '9D': 'Lowri Dafydd' },
    leftOut: ['English Set', 'Maths Set'],
  },
  'pasted from a letter: numbered, surname in capitals, comma at the end': {
    list: '1. BAKER Tolu,\n2. FOX Maisie,\n3. VAN DER BERG Lotte,\n4. O\'SHEA Aoife\n',
    names: {},
    asked: [
      'BAKER Tolu > Tolu: full-name',
      'FOX Maisie > Maisie: full-name',
      'VAN DER BERG Lotte > Lotte: full-name',
      'O\'SHEA Aoife > Aoife: full-name',
    ],
  },
  'Seesaw and Class Dojo, names with an initial and a picture beside': {
    list: utf8('Student Name,Sign-in Code,Parent Connected\nAva M.,ABC-DEF,yes\nNoah P.,GHI-JKL,no\n'),
    names: { '': 'Ava M. Noah P.' },
    leftOut: ['Sign-in Code', 'Parent Connected'],
  },
  'MIS, surname and forename twice, as legal and as preferred': {
    list: utf8('Preferred Surname,Preferred Forename,Legal Surname,Legal Forename,Reg,Leaving Date,Enrolment Status\nNovák,Tomáš,Novák,Tomáš,11F,,Current\nDavies,Ffion,Davies,Ffion,11F,21/10/2026,Leaver\nGuest,Ola,Guest,Aleksandra,11F,,Guest\n'),
    names: { '11F': 'Tomáš Ola' },
    asked: ['Ffion > : left'],
    leftOut: ['Leaving Date', 'Enrolment Status'],
  },
}

describe('a class list', () => {
  it.each(Object.entries(cases))('%s', (_, { list, names, asked = [], leftOut }) => {
    const source = typeof list === 'string' ? { kind: 'sheet' as const, sheet: readNameText(list) } : sourceOf([{ name: 'list.csv', bytes: list }], '2026-11-30')
    if (source.kind !== 'sheet') throw new Error('it is one list')
    expect(seenOf(source.sheet)).toEqual({ names, asked })
    if (leftOut) expect(source.sheet.leftOut).toEqual(leftOut)
  })
})
