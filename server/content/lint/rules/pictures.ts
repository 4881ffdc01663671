/** Pictures exist, and their alternative text stands in for them. */
import { pictureIdsIn } from '#activities/pictures'
import { isFace } from '#shared/scenes/face-id'
import { readableTexts } from '../readable-text.ts'
import type { Rule } from '../rule.ts'

const LONGEST = 160

/** A screen reader has said "image" already. */
const announced = /^(?:an?|the|this)?\s*(?:picture|image|drawing|illustration)\s+(?:of|shows|showing)\b/i

/** On these screens the picture says something; elsewhere an empty text may mark it as decoration. */
const needsText: readonly string[] = ['opening', 'content']

export const alternativeText: Rule = {
  name: 'alternative-text',
  check: lesson => readableTexts(lesson).filter(({ kind }) => kind === 'alt').flatMap(({ text, path, screen }) => {
    const type = screen === null ? '' : lesson.screens[screen]?.type ?? ''
    if (text.trim() === '') return needsText.includes(type) ? [{ path, message: 'say what the picture shows' }] : []
    if (text.length > LONGEST) return [{ path, message: `${text.length} characters, at most ${LONGEST}` }]
    return announced.test(text) ? [{ path, message: `leave out the first words, say only what is to be seen: "${text}"` }] : []
  }),
}

export const picturesExist: Rule = {
  name: 'pictures-exist',
  check: (lesson, { pictures }) => pictureIdsIn(lesson.screens, ['screens'])
    .filter(({ id }) => !isFace(id) && !pictures.has(id))
    .map(({ id, path }) => ({ path, message: `there is no content/pictures/${id}.svg` })),
}
