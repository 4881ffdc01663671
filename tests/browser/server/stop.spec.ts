/** A system that stops the server, as at every update, interrupts nobody. No browser is needed. */
import { expect, test } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { startSchoolServer } from '../support/school-server'

test('what is under way is finished, the database is closed, and the log has no address in it', async () => {
  const school = await startSchoolServer()
  for (const path of [
    '/nothing?key=secret-of-a-link',
    '/teach/set-password?key=secret-of-a-link',
    '/api/staff',
    '/lessons/nothing',
    '/%E0%A4%Asecret-of-a-link',
    '/lessons?x=%E0%A4%Asecret-of-a-link',
  ])
    await fetch(school.address + path, { headers: { accept: 'text/html' } })

  const lessons = ['lying-online-9-11', 'lying-online-11-14', 'sharing-images-9-11', 'sharing-images-11-14']
  const packages = await fetch(`${school.address}/api/export/bulk`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ lessons, formats: ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'] }),
  })
  const [zip, { code, files, log }] = await Promise.all([packages.arrayBuffer(), school.end()])

  expect(strFromU8(unzipSync(new Uint8Array(zip))['SHA256SUMS.txt'] ?? new Uint8Array()).trim().split('\n')).toHaveLength(16)
  expect(code).toBe(0)
  // A database that was not closed leaves its journal beside it.
  expect(files).toEqual(['reserve', 'whos-there.sqlite'])
  expect(log).not.toMatch(/secret-of-a-link|nothing|127\.0\.0\.1/)
  const refused = log.split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line) as object)
  expect(refused).toMatchObject([
    { event: 'refused', reason: 'signed-out', route: 'GET /api/staff', status: 401, staff: null, school: null },
  ])
  await school.stop()
})
