/** A language is an argument: only the settings name one, and every language that they name can be used. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { languageOf } from '#shared/text/language-of'
import { DEFAULT_LANGUAGE, languages } from '#shared/text/languages'
import { areas } from '../../i18n/areas'
import { playerTexts, previewTexts } from '../../i18n/player-texts'

/** Where languages are named, and files whose business is another one. */
const settings: Readonly<Record<string, string>> = {
  'shared/text/languages.json': 'the list',
  'shared/text/languages.ts': 'what the list\'s fields are, by example',
  'i18n/player-texts.ts': 'a line for each language that has the player\'s words',
  'shared/text/language-of.ts': 'which rules are about English',
  'i18n/player-words.ts': 'the words that stand in the app\'s own script',
  'scripts/packages/run-package/serve-package.ts': 'a test LMS around a package, which nobody reads',
}

const source = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.vue', '*.mjs'], {
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter(path => existsSync(path) && !/^(?:tests|bench)\/|\.test\.ts$|^content\/|\.d\.ts$/.test(path) && !(path in settings))

const textsIn = (part: object): string[] =>
  Object.values(part).flatMap((value: unknown) => typeof value === 'string' ? [value] : textsIn(value as object))

it('no file but the settings names the default language', () => {
  const named = new RegExp(
    `(['"\`])${DEFAULT_LANGUAGE.locale}(?:-GB)?\\1|(?:locales|player|lessons|packs|help)/${DEFAULT_LANGUAGE.locale}(?:[/.]|-GB)`,
  )
  const found = source.flatMap(path =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, index) => (named.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(found).toEqual([])
})

it('no text is formatted or compared in the language of the machine', () => {
  const found = source.filter(path => /\.toLocale(?:Date|Time)?String\(\)|new Intl\.\w+\(\)/.test(readFileSync(path, 'utf8')))
  expect(found).toEqual([])
})

describe.each(languages)('$name', ({ locale, tag }) => {
  it('has a locale that files and lessons can have, and a tag that browsers know', () => {
    expect(locale).toMatch(/^[a-z]{2}(?:-[A-Z]{2})?$/)
    expect(Intl.getCanonicalLocales(tag)).toEqual([tag])
    expect(tag.split('-')[0]).toBe(locale.split('-')[0])
  })

  it('has its texts where there are files of them', () => {
    expect(locale in playerTexts).toBe(existsSync(`i18n/player/${locale}.json`))
    expect(locale in previewTexts).toBe(existsSync(`i18n/preview/${locale}.json`))
    expect(readFileSync('server/platform/sentences.ts', 'utf8').includes(`i18n/server/${locale}.json`)).toBe(existsSync(`i18n/server/${locale}.json`))
  })

  it('has as many cases in each text as it has kinds of numbers, and perhaps one more for none', () => {
    const kinds = new Intl.PluralRules(tag).resolvedOptions().pluralCategories.length
    const files = [`i18n/server/${locale}.json`, ...areas.map(area => `i18n/locales/${locale}/${area}.json`)].filter(path => existsSync(path))
    const texts = files.flatMap(path => textsIn(JSON.parse(readFileSync(path, 'utf8')) as object))
    const cases = (text: string) => text.split(' | ').length
    expect(texts.filter(text => cases(text) > 1 && ![kinds, kinds + 1].includes(cases(text)))).toEqual([])
  })
})

it('a lesson may be in a language that the app does not speak yet', () => {
  expect(languageOf('cy')).toEqual({ locale: 'cy', tag: 'cy', name: 'Cymraeg', direction: 'ltr' })
  expect(languageOf('ur')).toMatchObject({ direction: 'rtl' })
  expect(languageOf(DEFAULT_LANGUAGE.locale)).toBe(DEFAULT_LANGUAGE)
})
