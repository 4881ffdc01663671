/** What `npm test` says at its end: each step, and of those that failed which tests and why. */
import { existsSync, readFileSync } from 'node:fs'

/**
 * @typedef {object} Outcome
 * @property {number} passed how many tests; a check is one
 * @property {number} failed
 * @property {readonly string[]} why a line or two for each that failed
 * @property {string} output everything that was printed, where it failed
 * @property {readonly string[]} [flaky] as `why`, for each that passed when it was tried again
 * @typedef {Outcome & { name: string, seconds: number }} StepOutcome
 */

/** Tests of one step that the summary names. */
const MOST_NAMED = 12

const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')

/** @returns {string[]} the end of what a program printed, without empty lines and colours */
export const lastLines = (/** @type {string} */ output, count = 15) =>
  output.replace(colours, '').split('\n').filter(line => line.trim() !== '').slice(-count)

const firstLine = (/** @type {string | undefined} */ message) => lastLines(message ?? '', Infinity)[0] ?? 'no message'

/** Vitest's report; it tries nothing again. @returns {{ passed: number, why: string[], flaky?: undefined }} */
export function readUnitReport(/** @type {string} */ file) {
  if (!existsSync(file)) return { passed: 0, why: [] }
  const { numPassedTests, testResults } = JSON.parse(readFileSync(file, 'utf8'))
  const why = testResults.flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter(test => test.status === 'failed')
    // A file that could not be read has no tests.
    if (status === 'failed' && failed.length === 0) return [`${name}\n  ${firstLine(message)}`]
    return failed.map(({ fullName, failureMessages }) => `${name}: ${fullName}\n  ${firstLine(failureMessages[0])}`)
  })
  return { passed: numPassedTests, why }
}

/** Playwright's report. @returns {{ passed: number, why: string[], flaky: string[] }} */
export function readBrowserReport(/** @type {string} */ file) {
  if (!existsSync(file)) return { passed: 0, why: [], flaky: [] }
  const { stats, suites, errors } = JSON.parse(readFileSync(file, 'utf8'))
  const specsOf = suite => [...suite.specs ?? [], ...(suite.suites ?? []).flatMap(specsOf)]
  const specs = suites.flatMap(specsOf)
  const named = ({ file, line, title, tests }) =>
    `${file}:${line}: ${title}\n  ${firstLine(tests.flatMap(test => test.results).find(result => result.error)?.error.message)}`
  return {
    passed: stats.expected + stats.flaky,
    why: [
      ...errors.map(({ message }) => firstLine(message)),
      ...specs.filter(({ ok }) => !ok).map(named),
    ],
    flaky: specs.filter(({ ok, tests }) => ok && tests.some(({ status }) => status === 'flaky')).map(named),
  }
}

/** @returns {string} the last words of `npm test`; the last line is the count of everything */
export function summaryOf(/** @type {readonly StepOutcome[]} */ outcomes) {
  const width = Math.max(...outcomes.map(({ name }) => name.length))
  const table = outcomes.map(({ name, passed, failed, seconds }) =>
    `${name.padEnd(width)}  ${failed > 0 ? `FAILED (${failed} of ${passed + failed})` : passed > 0 ? `passed (${passed})` : 'not asked'}, ${seconds} s`)
  const failures = outcomes.filter(({ failed }) => failed > 0)
  const reasons = failures.map(({ name, why }) => [
    `\n${name} failed:`,
    ...why.slice(0, MOST_NAMED).map(line => `  ${line.replaceAll('\n', '\n  ')}`),
    ...why.length > MOST_NAMED ? [`  and ${why.length - MOST_NAMED} more; what they printed stands above.`] : [],
  ].join('\n'))
  const flaky = outcomes.flatMap(outcome => outcome.flaky ?? [])
  const names = failures.map(({ name }) => name).join(',')
  const sum = (/** @type {'passed' | 'failed'} */ which) => outcomes.reduce((total, outcome) => total + outcome[which], 0)
  return [
    ...table,
    ...reasons,
    ...flaky.length > 0 ? ['\nPassed only when tried again. A flaky test is a bug, of the test or of the app: mend it.'] : [],
    ...flaky.map(line => `  ${line.replaceAll('\n', '\n  ')}`),
    ...names === '' ? [] : [`\nTo run only ${failures.length === 1 ? 'this' : 'these'} again: npm test -- --only ${names}`],
    `\n${sum('passed')} passed, ${sum('failed')} failed`,
  ].join('\n')
}
