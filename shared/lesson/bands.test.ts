import { expect, it } from 'vitest'
import { audiences, bands, registerOf } from '#shared/lesson/bands'

it('is warm for pupils of 7 to 11, and clear for older ones', () => {
  expect(bands.map(registerOf)).toEqual(['warm', 'warm', 'clear', 'clear'])
})

it('has help for every band and for adults', () => {
  expect(audiences).toEqual([...bands, 'adults'])
})
