import { describe, expect, it } from 'vitest'
import { isFileOfItsKind, startsFromShell } from '#shared/lesson/offline'

describe('without a network, the app starts', () => {
  it.each([
    'join', 'join/', 'my', 'my/', 'my/abc-12_3', 'lessons/lying-online-9-11/play', 'lessons/x/play/',
  ])('at %s', path => expect(startsFromShell(path)).toBe(true))

  it.each([
    '', '/', 'joined', 'rejoin', 'a/join', 'my/abc/def', 'my//', 'my/a.b', 'me', 'lessons', 'lessons/x', 'lessons/x/text',
    'lessons/x/y/play', 'lessons//play', 'staff/lessons/x/play', 'join//', 'lessons/x/player',
  ])('not at %j, which shows what only the server knows', path => expect(startsFromShell(path)).toBe(false))
})

describe('what came under a file\'s address', () => {
  it.each([
    ['_nuxt/a.js', 'text/javascript; charset=utf-8'],
    ['_nuxt/a.js', 'application/javascript'],
    ['a.css', 'text/css'],
    ['fonts/a.woff2', 'font/woff2'],
    ['fonts/a.woff2', 'application/octet-stream'],
    ['pictures/a.svg', 'image/svg+xml'],
    ['a.json', 'application/json'],
    ['a.png', 'image/png'],
    ['a.png', null],
    ['a', 'text/html'],
    ['', null],
    ['a.js/list', 'text/html'],
  ])('%s as %s can be that file', (path, type) => expect(isFileOfItsKind(path, type)).toBe(true))

  it.each([
    ['_nuxt/a.js', 'text/html'],
    ['a.css', 'text/html'],
    ['a.css', 'x-text/css'],
    ['a.woff2', 'text/html'],
    ['a.svg', 'text/html'],
    ['a.svg', 'x/image/svg'],
    ['a.json', 'text/html'],
    ['a.json', 'x-application/json'],
    ['a.js', null],
    ['a.png.js', 'image/png'],
  ])('%s as %s cannot: a network\'s page of sign-in is not kept as it', (path, type) => expect(isFileOfItsKind(path, type)).toBe(false))
})
