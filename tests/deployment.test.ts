/** What docs, Dockerfile and the system's units say fits the code. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, matchesGlob, relative } from 'node:path'
import { expect, it } from 'vitest'

/** @returns every file of ours that a program reads in, itself included */
function closure(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known
  known.add(path)
  for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(/^(?:import|export)\b(?! type\b).*\bfrom '([.#][^']+)'/gm)) {
    closure(from.startsWith('#') ? `${from.slice(1)}.ts` : relative('.', join(dirname(path), from)), known)
  }
  return known
}

it('the image holds every file that backup and restore are made of', () => {
  const copied = [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY --from=build (.+) \S+$/gm)]
    .flatMap(([, paths = '']) => paths.split(' '))
    .map(path => path.replace('/app/', ''))
  for (const program of ['scripts/backup.ts', 'scripts/restore.ts']) {
    const files = [...closure(program)]
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) expect(copied.some(path => file === path || file.startsWith(`${path}/`)), file).toBe(true)
  }
})

it('the systemd units and the Dockerfile run files that are there', () => {
  for (const file of ['Dockerfile', 'deploy/whos-there-backup.service']) {
    for (const [path] of readFileSync(file, 'utf8').matchAll(/(?<![\w/])scripts\/[\w./-]+\.(?:ts|mjs)/g))
      expect(existsSync(path), path).toBe(true)
  }
})

it('nginx is told the same of the app under a path as where it has the address to itself', () => {
  const directives = (text: string) =>
    text
      .split('\n')
      .map(line => line.trim())
      .filter(line => /^(?:proxy_(?!pass)|client_|gzip|access_log \/|error_log)/.test(line))
      .sort()
  const own = readFileSync('deploy/nginx.conf', 'utf8')
  const underPath = readFileSync('deploy/nginx-under-a-path.conf', 'utf8')
  expect(directives(underPath)).toEqual(directives(own))
  const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, what]) => what)
  const locations = (text: string) => found(text, /^\s*location (?:\^~ |~ \^|= )?(\S+)/gm)
  expect(locations(own)).toHaveLength(5)
  expect(locations(underPath)).toEqual(locations(own).map(path => `/whos-there${path}`))
  expect(found(underPath, /proxy_pass (\S+);/g)).toEqual(found(own, /proxy_pass (\S+);/g))
})

it('of several processes, one alone is asked what lies in a process\'s memory', () => {
  const routes = readdirSync('server/api', { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts') && /insight\/rounds\.ts'/.test(readFileSync(join('server/api', file), 'utf8')))
    .map(file => `/api/${file.replaceAll('\\', '/').replace(/(?:\/index)?\.\w+\.ts$/, '').replaceAll(/\[\w+\]/g, 'a-b_C1')}`)
  expect(routes.length).toBeGreaterThan(4)
  const ofOne = [...routes, '/my/together', '/export/preview', '/export/preview/a', '/api/export', '/api/export/preview']
  const ofAny = ['/my', '/api/my', '/api/my/data', '/api/classes', '/api/classes/a', '/api/classes/a/door', '/my/togetherness', '/export']
  for (const [conf, path] of [['nginx.conf', ''], ['nginx-under-a-path.conf', '/whos-there']] as const) {
    const places = [...readFileSync(`deploy/${conf}`, 'utf8').matchAll(/location ~ (\S+) \{\s+proxy_pass http:\/\/whos_there_one;/g)]
    const isOne = (address: string) => places.some(([, pattern = '']) => new RegExp(pattern).test(path + address))
    expect([ofOne.filter(address => !isOne(address)), ofAny.filter(isOne)], conf).toEqual([[], []])
  }
  for (const [conf, path] of [['Caddyfile', ''], ['under-a-path.Caddyfile', '/whos-there']] as const) {
    const patterns = /^\s*@one path (.+)$/m.exec(readFileSync(`deploy/${conf}`, 'utf8'))?.[1]?.split(' ') ?? []
    const isOne = (address: string) => patterns.some(pattern => matchesGlob(path + address, pattern))
    expect([ofOne.filter(address => !isOne(address)), ofAny.filter(isOne)], conf).toEqual([[], []])
  }
})
