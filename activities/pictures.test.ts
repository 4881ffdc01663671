import { expect, it } from 'vitest'
import { pictureFile, picturesOf } from '#activities/pictures'
import { fixtureLesson } from '../tests/support/lessons/fixture-lesson.ts'

it('finds files of screens, each once, and no face: that is drawn', () => {
  expect(picturesOf(fixtureLesson())).toEqual(['cover'])
})

it('finds pictures of profiles and scenes', () => {
  const lesson = fixtureLesson()
  const [opening, , , , ending] = lesson.screens
  const story = {
    id: 'story',
    type: 'story',
    title: 'A story',
    speakers: [{ id: 'mia', name: 'Mia', picture: 'avatar-fox', role: 'me' }],
    scenes: [
      { id: 'one', picture: { id: 'scene-park', alt: 'A park' }, text: ['Mia waits.'], next: 'two' },
      { id: 'two', text: ['Mia goes home.'], ending: { text: 'Home.', help: 'Mia tells Mum.' } },
    ],
  }
  const profiles = {
    id: 'profiles',
    type: 'profile',
    title: 'Profiles',
    question: 'Who is it?',
    profiles: [{
      id: 'kit',
      name: 'Kit',
      picture: 'avatar-cat',
      alt: 'A cat',
      app: 'PetPals',
      details: ['age', 'likes'].map(id => ({ id, label: id, text: 'Ten', clue: false, feedback: 'Nothing odd.' })),
      truth: 'genuine',
      feedback: { 'seems-fine': 'Yes.', 'cannot-tell': 'Yes.', 'something-off': 'It could be.' },
    }],
  }
  const changed = fixtureLesson({ screens: [opening, story, profiles, ending] as typeof lesson.screens })
  expect(picturesOf(changed)).toEqual(['avatar-cat', 'avatar-fox', 'cover', 'scene-park'])
})

it('says where a picture stands', () => {
  expect(pictureFile('cover')).toBe('pictures/cover.svg')
})
