// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { describe, expect, it } from 'vitest'
import { drawScenes, scenesIn } from '#activities/scenes'
import type { Scene as SceneData } from '#shared/scenes/scene'
import { testHost } from '../../../tests/support/lessons/player-host'
import Scene from './Scene.vue'
import SceneParts from './SceneParts.vue'

const { screens, art } = drawScenes([{ id: 'first', scene: {
  alt: 'Sam waves on a step.', place: 'step', caption: 'Tuesday', says: { by: 'Rex', text: 'Hello?' }, focus: [0, 0, 400, 300],
  cast: [{ who: 'sam', at: 'middle', pose: 'wave' }],
} }], 'warm', false)
const scene = scenesIn(screens)[0]?.scene as SceneData

describe('a scene', () => {
  it('is one image with its words beside it, in the order in which they are read', () => {
    const wrapper = mount(Scene, { props: { scene }, ...testHost() })
    const picture = wrapper.get('[role="img"]')
    expect(picture.attributes('aria-label')).toBe('Sam waves on a step.')
    expect(picture.attributes('viewBox')).toBe('0 0 400 300')
    expect([...wrapper.element.children].map(({ textContent }) => textContent.trim().replace(/\s+/g, ' '))).toEqual(['', 'Tuesday', 'Rex Hello?'])
  })

  it('behind a step that it is not about says nothing', () => {
    const wrapper = mount(Scene, { props: { scene, decorative: true }, ...testHost() })
    expect(wrapper.find('[role="img"]').exists()).toBe(false)
    expect(wrapper.get('figure').attributes('aria-hidden')).toBe('true')
    expect(wrapper.text()).toBe('')
  })

  it('finds every part that it places among those of its page', () => {
    const parts = mount(SceneParts, { props: { art: { ...art, style: '' } } }).html()
    const placed = [...`${parts}${mount(Scene, { props: { scene }, ...testHost() }).html()}`.matchAll(/href="#(_\w+)"/g)].map(([, id]) => id)
    expect(placed.length).toBeGreaterThan(10)
    expect(placed.filter(id => !parts.includes(`id="${id}"`))).toEqual([])
  })
})
