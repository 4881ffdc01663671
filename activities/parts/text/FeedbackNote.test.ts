// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { defineComponent, h, provide, ref } from 'vue'
import { faceFor } from '#activities/face-for'
import { drawScenes } from '#activities/scenes'
import { testHost } from '../../../tests/support/lessons/player-host'
import { stageKey } from '../stage'
import FeedbackNote from './FeedbackNote.vue'

const { faces } = drawScenes([], 'warm', false, ['maya'])
const place = () => ref<HTMLElement | null>(document.body.appendChild(document.createElement('div')))

/** A sheet over a scene in which Maya is. */
function sheet(note: Record<string, unknown>) {
  const places = { body: place(), panel: place(), sheet: place() }
  const Step = defineComponent(() => {
    provide(stageKey, { ...places, inPanel: ref<'picture'>('picture'), face: ref('maya') })
    return () => h(FeedbackNote, { text: 'That helps.', ...note })
  })
  mount(Step, testHost({ faces }))
  return places.sheet.value
}

const faceOn = (note: Record<string, unknown>) => sheet(note)?.querySelector('.portrait')?.innerHTML

it.each(['thoughtful', 'risky', 'unsure'] as const)('a %s answer is met by a face of the scene in that mood', (tone) => {
  const drawn = [...(faces[faceFor('maya', tone)]?.art ?? '').matchAll(/href="(#\w+)"/g)].map(([, id]) => id)
  expect([...(faceOn({ tone }) ?? '').matchAll(/href="(#\w+)"/g)].map(([, id]) => id)).toEqual(drawn)
})

it('what stands beside the work or an ending, or was only opened, has no face', () => {
  expect(faceOn({ faceless: true })).toBeUndefined()
  expect(faceOn({ calm: true })).toBeUndefined()
  expect(faceOn({ plain: true })).toBeUndefined()
})

it('whose fault it is not stands apart, last', () => {
  expect(sheet({ aside: 'Rex chose to ask.' })?.querySelector('.feedback')?.lastElementChild?.textContent).toBe('Rex chose to ask.')
  expect(sheet({})?.querySelector('.aside')).toBeNull()
})
