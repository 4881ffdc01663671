import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { GO_ON } from '#activities/branching'
import { config } from '#activities/story/schema'
import { score } from '#activities/story/score'

const story = config.parse(parse(readFileSync(new URL('example.yml', import.meta.url), 'utf8')))

describe('a story', () => {
  it('is under way until its path comes to an ending', () => {
    expect(score(story, []).complete).toBe(false)
    expect(score(story, [GO_ON, 'say-yes']).complete).toBe(false)
  })

  it.each([[[GO_ON, 'ask-gran']], [[GO_ON, 'say-yes', 'tell-now']], [[GO_ON, 'not-sure', 'tell-school']]])(
    'is done at the end of %s, however thoughtful the choices were, and gives no points',
    (path) => {
      expect(score(story, path)).toEqual({ complete: true, score: null, ended: false })
    },
  )

  it('does not go on from a scene with choices without choosing', () => {
    expect(score(story, [GO_ON, GO_ON, GO_ON]).complete).toBe(false)
  })

  it('stops at a choice that the scene does not offer, whatever the path, and never throws', () => {
    fc.assert(fc.property(fc.array(fc.oneof(fc.string(), fc.constantFrom(GO_ON, 'say-yes', 'tell-now', '__proto__'))), (path) => {
      expect(typeof score(story, path).complete).toBe('boolean')
    }))
  })
})

describe('the example story', () => {
  it('has a way on from every scene to a scene that is there', () => {
    const ids = new Set(story.scenes.map(({ id }) => id))
    const nexts = story.scenes.flatMap(scene => scene.next ?? scene.choices?.map(({ next }) => next) ?? [])
    expect(nexts.filter(next => !ids.has(next))).toEqual([])
    expect([...ids].filter(id => id !== story.scenes[0]?.id && !nexts.includes(id))).toEqual([])
  })
})
