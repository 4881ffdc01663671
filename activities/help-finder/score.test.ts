import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type HelpFinderConfig } from '#activities/help-finder/schema'
import { follow } from '#activities/help-finder/score'
import { outlineOf, scoredAnswer } from '#activities/scoring'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'

const raw: unknown = parse(readFileSync('activities/help-finder/example.yml', 'utf8'))
const activity = config.parse(raw)

/** What an author is told about the example with a change. */
function messagesAfter(change: (activity: HelpFinderConfig) => void): string[] {
  const copy = structuredClone(activity)
  change(copy)
  return config.safeParse(copy).error?.issues.map(({ message }) => message) ?? []
}

it('records nothing, not even that it was used', () => {
  const { screens } = fixtureLesson()
  const outline = outlineOf(fixtureLesson({ screens: [...screens.slice(0, -1), activity, ...screens.slice(-1)] }))
  expect(outline.screens.find(({ id }) => id === activity.id)).toMatchObject({ records: 'nothing', doneOnArrival: true })
  expect(scoredAnswer(activity, ['danger-yes']).packed).toBeNull()
})

describe('the way to help', () => {
  it('is one answer to 999 where life is at risk', () => {
    expect(follow(activity, ['danger-yes']).outcome?.routes[0]).toBe('emergency')
  })

  it('goes on through questions, and stands still at an answer that is not offered', () => {
    expect(follow(activity, []).question?.id).toBe('danger')
    expect(follow(activity, ['danger-no', 'about-feeling']).outcome?.id).toBe('talk')
    expect(follow(activity, ['danger-no', 'gone', 'about-feeling']).question?.id).toBe('about')
  })
})

describe('the schema', () => {
  it('refuses a finder that does not ask about danger first', () => {
    expect(messagesAfter(({ outcomes: [first] }) => first?.routes.reverse())[0]).toContain('whether life is at risk')
  })

  it('refuses ways to nowhere, in circles, and what nothing leads to', () => {
    expect(messagesAfter(({ questions }) => Object.assign(questions[1]?.answers[0] ?? {}, { next: 'nowhere' }))).toEqual(
      ['there is no question or outcome "nowhere"', 'no answer leads to "ceop-and-adult"'])
    expect(messagesAfter(({ questions }) => Object.assign(questions[1]?.answers[0] ?? {}, { next: 'danger' }))[0]).toContain(
      'round in a circle: danger → about → danger',
    )
  })
})
