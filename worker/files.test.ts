import { expect, it } from 'vitest'
import { isFileOfItsKind, startsFromShell } from '#shared/lesson/offline'
import { filesFor, STARTS } from './files'

const chunk = (file: string, more = {}) => ({ file, ...more })

it('takes what pupils\' pages need, and nothing of staff\'s', () => {
  const manifest = {
    entry: chunk('entry.js', {
      isEntry: true,
      css: ['entry.css'],
      assets: ['font.woff2'],
      dynamicImports: [
        'pages/teach/index.vue',
        'pages/join.vue',
        'node_modules/part.js',
        ...['shared', 'pupil', 'staff'].map(area => `i18n/locales/en/${area}.json`),
      ],
    }),
    'node_modules/part.js': chunk('part.js'),
    ...Object.fromEntries(['shared', 'pupil', 'staff'].map(area => [`i18n/locales/en/${area}.json`, chunk(`${area}-words.js`)])),
    'pages/teach/index.vue': chunk('teach.js', { imports: ['staff.js'] }),
    'staff.js': chunk('staff.js'),
    ...Object.fromEntries(STARTS.map((key, index) => [key, chunk(`start-${index}.js`, { imports: ['shared.js'] })])),
    'shared.js': chunk('shared.js'),
  }
  expect(filesFor(manifest)).toEqual(
    [
      'entry.css',
      'entry.js',
      'font.woff2',
      'part.js',
      'pupil-words.js',
      'shared-words.js',
      'shared.js',
      ...STARTS.map((_, index) => `start-${index}.js`),
    ].sort(),
  )
  expect(() => filesFor({ entry: chunk('entry.js', { isEntry: true }) })).toThrow('pages/join.vue')
})

it.each([
  ['my', true],
  ['my/abc_-1', true],
  ['join', true],
  ['lessons/lying-online-9-11/play', true],
  ['my/a/certificate', false],
  ['teach/classes', false],
  ['api/my', false],
  ['', false],
  ['lessons', false],
  ['privacy', false],
])('"%s" starts from the shell: %s', (path, expected) => {
  expect(startsFromShell(path)).toBe(expected)
})

it.each([
  ['/_nuxt/a.js', 'text/javascript; charset=utf-8', true],
  ['/_nuxt/a.js', 'text/html', false],
  ['/pictures/a.svg', 'image/svg+xml', true],
  ['/pictures/a.svg', null, false],
  ['/shell', 'text/html;charset=utf-8', true],
])('%s as %s can be what it is called: %s', (path, type, expected) => {
  expect(isFileOfItsKind(path, type)).toBe(expected)
})
