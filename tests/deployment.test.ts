/** What docs, Dockerfile and the system's units say fits the code. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
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
  const copied = [...readFileSync('Dockerfile', 'utf8').matchAll(/^COPY --from=build (.+) \S+$/gm)].flatMap(([, paths = '']) => paths.split(' ')).map(path => path.replace('/app/', ''))
  for (const program of ['scripts/backup.ts', 'scripts/restore.ts']) {
    const files = [...closure(program)]
    expect(files.length).toBeGreaterThan(10)
    for (const file of files) expect(copied.some(path => file === path || file.startsWith(`${path}/`)), file).toBe(true)
  }
})

it('the systemd units and the Dockerfile run files that are there', () => {
  for (const file of ['Dockerfile', 'deploy/whos-there-backup.service']) {
    for (const [path] of readFileSync(file, 'utf8').matchAll(/(?<![\w/])scripts\/[\w./-]+\.(?:ts|mjs)/g)) expect(existsSync(path), path).toBe(true)
  }
})
