import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import en from '../../i18n/server/en.json' with { type: 'json' }
import { say } from './sentences'

const code = readdirSync('server', { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map(path => readFileSync(join('server', path), 'utf8')).join('\n')
/** Keys with something put in, as `join-${reason}`. */
const made = [...code.matchAll(/`([a-z-]+-)\$\{/g)].map(([, start = '']) => start)

it.each(Object.keys(en))('the sentence "%s" is said somewhere', (key) => {
  expect(code.includes(`'${key}'`) || made.some(start => key.startsWith(start))).toBe(true)
})

it.each(Object.entries(en).filter(([, text]) => text.includes('{')))('what stands in "%s" is given wherever it is said', (key, text) => {
  const uses = code.split('\n').filter(line => line.includes(`'${key}'`))
  expect(uses.length).toBeGreaterThan(0)
  for (const [, place] of text.matchAll(/\{(\w+)\}/g))
    for (const use of uses) expect(use).toMatch(new RegExp(`values: \\{.*\\b${place}\\b`))
})

it('puts values and other sentences into a sentence, and takes English where a language has none', () => {
  const wait = { key: 'wait-seconds', values: { count: 7 } } as const
  expect(say({ key: 'tried-often', values: { wait } }, 'en')).toContain('Wait 7 seconds, then')
  expect(say({ key: 'tried-often', values: { wait } }, 'cy')).toContain('Wait 7 seconds, then')
})
