/** `npm test`: everything that has to hold, fast things first, with one count at the end. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArguments } from './setup/arguments.mjs'
import { audit } from './audit.mjs'
import { chromiumPath } from './setup/chromium.mjs'
import { testSteps } from './setup/commands.mjs'
import { ensureApp, ensureInstalled, ensurePlayer, requireNode, run } from './setup/setup.mjs'

const reports = mkdtempSync(join(tmpdir(), 'whos-there-test-'))
const total = { passed: 0, failed: 0 }
/** Names of steps, for whoever reads the last lines only. */
const failedSteps = new Set()

/** Two may run beside each other, so each says itself whether it failed. */
async function during(/** @type {string} */ name, /** @type {() => Promise<boolean>} */ work) {
  if (!await work()) failedSteps.add(name)
}

function show(output) {
  console.log(output.split('\n').slice(-120).join('\n'))
}

/** A check that passes or fails as a whole. @returns whether it passed */
async function check(label, script) {
  const { code, output } = await run(label, 'npm', ['run', '--silent', script])
  if (code === 0) total.passed++
  else {
    total.failed++
    show(output)
  }
  return code === 0
}

/** A test runner that writes a JSON report; its tests are counted one by one. @returns whether all passed */
async function tests(label, command, args, { report, count, extraEnv }) {
  const { code, output } = await run(label, command, args, { extraEnv })
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  if (code !== 0 && counted.failed === 0) counted.failed = 1
  total.passed += counted.passed
  total.failed += counted.failed
  console.log(`  ${counted.passed} passed, ${counted.failed} failed`.replace(/^ {2}/, '  tests: '))
  if (code !== 0) show(output)
  return code === 0
}

/** What the registry says of the packages; where it does not answer, a line says so and nothing is counted. */
async function audited() {
  const answers = await audit()
  for (const { passed, text } of answers) {
    if (passed === true) total.passed++
    if (passed === false) total.failed++
    console.log(text)
  }
  return answers.every(({ passed }) => passed !== false)
}

async function chromium() {
  if (chromiumPath()) return
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await run('Installing Chromium for the browser tests', 'sh', [
      '-c',
      'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium',
    ])
  }
  else
    console.log(
      'The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium), or name its program in CHROMIUM.',
    )
}

requireNode()
const { values } = readArguments('test')
const asked = values.only?.split(',').map(step => step.trim())
const unknown = asked?.find(step => !testSteps.some(known => known === step))
if (unknown !== undefined) {
  console.error(`npm test has no step "${unknown}". The steps are: ${testSteps.join(', ')}.`)
  process.exit(2)
}

/** @returns what the step does, or nothing where it was not asked for */
const step = (/** @type {(typeof testSteps)[number]} */ name, /** @type {() => Promise<boolean>} */ work) =>
  asked && !asked.includes(name) ? undefined : during(name, work)
const unitReport = join(reports, 'unit.json')
const browserReport = join(reports, 'browser.json')

await ensureInstalled()
await step('content', () => check('Content lint', 'lint:content'))
// Two that take one core each, so that neither is idle.
const besides = [step('style', () => check('Code style', 'lint')), step('audit', audited)]
await step('unit', () =>
  tests('Unit and component tests', 'vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`], {
    report: unitReport,
    count: json => ({ passed: json.numPassedTests, failed: json.numFailedTests }),
  }),
)
await Promise.all(besides)
await step('types', () => check('Types', 'typecheck'))
await step('unused', async () => {
  await ensurePlayer()
  return check('Unused files, exports and packages', 'knip')
})
await step('size', async () => {
  await ensureApp()
  return check('Bundle budgets', 'size')
})
await step('browser', async () => {
  await chromium()
  await ensureApp()
  return tests('Browser and package tests', 'playwright', ['test', '--reporter=line,json'], {
    report: browserReport,
    extraEnv: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
    count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
  })
})

if (failedSteps.size > 0)
  console.log(`\nFailed: ${[...failedSteps].join(', ')}. To run only these again: npm test -- --only ${[...failedSteps].join(',')}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
