/** `deploy/delete-old-backups.sh`, as the nightly timer runs it. */
import { execFileSync } from 'node:child_process'
import { readdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { removeFolder, temporaryFolder } from '../support/temporary-folder'

/** @param ages in days @returns the ages that are left */
function leftOf(ages: readonly number[]): number[] {
  const folder = temporaryFolder('old-backups')
  onTestFinished(() => removeFolder(folder))
  for (const age of ages) {
    const path = join(folder, `whos-there-${age}.jsonl.gz`)
    writeFileSync(path, '')
    const at = new Date(Date.now() - age * 86_400_000)
    utimesSync(path, at, at)
  }
  writeFileSync(join(folder, 'else.txt'), '')
  utimesSync(join(folder, 'else.txt'), 1, 1)
  execFileSync('sh', ['deploy/delete-old-backups.sh', folder])
  expect(readdirSync(folder)).toContain('else.txt')
  return readdirSync(folder).flatMap(name => /-(\d+)\./.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b)
}

it.runIf(process.platform !== 'win32')('old backups go after 30 days, and the seven newest never, whatever the clock says', () => {
  expect(leftOf([0, 1, 2, 3, 4, 5, 6, 7, 29, 32, 40])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 29])
  // The first night of a clock that is a year ahead.
  expect(leftOf([0, ...Array.from({ length: 20 }, (_, index) => 365 + index)])).toEqual([0, 365, 366, 367, 368, 369, 370])
})
