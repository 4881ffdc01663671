/**
 * `node bench/update.ts`: the update of docs/deployment.md, by its own commands, in a clone of the last commit, while people go
 * through its pages. Takes some minutes. Ends with 1 where a page failed, or a script was missing that a page had named.
 */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../tests/support/network/free-port.ts'
import { removeFolder, temporaryFolder } from '../tests/support/temporary-folder.ts'
import { namedIn, visit } from '../tests/support/network/visits.ts'

const root = temporaryFolder('update-under-load')
const PATH = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`
const env = { ...process.env, PATH }
/** @returns when the command has ended well */
async function run(command: string) {
  const [code] = await once(spawn('sh', ['-c', command], { cwd: root, env, stdio: ['ignore', 'ignore', 'inherit'] }), 'exit') as [number]
  if (code !== 0) throw new Error(`${command} ended with ${code}`)
}

const port = await freePort()
const address = `http://127.0.0.1:${port}`
async function start() {
  const server = spawn('node', ['.output/server/index.mjs'], {
    cwd: root,
    env: { ...env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: join(root, 'data') },
    stdio: 'ignore',
  })
  while (!(await fetch(`${address}/api/health`).then(({ ok }) => ok, () => false))) await wait(50)
  return server
}

try {
  execFileSync('git', ['clone', '--quiet', '.', root])
  await run('npm ci --loglevel=error --no-fund --no-audit && npm run build')
  const old = await start()
  const before = namedIn(await (await fetch(`${address}/join`)).text())

  let isOver = false
  const visitors = Array.from({ length: 4 }, () => visit(address, () => isOver))
  // A release that is not the same: a line on the first page, so that its script has another name.
  const page = join(root, 'pages/join.vue')
  writeFileSync(page, readFileSync(page, 'utf8').replace('<template>', '<template>\n  <p hidden>Another release</p>'))
  await run('npm run backup')
  await run('npm ci --loglevel=error --no-fund --no-audit && npm run build')
  old.kill()
  await once(old, 'exit')
  const fresh = await start()
  await wait(3_000)
  isOver = true
  const found = await Promise.all(visitors)
  const after = namedIn(await (await fetch(`${address}/join`)).text())
  const gone = (await Promise.all(before.map(async name => [name, (await fetch(address + name)).status] as const))).filter(
    ([, status]) => status !== 200,
  )
  fresh.kill()
  await once(fresh, 'exit')

  const sum = (of: (visits: (typeof found)[number]) => number) => found.reduce((total, visits) => total + of(visits), 0)
  const badly = [...found.flatMap(visits => visits.badly), ...gone.map(([name, status]) => `${status} ${name}, of before the update`)]
  console.log(`${sum(({ well }) => well)} answers, ${sum(({ nobody }) => nobody)} while nobody listened, ${badly.length} badly.`)
  console.log(
    `Files that /join names: ${before.length} before, ${after.length} after, ${after.filter(name => before.includes(name)).length} of them the same.`,
  )
  for (const line of new Set(badly)) console.log(line)
  process.exitCode = badly.length === 0 ? 0 : 1
}
finally {
  removeFolder(root)
}
