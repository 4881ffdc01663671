import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Report } from '#shared/scorm/run-time/report'
import { calmLine } from './calm-line'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const looked: Report = { kind: 'looked', place: 'API' }
const saved = (totalTime: string): Report => ({ kind: 'saved', values: {}, totalTime })
const ended: Report = { kind: 'session', state: 'ended' }

it('lets through what a lesson reports, and of one that runs wild only what counts', () => {
  const told: Report[] = []
  const report = calmLine(one => told.push(one), () => Date.now())
  for (let count = 0; count < 6_000; count++) report(looked)
  expect(told).toHaveLength(6_000)
  for (let count = 0; count < 100; count++) report(looked)
  for (let count = 0; count < 100; count++) report(saved(String(count)))
  expect(told.slice(6_000)).toEqual([{ kind: 'page', what: 'flood', text: '' }])
  vi.advanceTimersByTime(500)
  expect(told.slice(6_001)).toEqual([saved('99')])
  // Half a second has made room for a hundred.
  for (let count = 0; count < 200; count++) report(looked)
  expect(told).toHaveLength(6_102)
  report(saved('last'))
  report(ended)
  expect(told.slice(6_102)).toEqual([saved('last'), ended])
  vi.advanceTimersByTime(500)
  expect(told).toHaveLength(6_104)
})
