/** What our small compiler makes of the app's texts is what vue-i18n's own would. */
import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { createI18n } from 'vue-i18n'
import { describe, expect, it } from 'vitest'
import { compileMessage } from '../../i18n/compile-message'

interface Messages { readonly [key: string]: string | Messages }
const textsIn = (messages: Messages): string[] =>
  Object.values(messages).flatMap(value => (typeof value === 'string' ? [value] : textsIn(value)))
const texts = readdirSync('i18n/locales', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.json'))
  .flatMap(path => textsIn(JSON.parse(readFileSync(`i18n/locales/${path}`, 'utf8')) as Messages))

/** @returns the words for 0, 1, 2 and 7 of something, with every name filled in */
function said(text: string, messageCompiler?: typeof compileMessage) {
  const { t } = createI18n({
    legacy: false,
    locale: 'en',
    missingWarn: false,
    messages: { en: { text } },
    ...(messageCompiler ? { messageCompiler: messageCompiler as never } : {}),
  }).global
  const names = Object.fromEntries([...text.matchAll(/\{\s*([\w-]+)\s*\}/g)].map(([, name = ''], index) => [name, `<${name} ${index}>`]))
  return [
    t('text', names),
    ...[0, 1, 2, 7].map(count => t('text', { ...names, ...('n' in names || 'count' in names ? { n: count, count } : {}) }, count)),
  ]
}

describe('the compiler of messages', () => {
  it('gives every text of the app the same words as the library\'s own', () => {
    expect(texts.length).toBeGreaterThan(1_000)
    for (const text of texts) expect(said(text, compileMessage), text).toEqual(said(text))
  })

  it('does so for any text of what it knows', () => {
    const part = fc.constantFrom(
      '{name}',
      '{ other-name }',
      '{n}',
      '{\'|\'}',
      '{\'{\'}',
      '{\'@\'}',
      ' | ',
      ' ',
      'A word',
      'one.',
      '£5',
      'é',
      '…',
      '(',
      '"',
    )
    fc.assert(
      fc.property(
        fc
          .array(part, { minLength: 1, maxLength: 8 })
          .map(parts => parts.join(''))
          .filter(text => !/^\s|\s$|^\s*\||\|\s*(?:\||$)/.test(text.replaceAll('{\'|\'}', 'x'))),
        (text) => {
          expect(said(text, compileMessage)).toEqual(said(text))
        },
      ),
      { seed: 1, numRuns: 300 },
    )
  })

  it('no text asks for what it does not know: linked texts and places by number', () => {
    expect(texts.filter(text => /@[.:]|\{\s*\d+\s*\}/.test(text))).toEqual([])
  })
})

it('a bar in the title of a tab is a letter, and not the border between one and many', () => {
  const titlesIn = (messages: Messages): string[] => Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? (/^tab(?:-|$)/.test(key) ? [value] : []) : titlesIn(value))
  const titles = readdirSync('i18n/locales', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.json'))
    .flatMap(path => titlesIn(JSON.parse(readFileSync(`i18n/locales/${path}`, 'utf8')) as Messages))
  expect(titles.length).toBeGreaterThan(10)
  expect(titles.filter(title => title.replaceAll('{\'|\'}', '').includes('|'))).toEqual([])
})
