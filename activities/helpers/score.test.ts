import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { config } from '#activities/helpers/schema'
import { outlineOf, scoredAnswer } from '#activities/scoring'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'

const activity = config.parse(parse(readFileSync('activities/helpers/example.yml', 'utf8')))

it('records nothing of whom a pupil thought of, not even that they did', () => {
  const { screens } = fixtureLesson()
  const outline = outlineOf(fixtureLesson({ screens: [...screens.slice(0, -1), activity, ...screens.slice(-1)] }))
  expect(outline.screens.find(({ id }) => id === activity.id)).toMatchObject({ records: 'nothing', graded: false, doneOnArrival: true })
  expect(scoredAnswer(activity, ['school']).packed).toBeNull()
})
