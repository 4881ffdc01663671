import { describe, expect, it } from 'vitest'
import { drawScenes, likeIssues, scenesIn, withWholeScenes } from '#activities/scenes'

const lounge = { alt: 'Sam on a sofa.', place: 'lounge', light: 'evening', caption: 'Tuesday', cast: [{ who: 'sam', at: 'middle' }] }
const screens = [
  { id: 'first', scene: lounge },
  { id: 'story', scenes: [{ id: 'told', scene: { alt: 'Sam smiles.', like: 'first', light: 'day' } }, { id: 'end', scene: { alt: 'Later.', like: 'told' } }] },
]

it('scenes are found wherever they stand, by the nearest id', () => {
  expect(scenesIn(screens).map(({ id, path }) => [id, path.join('.')])).toEqual([
    ['first', '0.scene'], ['told', '1.scenes.0.scene'], ['end', '1.scenes.1.scene'],
  ])
})

describe('a scene that is like another', () => {
  it('takes over what is drawn, through others too, and no words', () => {
    const [, told, end] = scenesIn(withWholeScenes(screens)).map(({ scene }) => scene)
    expect(told).toEqual({ alt: 'Sam smiles.', like: 'first', place: 'lounge', light: 'day', cast: lounge.cast })
    expect(end).toEqual({ alt: 'Later.', like: 'told', place: 'lounge', light: 'day', cast: lounge.cast })
  })

  it('shares nothing with it', () => {
    const [first, told] = scenesIn(withWholeScenes(screens)).map(({ scene }) => scene)
    expect(told?.cast).not.toBe(first?.cast)
  })

  it('prefers one of its own screen to others of the same id', () => {
    const two = [
      { id: 'a', scenes: [{ id: 'start', scene: lounge }] },
      { id: 'b', scenes: [{ id: 'start', scene: { ...lounge, place: 'step' } }, { id: 'x', scene: { alt: 'X.', like: 'start' } }] },
    ]
    expect(scenesIn(withWholeScenes(two)).at(-1)?.scene.place).toBe('step')
  })

  it.each([
    ['nobody knows', [{ id: 'a', scene: lounge }, { id: 'b', scene: { alt: 'B.', like: 'c' } }], 'there is no scene "c" in this lesson: there are a'],
    ['itself', [{ id: 'a', scene: { alt: 'A.', like: 'b' } }, { id: 'b', scene: { alt: 'B.', like: 'a' } }], 'in the end like this scene itself'],
    [
      'two others', [{ id: 'x', a: [{ id: 's', scene: lounge }], b: [{ id: 's', scene: lounge }] }, { id: 'y', scene: { alt: 'Y.', like: 's' } }],
      'more than one scene is called "s"',
    ],
  ])('is refused where that is %s', (_, list, message) => {
    expect(likeIssues(list)[0]?.message).toContain(message)
    expect(likeIssues(list)[0]?.path.at(-1)).toBe('like')
    expect(() => withWholeScenes(list)).not.toThrow()
  })
})

it('pupils get pictures and words, and not what the pictures were made of', () => {
  const { screens: drawn, art } = drawScenes(withWholeScenes(screens), 'warm', false)
  const [first] = scenesIn(drawn).map(({ scene }) => scene)
  expect(Object.keys(first ?? {})).toEqual(['alt', 'drawn', 'caption', 'who'])
  expect(first?.drawn?.art).toContain('<use href="#_')
  expect(art.parts).toContain('<g id="_')
  expect(art.style).toContain('._scene{')
})

describe('the faces that go with feedback', () => {
  const [sam, gran] = [{ who: 'sam', at: 'left' }, { who: 'gran', at: 'right' }]
  const whoIn = (...cast: object[]) => {
    const { screens: [drawn], faces } = drawScenes([{ id: 'a', scene: { alt: 'A.', place: 'lounge', cast } }], 'warm', false)
    return { who: (drawn?.scene as { who?: string }).who, drawn: Object.keys(faces) }
  }

  it('are of whoever stands nearest and shows a face, in a mood for each tone', () => {
    expect(whoIn(sam, gran)).toEqual({ who: 'gran', drawn: ['face-gran-smile', 'face-gran-worried', 'face-gran-calm'] })
    expect(whoIn(gran, sam, { ...gran, view: 'hand' }).who).toBe('sam')
    expect(whoIn({ ...sam, view: 'back' })).toEqual({ who: undefined, drawn: [] })
  })

  it('are there for whom the opening names too, and the page has their parts', () => {
    const { faces, art } = drawScenes([{ id: 'a', scene: lounge }], 'warm', false, ['maya'])
    expect(Object.keys(faces).filter(id => id.endsWith('smile'))).toEqual(['face-maya-smile', 'face-sam-smile'])
    const placed = Object.values(faces).flatMap(face => [...face.art.matchAll(/href="#(\w+)"/g)].map(([, id]) => id))
    expect(placed.filter(id => !art.parts.includes(`id="${id}"`))).toEqual([])
  })
})
