import { expect, it } from 'vitest'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { config } from '#activities/scale/schema'
import { outlineOf, scoredAnswer } from '#activities/scoring'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'

const activity = config.parse(parse(readFileSync('activities/scale/example.yml', 'utf8')))

it('records nothing: neither what was chosen nor that anything was', () => {
  const { screens } = fixtureLesson()
  const outline = outlineOf(fixtureLesson({ screens: [...screens.slice(0, -1), activity, ...screens.slice(-1)] }))
  expect(outline.screens.find(({ id }) => id === activity.id)).toMatchObject({ records: 'nothing', graded: false, doneOnArrival: true })
  expect(scoredAnswer(activity, 'hard').packed).toBeNull()
})
