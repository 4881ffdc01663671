import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { describe, expect, it, onTestFinished } from 'vitest'
import { removeFolder, temporaryFolder } from '../tests/support/temporary-folder'

/** Asks a registry that answers the question for known weaknesses with this, and no other. */
async function asking(status: number, answer: object): Promise<{ code: unknown, said: string }> {
  const registry = createServer((request, response) => {
    const isTheQuestion = request.url?.endsWith('/advisories/bulk') === true
    response
      .writeHead(isTheQuestion ? status : 404, { 'content-type': 'application/json' })
      .end(JSON.stringify(isTheQuestion ? answer : {}))
  }).listen(0, 'localhost')
  await once(registry, 'listening')
  const cache = temporaryFolder('audit')
  onTestFinished(() => {
    registry.close()
    removeFolder(cache)
  })
  const audit = spawn('node', ['scripts/audit.mjs'], {
    env: { ...process.env, npm_config_registry: `http://localhost:${(registry.address() as AddressInfo).port}`, npm_config_cache: cache },
  })
  const [said] = await Promise.all([text(audit.stdout), once(audit, 'exit')])
  return { code: audit.exitCode, said }
}

const weakness = (severity: string) => ({
  kysely: [
    {
      id: 1,
      url: 'https://advisories.example/1',
      title: 'A weakness',
      severity,
      vulnerable_versions: '*',
      cwe: [],
      cvss: { score: 0, vectorString: null },
    },
  ],
})

describe.concurrent('the question for known weaknesses', () => {
  it.each([
    ['a high one fails', 200, weakness('high'), 1, /high or critical: .*kysely \(high\)/],
    ['a moderate one is counted only', 200, weakness('moderate'), 0, /none that are high or critical \([1-9]\d* lesser ones\)/],
    ['no answer is no failure, and is said', 405, {}, 0, /not asked, the registry does not answer/],
  ])('%s', async (_, status, answer, code, said) => {
    expect(await asking(status, answer)).toEqual({ code, said: expect.stringMatching(said) })
  })
})
