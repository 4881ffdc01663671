/** The fault matrix: every row in every format it is for, on the built packages under scorm-again's run-times. */
import { test as base } from '@playwright/test'
import type { FaultFormat, FaultRow } from '../../support/faults/row.ts'
import { faultRows } from '../../support/faults/rows.ts'
import { startFaultServer, type FaultServer } from '../../support/faults/server.ts'
import { shortened } from '../../support/packages/package-host.ts'
import { readLesson } from '../support/lesson-driver.ts'
import { factsOf } from './facts.ts'
import { playRow } from './scenarios.ts'
import { Scene, type LessonFacts } from './scene.ts'

/** Short, since every row plays it at least twice. */
const lesson = shortened(await readLesson('meeting-strangers-9-11'))

const test = base.extend<object, { faultServer: FaultServer, facts: LessonFacts }>({
  faultServer: [async ({}, use) => { // eslint-disable-line no-empty-pattern -- Playwright reads the fixtures from this pattern
    const server = await startFaultServer(lesson)
    await use(server)
    await server.close()
  }, { scope: 'worker' }],
  facts: [async ({}, use) => { // eslint-disable-line no-empty-pattern -- as above
    await use(factsOf(lesson))
  }, { scope: 'worker' }],
})

// As on a phone: a small window takes a fifth of the time to paint, and what is looked at here is what the LMS has.
test.use({ viewport: { width: 360, height: 740 } })

/**
 * CI has fifteen minutes for everything. To a running lesson the formats are one player with two spellings of the API, and the
 * editions of SCORM 2004 differ in the manifest alone. So there each row is played in SCORM 1.2 or in SCORM 2004, turn about, every
 * twelfth one in the 3rd edition too, and in the web format wherever it has one. `FAULTS=all` plays every row in every format.
 */
const isPlayed = (row: FaultRow, index: number, format: FaultFormat) => {
  if (process.env.FAULTS === 'all') return true
  if (format === 'scorm2004-3') return index % 12 === 1
  return !row.formats.includes('scorm12') || !row.formats.includes('scorm2004-4') || format === 'web' || (format === 'scorm12') === (index % 2 === 0)
}

for (const [index, row] of faultRows.entries()) {
  for (const format of row.formats.filter(format => isPlayed(row, index, format))) {
    test(`${row.title} (${format})`, async ({ page, faultServer, facts }) => {
      const scene = new Scene(page, row, format, faultServer, facts)
      await scene.open()
      await playRow(scene)
      scene.expectCalm()
    })
  }
}
