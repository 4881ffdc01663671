import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder'
import { readBrowserReport, readUnitReport, summaryOf } from './test-report.mjs'

let folder = ''
beforeAll(() => {
  folder = temporaryFolder('report')
})
afterAll(() => removeFolder(folder))

function reportOf(report: object): string {
  const file = join(folder, 'report.json')
  writeFileSync(file, JSON.stringify(report))
  return file
}

const fine = { failed: 0, why: [], output: '' }

it('names each step, and of one that failed what and why; the last line counts everything', () => {
  expect(
    summaryOf([
      { name: 'style', seconds: 30, passed: 1, ...fine },
      { name: 'audit', seconds: 1, passed: 0, ...fine },
      { name: 'unit', seconds: 100, passed: 40, failed: 1, why: ['shared/a.test.ts: adds\n  expected 3 to be 4'], output: 'much' },
    ]).split('\n'),
  ).toEqual([
    'style  passed (1), 30 s',
    'audit  not asked, 1 s',
    'unit   FAILED (1 of 41), 100 s',
    '',
    'unit failed:',
    '  shared/a.test.ts: adds',
    '    expected 3 to be 4',
    '',
    'To run only this again: npm test -- --only unit',
    '',
    '41 passed, 1 failed',
  ])
})

it('names a dozen tests at most', () => {
  const why = Array.from({ length: 20 }, (_, index) => `test ${index}`)
  expect(summaryOf([{ name: 'unit', seconds: 1, passed: 0, failed: 20, why, output: '' }])).toContain('  test 11\n  and 8 more')
})

it('finds the tests that failed, and files that could not be read, in Vitest\'s report', () => {
  const file = reportOf({
    numPassedTests: 2,
    testResults: [
      { name: 'a.test.ts', status: 'failed', message: '', assertionResults: [
        { status: 'passed', fullName: 'holds', failureMessages: [] },
        { status: 'failed', fullName: 'breaks', failureMessages: ['\u001B[31mno\u001B[39m\n    at somewhere'] },
      ] },
      { name: 'b.test.ts', status: 'failed', message: 'cannot be read', assertionResults: [] },
      { name: 'c.test.ts', status: 'passed', message: '', assertionResults: [{ status: 'passed', fullName: 'holds', failureMessages: [] }] },
    ],
  })
  expect(readUnitReport(file)).toEqual({ passed: 2, why: ['a.test.ts: breaks\n  no', 'b.test.ts\n  cannot be read'] })
})

it('finds the tests that failed at any depth, and a server that did not start, in Playwright\'s report', () => {
  const spec = (title: string, ok: boolean) =>
    ({ file: 'x.spec.ts', line: 7, title, ok, tests: [{ results: [{ error: ok ? undefined : { message: `${title}!\nmore` } }] }] })
  const file = reportOf({
    stats: { expected: 1, flaky: 0 },
    errors: [{ message: 'the server did not start' }],
    suites: [{ specs: [spec('holds', true)], suites: [{ specs: [spec('breaks', false)] }] }],
  })
  expect(readBrowserReport(file)).toEqual({ passed: 1, why: ['the server did not start', 'x.spec.ts:7: breaks\n  breaks!'], flaky: [] })
})

it('names the tests that passed only when they were tried again', () => {
  const results = [{ error: { message: 'too early' } }, {}]
  const file = reportOf({
    stats: { expected: 1, flaky: 1 }, errors: [],
    suites: [{ specs: [{ file: 'x.spec.ts', line: 7, title: 'shakes', ok: true, tests: [{ status: 'flaky', results }] }] }],
  })
  const { passed, why, flaky } = readBrowserReport(file)
  expect({ passed, why, flaky }).toEqual({ passed: 2, why: [], flaky: ['x.spec.ts:7: shakes\n  too early'] })
  expect(summaryOf([{ name: 'browser', seconds: 9, passed, ...fine, flaky }]).split('\n').slice(1)).toEqual([
    '', 'Passed only when tried again. A flaky test is a bug, of the test or of the app: mend it.', '  x.spec.ts:7: shakes', '    too early',
    '', '2 passed, 0 failed',
  ])
})

it('finds nothing where there is no report', () => {
  for (const read of [readUnitReport, readBrowserReport]) expect(read(join(folder, 'none.json'))).toMatchObject({ passed: 0, why: [] })
})
