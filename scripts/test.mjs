/** `npm test`: everything that has to hold, fast things first, with one count at the end. */
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit } from './audit.mjs'
import { ensureApp, ensureInstalled, ensurePlayer, requireNode, run } from './setup.mjs'

const reports = mkdtempSync(join(tmpdir(), 'whos-there-test-'))
const total = { passed: 0, failed: 0 }

function show(output) {
  console.log(output.split('\n').slice(-120).join('\n'))
}

/** A check that passes or fails as a whole. */
async function check(label, script) {
  const { code, output } = await run(label, 'npm', ['run', '--silent', script])
  if (code === 0) total.passed++
  else {
    total.failed++
    show(output)
  }
}

/** A test runner that writes a JSON report; its tests are counted one by one. */
async function tests(label, command, args, { report, count, extraEnv }) {
  const { code, output } = await run(label, command, args, { extraEnv })
  const counted = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  if (code !== 0 && counted.failed === 0) counted.failed = 1
  total.passed += counted.passed
  total.failed += counted.failed
  console.log(`  ${counted.passed} passed, ${counted.failed} failed`.replace(/^ {2}/, '  tests: '))
  if (code !== 0) show(output)
}

/** What the registry says of the packages; where it does not answer, a line says so and nothing is counted. */
async function audited() {
  for (const { passed, text } of await audit()) {
    if (passed === true) total.passed++
    if (passed === false) total.failed++
    console.log(text)
  }
}

async function chromium() {
  if (process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(existsSync)) return
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await run('Installing Chromium for the browser tests', 'sh', ['-c', 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium'])
  }
  else console.log('The browser tests need Chromium or Chrome. Install it (Debian: apt-get install chromium), or name its program in CHROMIUM.')
}

requireNode()
await ensureInstalled()
await chromium()
await check('Content lint', 'lint:content')
const unitReport = join(reports, 'unit.json')
// Two that take one core each, so that neither is idle.
const style = check('Code style', 'lint')
const registry = audited()
await tests('Unit and component tests', 'vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${unitReport}`], {
  report: unitReport,
  count: json => ({ passed: json.numPassedTests, failed: json.numFailedTests }),
})
await Promise.all([style, registry])
await check('Types', 'typecheck')
await ensurePlayer()
await check('Unused files, exports and packages', 'knip')
await ensureApp()
await check('Bundle budgets', 'size')
const browserReport = join(reports, 'browser.json')
await tests('Browser and package tests', 'playwright', ['test', '--reporter=line,json'], {
  report: browserReport,
  extraEnv: { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport },
  count: ({ stats }) => ({ passed: stats.expected + stats.flaky, failed: stats.unexpected }),
})

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
