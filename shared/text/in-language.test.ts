import { expect, it } from 'vitest'
import { inLanguage } from '#shared/text/in-language'

it.each([
  ['/join', '/join?lang=cy'],
  ['/teach/sign-in?next=%2Fteach', '/teach/sign-in?next=%2Fteach&lang=cy'],
  ['/guides/a?q=1#part', '/guides/a?q=1&lang=cy#part'],
  ['/join#key', '/join?lang=cy#key'],
  ['/my?lang=ur', '/my?lang=ur'],
  ['https://school.example/', 'https://school.example/'],
  ['//school.example/', '//school.example/'],
])('%s is %s in Welsh, and as it was in the default language', (address, welsh) => {
  expect(inLanguage(address, 'cy')).toBe(welsh)
  expect(inLanguage(address, 'en')).toBe(address)
})
