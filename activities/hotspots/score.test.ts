import { expect, it } from 'vitest'
import { config } from '#activities/hotspots/schema'
import { score } from '#activities/hotspots/score'

const spot = (id: string, x: number, y: number) => ({ id, label: id, x, y, tone: 'thoughtful', feedback: 'A clue.' })
const parse = (...spots: object[]) => config.safeParse({
  id: 'test', type: 'hotspots', title: 'Test', view: { picture: { id: 'bedroom-desk', alt: 'A desk.' } }, question: 'What?', spots,
})

it('is done when every spot has been looked at', () => {
  const activity = config.parse(parse(spot('badge', 20, 20), spot('sign', 60, 20)).data)
  expect(score(activity, ['sign']).complete).toBe(false)
  expect(score(activity, ['sign', 'badge']).complete).toBe(true)
})

it('spots that lie on each other are refused, because nobody could hit them', () => {
  expect(parse(spot('badge', 20, 20), spot('sign', 30, 30)).error?.issues[0]?.message).toContain('lies on "badge"')
  expect(parse(spot('badge', 20, 20), spot('sign', 30, 40)).success).toBe(true)
})
