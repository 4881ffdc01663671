import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { UnreadableFile } from './list-table'
import { areSchoolFiles, readSchoolFiles, readSeveralLists, unzipped } from './school-files'
import type { NamedBytes } from './school-tables'

const TODAY = '2026-11-29'
const bytes = (text: string) => new TextEncoder().encode(text)
const filesOf = (texts: Readonly<Record<string, string>>): NamedBytes[] =>
  Object.entries(texts).map(([name, text]) => ({ name, bytes: bytes(text) }))
const problemOf = (work: () => unknown) => {
  try {
    work()
    return 'none'
  }
  catch (error) {
    return error instanceof UnreadableFile ? error.problem : 'another'
  }
}

const oneRoster12 = {
  'manifest.csv': 'propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\nfile.users,bulk\nfile.classes,bulk\nfile.enrollments,bulk\nfile.roles,bulk\nfile.orgs,bulk\n',
  'orgs.csv': 'sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId\ns1,,,Hill School,school,,\n',
  'academicSessions.csv': 'sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear\ny1,,,2026-27,schoolYear,2026-09-01,2027-07-31,,2027\ny0,,,2025-26,schoolYear,2025-09-01,2026-07-31,,2026\n',
  'classes.csv': 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds,subjects,subjectCodes,periods\nc5,,,5 Rowan,05,co,5R,homeroom,,s1,y1,,,\ncH,,,Hazel,04,co,4H,homeroom,,s1,y1,,,\ncM,,,Maths set 1,,co,M1,scheduled,,s1,y1,,,\ncO,,,4 Rowan,04,co,4R,homeroom,,s1,y0,,,\ncX,,,Empty,,co,X,homeroom,,s1,y1,,,\n',
  'users.csv': 'sourcedId,status,dateLastModified,enabledUser,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password,userMasterIdentifier,resourceSourcedIds,preferredGivenName,preferredMiddleName,preferredFamilyName,primaryOrgSourcedId,pronouns\n'
    + 'p1,,,true,p1,,Samuel,Baker,,A823,p1@hill.example,,,,05,,,,Sam,,,s1,\np2,,,true,p2,,Zoë,Khan,,B823,,,,,05,,,,,,,s1,\np3,,,true,p3,,Zoë,Cole,,C823,,,,,05,,,,,,,s1,\np4,,,false,p4,,Gone,Away,,,,,,,05,,,,,,,s1,\np5,,,true,p5,,Kai,Fox,,,,,,,04,,,,,,,s1,\nt1,,,true,t1,,Ms,Bird,,,Bird@Hill.example,,,,,,,,,,,s1,\n',
  'roles.csv': 'sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,userProfileSourcedId\nr1,,,p1,primary,student,,,s1,\nr6,,,t1,primary,teacher,,,s1,\n',
  'enrollments.csv': 'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate\n'
    + 'e1,,,c5,s1,p1,student,,2026-09-01,\ne2,,,c5,s1,p2,student,,,\ne3,,,c5,s1,p3,student,,,2027-07-31\ne4,,,c5,s1,p4,student,,,\ne5,,,c5,s1,p5,student,,2025-09-01,2026-10-01\ne6,,,c5,s1,t1,teacher,true,,\ne7,,,c5,s1,nobody,student,,,\n'
    + 'e8,,,cH,s1,p5,student,,,\ne9,,,cH,s1,p5,student,,,\ne10,,,cM,s1,p1,student,,,\ne11,,,cO,s1,p1,student,,,2026-07-31\n',
}

