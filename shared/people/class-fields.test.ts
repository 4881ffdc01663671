import { expect, it } from 'vitest'
import { classFieldNames, classFieldsOf, describeClass, forClassFields } from './class-fields'

it('what staff write about a class is taken from it, and nothing else of it', () => {
  const fields = forClassFields(name => `its ${name}`)
  expect(Object.keys(fields)).toEqual(classFieldNames)
  const row = { id: 'c', code: 'CDEF-GHJK', ...fields }
  expect(classFieldsOf(row)).toEqual(fields)
})

it('a class is told from others by all that is written about it', () => {
  expect(describeClass(forClassFields(name => name))).toBe(classFieldNames.join(' · '))
  expect(describeClass({ ...forClassFields(() => ''), name: '5B' })).toBe('5B')
})
