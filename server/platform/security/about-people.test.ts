import { expect, it } from 'vitest'
import { isAboutPeople } from './about-people'

it.each([
  '/teach',
  '/Teach/classes',
  '/MY',
  '/my/abc',
  '/joiN?x=1',
  '/join/',
  '//my',
  '/%74each/classes',
  '/te%61ch',
  '/my%2Fabc',
  '/./my',
  '/setup?key=abc',
  '/API/lessons',
  '/api/lessons',
  '/%4Dy',
])('%s is about people', (path) => {
  expect(isAboutPeople(path)).toBe(true)
})

it.each(['/', '/lessons', '/lessons/my', '/mything', '/teaching', '/%E0%A4%A', '/help?at=/my'])('%s is not', (path) => {
  expect(isAboutPeople(path)).toBe(false)
})
