import { expect, it } from 'vitest'
import { classFieldNames, classFields, classFieldsOf, describeClass, forClassFields, schoolYearOf, aYearLater } from './class-fields'

it('what staff write about a class is taken from it, and nothing else of it', () => {
  const fields = forClassFields(name => `its ${name}`)
  expect(Object.keys(fields)).toEqual(classFieldNames)
  const row = { id: 'c', code: 'CDEF-GHJK', ...fields }
  expect(classFieldsOf(row)).toEqual(fields)
})

it('a class is told from others by all that is written about it', () => {
  const typed = classFieldNames.filter(name => !('choices' in classFields[name]))
  expect(describeClass(forClassFields(name => name))).toBe(typed.join(' · '))
  expect(describeClass({ ...forClassFields(() => ''), name: '5B' })).toBe('5B')
})

it.each([
  ['5 Rowan', '', 5],
  ['10B', '', 10],
  ['Year 7 set 2', '', 7],
  ['Y3 Oak', '', 3],
  ['Rowan', '', null],
  ['2026 leavers', '', null],
  ['Wednesday group', '6', 6],
  ['5 Rowan', '6', 6],
  ['14 Elm', '', null],
])('the year of a class called “%s” with “%s” written about it is %s', (name, year, found) => {
  expect(schoolYearOf({ name, year })).toBe(found)
})

it('a year later a class is called by its new year, and what was chosen for it goes along', () => {
  expect(aYearLater({ name: '5 Hazel', year: '' })).toEqual({ name: '6 Hazel', year: '' })
  expect(aYearLater({ name: 'Hazel', year: '5' })).toEqual({ name: 'Hazel', year: '6' })
  expect(aYearLater({ name: 'Hazel', year: '13' })).toEqual({ name: 'Hazel', year: '' })
  expect(aYearLater({ name: 'Wednesday group', year: '' })).toEqual({ name: 'Wednesday group', year: '' })
})