describe('OneRoster', () => {
  it('1.2: several classes with pupils, by what they are called, and teachers by their address', () => {
    const files = unzipped(zipSync(Object.fromEntries(Object.entries(oneRoster12).map(([name, text]) => [`export/${name}`, bytes(text)]))))
    expect(areSchoolFiles(files)).toBe(true)
    const { classes, leftOut } = readSchoolFiles(files, TODAY)
    expect(classes.map(({ title, year, isUsual, names, teachers, ended, unknown }) => ({ title, year, isUsual, names: names.map(({ name, initial }) => `${name} ${initial}`), teachers, ended, unknown }))).toEqual([
      { title: '4 Rowan', year: '', isUsual: false, names: [], teachers: [], ended: 1, unknown: 0 },
      { title: '5 Rowan', year: '', isUsual: true, names: ['Sam B', 'Zoë K', 'Zoë C'], teachers: ['bird@hill.example'], ended: 2, unknown: 1 },
      { title: 'Hazel', year: '4', isUsual: true, names: ['Kai F'], teachers: [], ended: 0, unknown: 0 },
      { title: 'Maths set 1', year: '', isUsual: false, names: ['Sam B'], teachers: [], ended: 0, unknown: 0 },
    ])
    expect(leftOut).toEqual(['enabledUser', 'username', 'familyName', 'identifier', 'email', 'grades', 'primaryOrgSourcedId'])
    expect(JSON.stringify(classes)).not.toMatch(/Baker|Khan|A823|p1@/)
  })

  it('1.1, where the role stands with the person, and files that people renamed', () => {
    const { classes } = readSchoolFiles(filesOf({
      'a.csv': 'sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType\nc1,active,2026-09-01,5B,,x,5B,homeroom\n',
      'b.csv': '\uFEFFsourcedId,status,enabledUser,orgSourcedIds,role,username,givenName,familyName,email\np1,active,true,s,student,x,Sam,Baker,\nt1,active,true,s,teacher,x,Bo,Carr,bo@hill.example\n',
      'c.csv': 'sourcedId,status,classSourcedId,userSourcedId,role\ne1,active,c1,p1,\ne2,active,c1,t1,\ne3,tobedeleted,c1,p1,student\n',
    }), TODAY)
    expect(classes).toEqual([
      { title: '5B', year: '', isUsual: true, names: [{ name: 'Sam', initial: 'B' }], teachers: ['bo@hill.example'], ended: 1, unknown: 0 },
    ])
  })

  it.each([
    ['a list of changes', { ...oneRoster12, 'manifest.csv': 'propertyName,value\nfile.enrollments,delta\n' }, 'roster-changes'],
    ['files without the people', { 'classes.csv': oneRoster12['classes.csv'], 'enrollments.csv': oneRoster12['enrollments.csv'] }, 'roster-part'],
    ['files without who is in which class', { 'classes.csv': oneRoster12['classes.csv'], 'users.csv': oneRoster12['users.csv'] }, 'roster-part'],
    ['files with nobody in them', { ...oneRoster12, 'enrollments.csv': 'sourcedId,classSourcedId,userSourcedId,role\n' }, 'empty'],
    ['a quotation mark that never closes', { ...oneRoster12, 'classes.csv': 'sourcedId,title,classType\nc1,"5B,homeroom\n' }, 'quote'],
  ])('%s: says which way it is', (_, texts, problem) => {
    expect(problemOf(() => readSchoolFiles(filesOf(texts), TODAY))).toBe(problem)
  })
})

it('School Data Sync: sections, students, teachers and their rosters', () => {
  const { classes } = readSchoolFiles(filesOf({
    'School.csv': 'SIS ID,Name\ns1,Hill School\n',
    'Section.csv': 'SIS ID,School SIS ID,Section Name,Section Number\nc1,s1,5 Rowan,1\n',
    'Student.csv': 'SIS ID,School SIS ID,Username,First Name,Last Name,Grade\np1,s1,sam@hill.example,Sam,Baker,5\np2,s1,z,ZoÃ«,Khan,5\n',
    'Teacher.csv': 'SIS ID,School SIS ID,Username,First Name,Last Name\nt1,s1,bo@hill.example,Bo,Carr\n',
    'StudentEnrollment.csv': 'Section SIS ID,SIS ID\nc1,p1\nc1,p2\n',
    'TeacherRoster.csv': 'Section SIS ID,SIS ID\nc1,t1\n',
  }), TODAY)
  expect(classes).toEqual([{
    title: '5 Rowan', year: '', isUsual: true, teachers: ['bo@hill.example'], ended: 0, unknown: 0,
    names: [{ name: 'Sam', initial: 'B' }, { name: 'Zoë', initial: 'K', inFile: 'ZoÃ«' }],
  }])
})

describe('a zip', () => {
  it('of one list is that list, and what is no list stays packed', () => {
    const files = unzipped(zipSync({ 'list.csv': bytes('Name\nSam\n'), 'photo.png': bytes('x'), '__MACOSX/list.csv': bytes('x') }))
    expect(files.map(({ name }) => name)).toEqual(['list.csv'])
    expect(areSchoolFiles(files)).toBe(false)
  })

  it.each([
    ['with no list in it', zipSync({ 'photo.png': bytes('x') }), 'zip'],
    ['that is cut off', zipSync({ 'list.csv': bytes('Name\nSam\n'.repeat(50)) }).slice(0, 60), 'zip'],
    ['that would unpack to far too much', zipSync({ 'list.csv': new Uint8Array(31_000_000) }), 'too-large'],
    ['of far too many lists', zipSync(Object.fromEntries(Array.from({ length: 50 }, (_, place) => [`${place}.csv`, bytes('x')]))), 'too-large'],
  ])('%s is refused', (_, zip, problem) => {
    expect(problemOf(() => unzipped(zip))).toBe(problem)
  })
})

