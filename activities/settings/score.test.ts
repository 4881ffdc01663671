import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { config, type SettingsConfig } from '#activities/settings/schema'
import { score, seenBy } from '#activities/settings/score'

const activity = config.parse(parse(readFileSync('activities/settings/example.yml', 'utf8')))
function messagesAfter(change: (activity: SettingsConfig) => void): string[] {
  const copy = structuredClone(activity)
  change(copy)
  return config.safeParse(copy).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? []
}

it('is done once it has been checked, however things are set', () => {
  expect(score(activity, { chosen: { videos: 'only-me' }, checked: false }).complete).toBe(false)
  expect(score(activity, { chosen: {}, checked: true }).complete).toBe(true)
})

describe('who sees what', () => {
  it('is as the app came, until something is changed', () => {
    expect(seenBy(activity, undefined, 'anyone')).toEqual(['Ivy\'s videos', 'a way to write to her'])
    expect(seenBy(activity, { chosen: { videos: 'friends' }, checked: false }, 'anyone')).toEqual(['a way to write to her'])
  })

  it('is by the option that the app starts with, wherever that stands in the list', () => {
    const [first, ...others] = activity.settings
    if (!first) throw new Error('the example has a setting')
    const turned = { ...activity, settings: [{ ...first, options: [...first.options].reverse() }, ...others] }
    for (const { id } of activity.viewers) expect(seenBy(turned, undefined, id)).toEqual(seenBy(activity, undefined, id))
    const closed = { ...activity, settings: [{ ...first, start: first.options.at(-1)?.id ?? '' }, ...others] }
    expect(seenBy(closed, undefined, 'anyone')).not.toContain(first.shows)
  })

  it('an option that does not exist changes nothing', () => {
    expect(seenBy(activity, { chosen: { videos: 'gone', constructor: 'everyone' }, checked: false }, 'anyone')).toEqual(
      seenBy(activity, undefined, 'anyone'),
    )
  })
})

it('an author is told of a start, a viewer or a choice that is none', () => {
  expect(messagesAfter(({ settings: [first] }) => Object.assign(first ?? {}, { start: 'gone' }))).toEqual([
    'settings.0.start: there is no option "gone"',
  ])
  expect(messagesAfter(({ settings: [first] }) => first?.options[0]?.seenBy.push('gone'))).toEqual([
    'settings.0.options.0.seenBy.3: there is no viewer "gone"',
  ])
  expect(messagesAfter(({ settings: [first] }) => first?.options.forEach(option => Object.assign(option, { seenBy: [] })))[0]).toContain(
    'nothing to choose',
  )
})
