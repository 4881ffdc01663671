/** Class lists as people keep, copy and print them: plans, registers, pages, mail, and exports whose headings nobody would guess. */
import { describe, expect, it } from 'vitest'
import { seenOf } from '../../tests/support/staff/seen-list.ts'
import { readNameText } from './name-list'
import { readSchoolFiles } from './school-files'

interface Case {
  readonly text: string
  readonly names: Readonly<Record<string, string>>
  readonly asked?: readonly string[]
  readonly leftOut?: readonly (string | number)[]
}

const cases: Readonly<Record<string, Case>> = {
  'a tutor group in two cells above its list': {
    text: 'Tutor Group,8B,,\nLast Name,First Name,UPN,Gender\nKhan,Amina,A123456789012,F\nPoole,Dan,B123456789012,M\n',
    names: { '8B': 'Amina Dan' },
  },
  'the people of a course, teachers first, copied from its page': {
    text: 'Teachers\nMs Lowe\nJ Kent\nClassmates\n24 students\nAmina\nDan\n',
    names: { '': 'Amina Dan' },
    asked: ['Teachers > : above', 'Ms Lowe > : not-pupil', 'J Kent > : not-pupil', 'Classmates > : above', '24 students > : total'],
  },
  'fields of fields, the year beside the registration group': {
    text: 'surname,forename,legal_forename,year.data.name,registration_group.data.name\nKhan,Amina,Amina,Year 8,8B\nPoole,Dan,Daniel,Year 8,8B\n',
    names: { '8B': 'Amina Dan' },
    leftOut: ['year.data.name'],
  },
  'a homeroom': {
    text: 'Perm ID,Last Name,First Name,Grade,Homeroom\n12345,Khan,Amina,08,A12\n12346,Poole,Dan,08,A14\n',
    names: { A12: 'Amina', A14: 'Dan' },
  },
  'headings with a letter before them, and what must not stay': {
    text: 'SID,SLastName,SFirstName,SUserName,SPassword,CTeacher,CName\n1,Khan,Amina,ak,x,Kent,6W\n2,Poole,Dan,dp,y,Kent,6W\n',
    names: { '6W': 'Amina Dan' },
    leftOut: ['SID', 'SUserName', 'SPassword', 'CTeacher'],
  },
  'a seating plan without headings': {
    text: 'Whiteboard,,,,\nAmina,Dan,,Tia,Ryan\nChloe,Nusrat,,Ben,Zara\n,,,,\nMo,Lily,,Jake,Eva\n',
    names: { '': 'Amina Dan Tia Ryan Chloe Nusrat Ben Zara Mo Lily Jake Eva' },
    asked: ['Whiteboard > : above'],
  },
  'a seating plan by tables': {
    text: 'Seating plan 8B,,\nTable 1,Table 2,Table 3\nAmina,Tia,Mo\nDan,Ryan,\n', names: { '': 'Amina Tia Mo Dan Ryan' },
  },
  'boys and girls, numbered': { text: 'No,Boys,No,Girls\n1,Tom,1,Amina\n2,Mo,2,Zara\n', names: { '': 'Tom Amina Mo Zara' } },
  'houses across': { text: 'House,Red,Blue\n,Amina,Tom\n,Zara,Lily\n', names: { '': 'Amina Tom Zara Lily' } },
  'first, middle and last names without headings are no seating plan': {
    text: 'Cerys,Mair,Thomas\nRhys,Owen,Price\nMegan,Beth,Lewis\nIfan,Gruff,Evans\n', names: { '': 'Cerys Rhys Megan Ifan' },
  },
  'one list beside another': {
    text: 'Forename,Surname,,Forename,Surname\nAmina,Khan,,Tom,Day\nMo,Fox,,Zara,Ali\n', names: { '': 'Amina Mo Tom Zara' },
  },
  'classes beside each other, with surnames': {
    text: '5 Oak,,5 Elm,\nAmina,Khan,Tom,Day\nMo,Fox,Zara,Ali\n', names: { '5 Oak': 'Amina Mo', '5 Elm': 'Tom Zara' },
  },
  'classes beside each other, the surname first': {
    text: '5 Oak,,5 Elm,\nKhan,Amina,Day,Tom\nFox,Mo,Ali,Zara\n', names: { '5 Oak': 'Amina Mo', '5 Elm': 'Tom Zara' },
  },
  'rows that should be columns': {
    text: 'Forename,Amina,Tom,Mo\nSurname,Khan,Day,Fox\nClass,8B,8B,8B\n', names: { '8B': 'Amina Tom Mo' },
  },
  'a register, its days above the marks': {
    text: 'Register 8B,,,,\nName,Mon 02/11,,Tue 03/11,\n,AM,PM,AM,PM\n"Khan, Amina",/,\\,/,\\\n"Poole, Dan",/,\\,L,\\\n"Dunn, Tia",B,B,/,\\\n',
    names: { '8B': 'Amina Dan Tia' },
    asked: ['AM > : header'],
  },
  'a register without headings': { text: 'Amina,/,\\,N\nDan,/,\\,/\n', names: { '': 'Amina Dan' }, leftOut: [2, 3, 4] },
  'pictures of a class, by their files': {
    text: 'Khan_Amina_8B.jpg\nPoole_Dan_8B.jpg\nDunn_Tia_8B.jpg\n',
    names: {},
    asked: ['Khan_Amina_8B.jpg > Amina: around', 'Poole_Dan_8B.jpg > Dan: around', 'Dunn_Tia_8B.jpg > Tia: around'],
  },
  'lettered, and with signs of a document before them': { text: 'a) Amina\nb) Tom\nc) Mo\n', names: { '': 'Amina Tom Mo' } },
  'boxes and ticks before names': { text: '• Amina\n◦ Tom\n✓ Mo\n☐ Eva\n', names: { '': 'Amina Tom Mo Eva' } },
  'a class that stands in merged cells': {
    text: 'Class,Pupil,Year\nBadgers 3/4,Amina,3\n,Tom,4\n,Mo,3\nFoxes 5/6,Zara,5\n,Lily,6\n', names: { 'Badgers 3/4': 'Amina Tom Mo', 'Foxes 5/6': 'Zara Lily' },
  },
  'forms of one letter in several years': {
    text: 'Forename,Surname,Year,Form\nAmina,Khan,8,B\nTom,Day,8,C\nMo,Fox,9,B\n', names: { '8B': 'Amina', '8C': 'Tom', '9B': 'Mo' },
  },
  'one class, written in three ways': { text: 'Forename,Class\nAmina,8 B\nTom,8B\nMo,8b\nZara,8B\n', names: { '8B': 'Amina Tom Mo Zara' } },
  'what somebody is called, between their names': {
    text: 'Thomas (Tom) Day\nMuhammad ‘Mo’ Khan\nAmy-Lou\n',
    names: { '': 'Amy-Lou' },
    asked: ['Thomas (Tom) Day > Tom: nickname', 'Muhammad ‘Mo’ Khan > Mo: nickname'],
  },
  'apostrophes that only programs tell apart': {
    text: 'First name,Last name\nO\'Neil,Adams\nO’Neil,Brown\nD’Arcy,Hill\n',
    names: { '': 'D’Arcy' },
    asked: ['O\'Neil > O\'Neil A: twice', 'O’Neil > O’Neil B: twice'],
  },
  'surnames that begin with a small letter, and a name in two words': {
    text: 'Name\nde Souza Ana\nd\'Arcy William\nAbd al-Rahman Khan\nMary Kent\nOmar Hill\n',
    names: {},
    asked: ['de Souza Ana > Ana: full-name', 'd\'Arcy William > William: full-name', 'Abd al-Rahman Khan > Abd al-Rahman: full-name',
      'Mary Kent > Mary: full-name', 'Omar Hill > Omar: full-name',
    ],
  },
  'whole names with the surname first, which nothing says': {
    text: 'Pupil\nHarrow Amina\nBrandt Tom\nKessler Zara\nWoodford Lily\n',
    names: {},
    asked: ['Harrow Amina > Amina: full-name', 'Brandt Tom > Tom: full-name', 'Kessler Zara > Zara: full-name', 'Woodford Lily > Lily: full-name'],
  },
  'a surname in capitals beside the name, and another in its own column': {
    text: 'Forename,Surname\nSMITH Zoe,Hill\nXin Yi,Wong\nTom,Day\n', names: { '': 'Tom' }, asked: ['SMITH Zoe > Zoe: full-name', 'Xin Yi > Xin Yi: two-names'],
  },
  'two pupils whom a middle name tells apart are two': {
    text: 'First name,Middle name,Last name\nAmelia,Rose,Smith\nAmelia,Grace,Smith\n', names: { '': 'Amelia' }, asked: ['Amelia > Amelia S: twice'],
  },
  'the first letter of a surname in a column of its own': {
    text: 'First name,Initial\nAmina,B\nTom,D\nTom,E\n', names: { '': 'Amina' }, asked: ['Tom > Tom D: twice', 'Tom > Tom E: twice'],
  },
  'fields that are filled up with nothing': { text: 'Forename,Surname\nTom\u0000\u0000,Day\u0000\nMo,Fox\n', names: { '': 'Tom Mo' } },
  'a table in plain text': { text: '| First name | Class |\n|---|---|\n| Amina | 8B |\n| Tom | 8B |\n', names: { '8B': 'Amina Tom' } },
  'remarks behind names': {
    text: 'Amina (new!)\nTom - starts Monday\nMo (part time)\nLily x2\n',
    names: {},
    asked: ['Amina (new!) > Amina: around', 'Tom - starts Monday > Tom: around', 'Mo (part time) > Mo: around', 'Lily x2 > Lily: around'],
  },
  'who has left, as a remark says': {
    text: 'Name,Comment\nAmina,left-handed\nTom,left July 2026\nMo,moved to 6X\n', names: { '': 'Amina' }, asked: ['Tom > : left', 'Mo > : left'],
  },
  'counts, means and pauses': {
    text: 'Pupil,Class,Score\nAmina,6W,4\nTom,6W,3\nMale,1,\nAverage,,3.5\nBreak,,\n',
    names: { '6W': 'Amina Tom' },
    asked: ['Male > : total', 'Average > : total', 'Break > : total'],
  },
  'footers of a printed page': {
    text: 'Forename,Surname\nAmina,Khan\nConfidential,\nHillside Primary School - Page 1 of 1,\nHillside Primary School,\n',
    names: { '': 'Amina' },
    asked: ['Confidential > : total', 'Hillside Primary School - Page 1 of 1 > : total', 'Hillside Primary School > : above'],
  },
  'people of a mail program': {
    text: 'Amina Khan <a@x.example>, "Day, Tom" <t@x.example>; Mo Fox <m@x.example>',
    names: {},
    asked: ['Amina Khan > Amina: full-name', 'Tom Day > Tom: full-name', 'Mo Fox > Mo: full-name'],
  },
  'addresses alone': { text: 'amina.khan@x.example\ntom_day2@x.example\n', names: {}, asked: ['amina.khan@x.example > Amina: around', 'tom_day2@x.example > Tom: around'] },
  'rows in quotation marks whole': { text: '"Amina,Khan,8B"\n"Tom,Day,8B"\n', names: { '8B': 'Amina Tom' } },
  'two in a cell, and two in a line': { text: 'Amina and Tom\nMo & Zara\nEva\n', names: { '': 'Amina Tom Mo Zara Eva' } },
  'two in a line alone': { text: 'Amina, Tom', names: { '': 'Amina Tom' } },
  'a pupil without a first name can be told by the rest': { text: 'Forename,Surname\n,Sukarno\nTom,Day\n', names: { '': 'Tom' }, asked: ['Sukarno > : empty'] },
  'an English name beside another': { text: '英文名,姓名,班级\nAmina,王小明,5A\nTom,李伟,5A\n', names: { '5A': 'Amina Tom' } },
  'headings of several lines': { text: '"Legal\nForename","Reg\nGroup","Date of\nBirth"\nAmina,8B,1/2/2014\nTom,8B,1/2/2014\n', names: { '8B': 'Amina Tom' }, leftOut: ['Date of Birth'] },
}

