import { zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { classesIn, sourceOf } from './list-source'

const TODAY = '2026-11-29'
const bytes = (text: string) => new TextEncoder().encode(text)
const of = (files: Readonly<Record<string, string>>) =>
  classesIn(sourceOf(Object.entries(files).map(([name, text]) => ({ name, bytes: bytes(text) })), TODAY))
    .map(({ title, entries }) => `${title}: ${entries.map(({ listed }) => listed.name).join(' ')}`)
const school = {
  'classes.csv': 'sourcedId,title,classType,courseSourcedId\nc1,5 Hazel,homeroom,x\nc2,Maths,scheduled,x\n',
  'users.csv': 'sourcedId,givenName,familyName,role\np1,Tolu,Adeyemi,student\n',
  'enrollments.csv': 'classSourcedId,userSourcedId,role\nc1,p1,student\nc2,p1,student\n',
}

it('a new year\'s classes are read from a list, from several, and from the files of a school or their zip', () => {
  expect(of({ 'list.csv': 'Forename,Class\nTolu,5A\nAmelia,5B\n' })).toEqual(['5A: Tolu', '5B: Amelia'])
  expect(of({ '5A.csv': 'Forename\nTolu\n', '5B.csv': 'Forename\nAmelia\n' })).toEqual(['5A: Tolu', '5B: Amelia'])
  expect(of(school)).toEqual(['5 Hazel: Tolu'])
  const zip = zipSync(Object.fromEntries(Object.entries(school).map(([name, text]) => [name, bytes(text)])))
  expect(classesIn(sourceOf([{ name: 'export.zip', bytes: zip }], TODAY)).map(({ title }) => title)).toEqual(['5 Hazel'])
  expect(of({ 'list.csv': 'Forename,Surname\nTolu,Adeyemi\n' })).toEqual([])
})
