/** The fault matrix: every row in every format it is for, on the built packages under scorm-again's run-times. */
import { test as base } from '@playwright/test'
import { faultRows } from '../../support/faults/rows.ts'
import { startFaultServer, type FaultServer } from '../../support/faults/server.ts'
import { shortened } from '../../support/package-host.ts'
import { readLesson } from '../support/lesson-driver.ts'
import { factsOf } from './facts.ts'
import { playRow } from './scenarios.ts'
import { Scene, type LessonFacts } from './scene.ts'

/** Short, since every row plays it at least twice. */
const lesson = shortened(await readLesson('lying-online-9-11'))

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

/**
 * Both editions of SCORM 2004 are the same to a running lesson: what differs is the manifest. So the 3rd edition is played for every fourth row,
 * and for every row with `FAULTS=all`.
 */
const EVERY = process.env.FAULTS === 'all' ? 1 : 4

for (const [index, row] of faultRows.entries()) {
  for (const format of row.formats) {
    if (format === 'scorm2004-3' && row.formats.includes('scorm2004-4') && index % EVERY !== 0) continue
    test(`${row.title} (${format})`, async ({ page, faultServer, facts }) => {
      const scene = new Scene(page, row, format, faultServer, facts)
      await scene.open()
      await playRow(scene)
      scene.expectCalm()
    })
  }
}
