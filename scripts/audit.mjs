/**
 * `npm run audit`: asks the npm registry for known weaknesses of the packages that run in production, and whether every package
 * is the one that its registry signed. A registry that does not answer is no failure of ours: then it says so, and nothing is
 * counted.
 */
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { readArguments } from './setup/arguments.mjs'
import { env, root } from './setup/setup.mjs'

/** Milliseconds; a check that hangs would hold everything up. */
const PATIENCE = 60_000

/** @returns what npm printed as JSON, or undefined where it printed none, for example because nobody answered */
function npmJson(/** @type {string[]} */ args) {
  return new Promise((resolve) => {
    execFile(
      'npm',
      [...args, '--json', '--fetch-retries=0', '--fetch-timeout=20000'],
      { cwd: root, env, timeout: PATIENCE, maxBuffer: 50_000_000 },
      (_, output) => {
        try {
          resolve(JSON.parse(output))
        }
        catch {
          resolve(undefined)
        }
      },
    )
  })
}

/** @returns one line, and whether it counts: undefined where nobody answered */
function weaknesses(report) {
  const counts = report?.metadata?.vulnerabilities
  if (counts === undefined) return { passed: undefined, text: 'Known weaknesses of packages: not asked, the registry does not answer.' }
  const grave = Object.values(report.vulnerabilities ?? {}).filter(({ severity }) => severity === 'high' || severity === 'critical')
  if (grave.length === 0)
    return { passed: true, text: `Known weaknesses of packages: none that are high or critical (${counts.total} lesser ones).` }
  return {
    passed: false,
    text: `Known weaknesses of packages, high or critical: ${grave.map(({ name, severity }) => `${name} (${severity})`).join(', ')}. See: npm audit --omit=dev`,
  }
}

function signatures(report) {
  if (!Array.isArray(report?.invalid) || !Array.isArray(report.missing))
    return { passed: undefined, text: 'Signatures of packages: not asked, the registry or its keys do not answer.' }
  const wrong = [...report.invalid, ...report.missing].map(({ name, version }) => `${name}@${version}`)
  if (wrong.length === 0) return { passed: true, text: 'Signatures of packages: right.' }
  return { passed: false, text: `Signatures of packages that are wrong or missing: ${wrong.join(', ')}. See: npm audit signatures` }
}

/** @returns a line for each of the two questions, and whether it passed, failed, or (undefined) could not be asked */
export async function audit() {
  const [known, signed] = await Promise.all([npmJson(['audit', '--omit=dev']), npmJson(['audit', 'signatures'])])
  return [weaknesses(known), signatures(signed)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  readArguments('audit')
  const answers = await audit()
  for (const { text } of answers) console.log(text)
  process.exitCode = answers.some(({ passed }) => passed === false) ? 1 : 0
}
