import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { config } from '#activities/reply/schema'
import type { Screen } from '#activities/lesson'
import { pictureBefore } from './picture-before'

const rehearsal = config.parse(parse(readFileSync(`${import.meta.dirname}/../reply/example.yml`, 'utf8')))
const scene = (alt: string) => ({ alt, place: 'kitchen' as const, light: 'day' as const, focus: 'wide' as const })
const opening = { id: 'opening', type: 'opening', title: 'Tea', scene: scene('Gran is busy.') } as unknown as Screen
const heard = { by: { id: 'gran', name: 'Gran', role: 'friend' as const }, text: 'Go on.', heard: true, scene: scene('Gran listens.') }

it('a step without a picture stays where the last one was', () => {
  expect(pictureBefore([opening, rehearsal], rehearsal.id)).toEqual(scene('Gran is busy.'))
  expect(pictureBefore([opening], 'opening')).toBeUndefined()
})

it('a rehearsal leaves the picture of whoever has heard', () => {
  const rounds = rehearsal.rounds.map((round, index) => index > 0 ? { ...round, answer: heard } : round)
  const after = { ...opening, id: 'after' }
  expect(pictureBefore([opening, { ...rehearsal, rounds } as Screen, after], 'after')).toEqual(scene('Gran listens.'))
})

it('a rehearsal that has not come yet has no picture, as whoever goes on in the middle finds it', () => {
  const { id, type, title } = rehearsal
  expect(pictureBefore([opening, { id, type, title } as Screen, { ...opening, id: 'after' }], 'after')).toEqual(scene('Gran is busy.'))
})
