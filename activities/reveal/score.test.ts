import { expect, it } from 'vitest'
import { config } from '#activities/reveal/schema'
import { score } from '#activities/reveal/score'

const activity = config.parse({
  id: 'test',
  type: 'reveal',
  title: 'Test',
  mode: 'tabs',
  items: [
    { id: 'age', label: 'Age', text: ['Anyone can type a number.'] },
    { id: 'picture', label: 'Picture', text: ['It can be copied.'] },
  ],
})

it('is done when everything has been opened, in any order', () => {
  expect(score(activity, []).complete).toBe(false)
  expect(score(activity, ['picture', 'gone']).complete).toBe(false)
  expect(score(activity, ['picture', 'age']).complete).toBe(true)
})
