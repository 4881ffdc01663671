/** Pictures exist, and their alternative text stands in for them. */
import { readableTexts } from '../readable-text.ts'
import type { Path, Rule } from '../rule.ts'

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

/** Pictures stand under the name `picture`, as an id or with their alternative text. */
function pictureIds(node: unknown, path: Path): { id: string, path: Path }[] {
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([name, member]: [string, unknown]) => {
    const here = [...path, Array.isArray(node) ? Number(name) : name]
    if (name === 'picture' && typeof member === 'string') return [{ id: member, path: here }]
    if (name === 'picture' && typeof member === 'object' && member !== null && 'id' in member)
      return [{ id: String(member.id), path: [...here, 'id'] }]
    return pictureIds(member, here)
  })
}

export const picturesExist: Rule = {
  name: 'pictures-exist',
  check: (lesson, { pictures }) => pictureIds(lesson.screens, ['screens'])
    .filter(({ id }) => !pictures.has(id))
    .map(({ id, path }) => ({ path, message: `there is no content/pictures/${id}.svg` })),
}
