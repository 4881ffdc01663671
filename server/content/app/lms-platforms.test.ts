import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { platforms } from './lms-platforms.ts'

it.each(platforms)('the guide for %s says first what the export page chooses: %s', (id, format) => {
  const [, lead = ''] = readFileSync(`docs/lms/${id}.md`, 'utf8').split('\n\n')
  expect(lead).toContain(format === 'web' ? 'link' : 'SCORM 1.2')
  expect(lead).toMatch(format === 'web' ? /does not play SCORM/ : /Take/)
})