describe('other forms of the same files', () => {
  it('School Data Sync as it is for the UK, with a number that is a pupil and a teacher, and a term that is over', () => {
    const { classes, leftOut } = readSchoolFiles(filesOf({
      'Section.csv': 'ID,School DfE Number,Section Name,Section Number,Term EndDate\n700,1,5 Hazel,1,7/31/2027\n701,1,4 Hazel,2,31/7/2026\n',
      'Student.csv': 'ID,School DfE Number,First Name,Last Name,Username\n1,1,Tolu,Adeyemi,ta\n2,1,Amelia,Smith,as\n',
      'Teacher.csv': 'ID,School DfE Number,First Name,Last Name,Username\n1,1,Jo,Bird,bird@hill.example\n',
      'StudentEnrollment.csv': 'Section ID,ID\n700,1\n700,2\n701,1\n',
      'TeacherRoster.csv': 'Section ID,ID\n700,1\n',
    }), TODAY)
    expect(classes.map(({ title, isUsual, names, teachers }) => [title, isUsual, names.map(({ name }) => name).join(' '), ...teachers])).toEqual([
      ['4 Hazel', false, 'Tolu'],
      ['5 Hazel', true, 'Tolu Amelia', 'bird@hill.example'],
    ])
    expect(leftOut).toEqual(['School DfE Number', 'Last Name', 'Username'])
  })

  it('Clever, whose sections name their teachers', () => {
    const { classes } = readSchoolFiles(filesOf({
      'students.csv': 'School_id,Student_id,Last_name,First_name,DOB\n1,50,Adeyemi,Tolu,02/01/2017\n1,51,Chen,Li Wei,02/02/2017\n',
      'teachers.csv': 'School_id,Teacher_id,Teacher_email,First_name,Last_name\n1,90,Bird@hill.example,Jo,Bird\n',
      'sections.csv': 'School_id,Section_id,Teacher_id,Teacher_2_id,Name\n1,70,90,,5 Hazel\n',
      'enrollments.csv': 'School_id,Section_id,Student_id\n1,70,50\n1,70,51\n',
      'schools.csv': 'School_id,School_name\n1,Hill\n',
    }), TODAY)
    expect(classes).toMatchObject([
      { title: '5 Hazel', isUsual: true, names: [{ name: 'Tolu', initial: 'A' }, { name: 'Li Wei', initial: 'C' }], teachers: ['bird@hill.example'] },
    ])
  })

  it('two classes of one title are two, and of classes of the same pupils one is chosen', () => {
    const { classes } = readSchoolFiles(filesOf({
      'classes.csv': 'sourcedId,orgSourcedId,title,code\nc1,s,Hazel,4H\nc2,s,Hazel,5H\nc3,s,Maths,M\n',
      'users.csv': 'sourcedId,givenName,familyName,role\np1,Tolu,Adeyemi,Student\np2,Amelia,Smith,Student\n',
      'enrollments.csv': 'classSourcedId,userSourcedId,role\nc1,p1,Student\nc2,p2,Student\nc3,p1,Student\n',
    }), TODAY)
    expect(classes.map(({ title, isUsual, names }) => [title, isUsual, names.length])).toEqual([
      ['Hazel (4H)', true, 1], ['Hazel (5H)', true, 1], ['Maths', false, 1],
    ])
  })

  it('people without names are no reason to ask for other files', () => {
    expect(problemOf(() => readSchoolFiles(filesOf({
      'Section.csv': 'SIS ID,School SIS ID,Section Name\n700,1,5 Hazel\n',
      'Student.csv': 'SIS ID,School SIS ID,Username\n1,1,ta\n',
      'StudentEnrollment.csv': 'Section SIS ID,SIS ID\n700,1\n',
    }), TODAY))).toBe('roster-names')
  })

  it('one list with numbers of pupils and a section is a list', () => {
    expect(areSchoolFiles(filesOf({ 'list.csv': 'ID,First Name,Last Name,Section Name\n1,Tolu,Adeyemi,5A\n' }))).toBe(false)
  })

  it('lists that were chosen together are a class each, by the name of the file where they name none', () => {
    const files = filesOf({ 'lists/5A.csv': 'Forename,Surname\nTolu,Adeyemi\nTotal: 1,\n', '5B and C.csv': 'Forename,Form\nAmelia,5B\nSeán,5C\n' })
    expect(areSchoolFiles(files)).toBe(false)
    const { classes, leftOut } = readSeveralLists(files)
    expect(classes.map(({ title, names }) => [title, names.map(({ name, doubt = '' }) => `${name} ${doubt}`.trim())])).toEqual([
      ['5A', ['Total: 1 total', 'Tolu']], ['5B', ['Amelia']], ['5C', ['Seán']],
    ])
    expect(leftOut).toEqual(['Surname'])
  })
})
