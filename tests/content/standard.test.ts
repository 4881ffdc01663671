/** What holds the standard itself: the guessers find what a reader found in the first lessons. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { playerLesson, lesson as lessonSchema } from '#activities/lesson'
import { guess } from '../../server/content/lint/measure/guessers.ts'
import { parseYaml } from '../../server/content/library/parse-yaml.ts'
import { rehearsedPlan } from '../../server/content/lint/packs.ts'
import { fixtureText } from './fixture.ts'

/** Every question with one right option as the first six lessons asked them in November 2026. */
const frozen = z
  .record(z.string(), z.record(z.string(), z.array(z.object({ options: z.array(z.string()), right: z.int() }))))
  .parse(JSON.parse(readFileSync(new URL('frozen/questions-2026-11.json', import.meta.url), 'utf8')))

/** In per cent, by lesson in the order of the file. */
const figures = (kind: string, strategy: string) => Object.values(frozen).map(kinds =>
  Math.round(100 * (guess(kinds[kind] ?? []).find(one => one.strategy === strategy)?.share ?? 0)))
const best = (kind: string, without: string) => Object.values(frozen).map(kinds =>
  Math.round(100 * Math.max(...guess(kinds[kind] ?? []).filter(({ strategy }) => !strategy.includes(without)).map(({ share }) => share))))

describe('the guessers, on the first six lessons', () => {
  it('in the quiz: the right option is written first in nearly all, and who tells somebody is right in 42 to 69 of 100', () => {
    expect(figures('quiz', 'first')).toEqual([100, 100, 100, 100, 45, 100])
    expect(figures('quiz', 'tells')).toEqual([42, 54, 57, 49, 69, 46])
    expect(Math.max(...best('quiz', 'first'))).toBeGreaterThanOrEqual(64)
  })

  it('in the checks: the shortest is right in all of three lessons and in 92, 58 and 50 of 100; who tells, in 67 to 81 in four', () => {
    expect(figures('checks', 'shortest')).toEqual([50, 100, 92, 100, 100, 58])
    expect(figures('checks', 'tells').filter(share => share >= 67 && share <= 81)).toHaveLength(4)
  })

  it('in practice: the option on top is the thoughtful one in every question of one lesson', () => {
    expect(Math.max(...figures('practice', 'first'))).toBe(100)
  })

  it('where chance decides, nobody does better than chance', () => {
    const even = [{ options: ['aa', 'bb', 'cc'], right: 1 }]
    expect(guess(even).find(({ strategy }) => strategy === 'longest')?.share).toBeCloseTo(1 / 3)
  })
})

it('a pupil gets nothing of what the lint reads: what is known where stays on the server', () => {
  const result = parseYaml(lessonSchema, fixtureText('good-standard.yml'), 'good-standard.yml')
  if (!result.ok) throw new Error('the lesson breaks the schema')
  expect(JSON.stringify(result.parsed.value)).toContain('"known":["place-known"]')
  expect(JSON.stringify(playerLesson(result.parsed.value))).not.toContain('known"')
})

it('a plan that leaves out the rehearsal is named, and one that has it is not', () => {
  const result = parseYaml(lessonSchema, fixtureText('good-standard.yml'), 'good-standard.yml')
  if (!result.ok) throw new Error('the lesson breaks the schema')
  const plan = (screens: string[]) => ({ plan: [{ phase: 'interaction' as const, minutes: 3, text: 'x', screens }] })
  expect(rehearsedPlan(plan(['kite']), result.parsed.value)).toMatchObject([{ rule: 'rehearsal-plan' }])
  expect(rehearsedPlan(plan(['kite', 'say']), result.parsed.value)).toEqual([])
})
