/** `npm test`: everything that has to hold, fast things first, and at the end what each step came to and why one failed. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArguments } from './setup/arguments.mjs'
import { audit } from './audit.mjs'
import { testBrowserPath } from './setup/chromium.mjs'
import { testSteps } from './setup/commands.mjs'
import { ensureApp, ensureInstalled, ensurePlayer, requireNode, run } from './setup/setup.mjs'
import { lastLines, readBrowserReport, readUnitReport, summaryOf } from './setup/test-report.mjs'

/** @typedef {import('./setup/test-report.mjs').Outcome} Outcome */

const reports = mkdtempSync(join(tmpdir(), 'whos-there-test-'))
const unitReport = join(reports, 'unit.json')
const browserReport = join(reports, 'browser.json')

/** A check that passes or fails as a whole. @returns {Promise<Outcome>} */
async function check(label, ...scripts) {
  for (const script of scripts) {
    const { code, output } = await run(label, 'npm', ['run', '--silent', script])
    if (code !== 0) return { passed: 0, failed: 1, why: lastLines(output), output }
  }
  return { passed: 1, failed: 0, why: [], output: '' }
}

/** A test runner that writes a JSON report; its tests are counted one by one. @returns {Promise<Outcome>} */
async function tests(label, command, args, read, extraEnv = {}) {
  const { code, output } = await run(label, command, args, { extraEnv })
  const { passed, why, flaky } = read()
  if (code === 0) return { passed, failed: 0, why, output: '', flaky }
  // One that failed as a whole has no test that did.
  return { passed, failed: Math.max(1, why.length), why: why.length > 0 ? why : lastLines(output), output, flaky }
}

/** What the registry says of the packages; where it does not answer, a line says so and nothing is counted. @returns {Promise<Outcome>} */
async function audited() {
  const answers = await audit()
  const wrong = answers.filter(({ passed }) => passed === false).map(({ text }) => text)
  for (const { text } of answers) console.log(text)
  return { passed: answers.filter(({ passed }) => passed === true).length, failed: wrong.length, why: wrong, output: '' }
}

async function chromium() {
  if (testBrowserPath()) return
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await run('Installing Chromium for the browser tests', 'sh', [
      '-c',
      'export DEBIAN_FRONTEND=noninteractive; apt-get update -qq; apt-get install -y -qq chromium-headless-shell || '
      + 'apt-get install -y -qq chromium',
    ])
  }
  else
    console.log(
      'The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium-headless-shell), or name its program in '
      + 'CHROMIUM.',
    )
}

/** @type {Readonly<Record<(typeof testSteps)[number], () => Promise<Outcome>>>} */
const steps = {
  content: () => check('Content lint', 'lint:content'),
  async unused() {
    await ensurePlayer()
    return check('Unused files, exports and packages', 'knip')
  },
  audit: audited,
  style: () => check('Code style', 'lint'),
  types: () => check('Types', 'types'),
  unit: () =>
    tests(
      'Unit and component tests',
      'vitest',
      ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`],
      () => readUnitReport(unitReport),
    ),
  async size() {
    await ensureApp()
    return check('Bundle budgets', 'size')
  },
  async browser() {
    await chromium()
    await ensureApp()
    return tests(
      'Browser and package tests',
      'playwright',
      ['test', '--reporter=line,json'],
      () => readBrowserReport(browserReport),
      { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    )
  },
}

requireNode()
const { values } = readArguments('test')
const asked = values.only?.split(',').map(step => step.trim())
const unknown = asked?.find(step => !testSteps.some(known => known === step))
if (unknown !== undefined) {
  console.error(`npm test has no step "${unknown}". The steps are: ${testSteps.join(', ')}.`)
  process.exit(2)
}

/** @type {import('./setup/test-report.mjs').StepOutcome[]} */
const outcomes = []

/** Runs a step where it was asked for. What a failed one printed is shown as soon as it is over. */
async function step(/** @type {(typeof testSteps)[number]} */ name) {
  if (asked && !asked.includes(name)) return
  const started = Date.now()
  const outcome = await steps[name]()
  outcomes.push({ name, seconds: Math.round((Date.now() - started) / 1000), ...outcome })
  if (outcome.failed > 0 && outcome.output !== '') console.log(`\n--- ${name} ---\n${lastLines(outcome.output, 120).join('\n')}\n--- end of ${name} ---\n`)
}

await ensureInstalled()
await step('content')
await step('unused')
// What Nuxt generates is written before the next ones begin, since all of them read it.
if (!asked || asked.includes('types')) await run('Preparing', 'nuxt', ['prepare', '--logLevel', 'silent'])
// Beside each other, so that no core is idle.
await Promise.all([step('unit'), step('audit'), step('style').then(() => step('types'))])
await step('size')
await step('browser')

console.log(`\n${summaryOf(outcomes)}`)
process.exit(outcomes.some(({ failed }) => failed > 0) ? 1 : 0)