describe('a class list', () => {
  it.each(Object.entries(cases))('%s', (_, { text, names, asked = [], leftOut }) => {
    const sheet = readNameText(text)
    expect(seenOf(sheet)).toEqual({ names, asked })
    if (leftOut) expect(sheet.leftOut).toEqual(leftOut)
  })
})

const filesOf = (texts: Readonly<Record<string, string>>) =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }))

describe('files of a school', () => {
  it('two classes of one title in two schools are told apart by the school', () => {
    const { classes } = readSchoolFiles(filesOf({
      'orgs.csv': 'sourcedId,name,type\ns1,Hill Primary,school\ns2,Dale Primary,school\n',
      'classes.csv': 'sourcedId,title,classType,schoolSourcedId\nc1,5 Oak,homeroom,s1\nc2,5 Oak,homeroom,s2\n',
      'users.csv': 'sourcedId,givenName,familyName,role\np1,Amina,Khan,student\np2,Tom,Day,student\n',
      'enrollments.csv': 'classSourcedId,schoolSourcedId,userSourcedId,role\nc1,s1,p1,student\nc2,s2,p2,student\n',
    }), '2026-11-30')
    expect(classes.map(({ title, names }) => [title, names[0]?.name])).toEqual([['5 Oak (Dale Primary)', 'Tom'], ['5 Oak (Hill Primary)', 'Amina']])
  })

  it('Canvas: sections are classes, and who was deleted is not in them', () => {
    const { classes } = readSchoolFiles(filesOf({
      'users.csv': 'user_id,login_id,first_name,last_name,email,status\n1,ak,Amina,Khan,,active\n2,td,Tom,Day,,deleted\n3,tl,Tara,Lowe,T@x.example,active\n',
      'sections.csv': 'section_id,course_id,name,status,start_date,end_date\ns1,c1,8B,active,,\n',
      'enrollments.csv': 'course_id,user_id,role,section_id,status\nc1,1,student,s1,active\nc1,2,student,s1,active\nc1,3,teacher,s1,active\n',
    }), '2026-11-30')
    expect(classes).toMatchObject([{ title: '8B', isUsual: true, names: [{ name: 'Amina' }], teachers: ['t@x.example'], ended: 1 }])
  })
})
