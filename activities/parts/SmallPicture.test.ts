// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { expect, it } from 'vitest'
import { drawFaces } from '#shared/scenes/faces'
import { testHost } from '../../tests/support/lessons/player-host.ts'
import SmallPicture from './SmallPicture.vue'

const pictureOf = (id: string) => mount(SmallPicture, { props: { id }, ...testHost({ faces: drawFaces(['face-sam-happy']) }) })

it('a face is drawn from the parts of its page, and says nothing', () => {
  const face = pictureOf('face-sam-happy').get('svg')
  expect(face.attributes('aria-hidden')).toBe('true')
  expect(face.findAll('use').length).toBeGreaterThan(5)
})

it('anything else is a file', () => {
  expect(pictureOf('avatar-fox').get('img').attributes()).toMatchObject({ src: 'pictures/avatar-fox.svg', alt: '' })
})
