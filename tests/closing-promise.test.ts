/**
 * Closing a lesson bars it at once and deletes a day later; until then it can be undone. What is promised of that to a child, a
 * parent, a teacher or an admin says so in every outlet.
 */
import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const outlets = globSync(['content/**/*.{md,yml}', 'docs/*.md', 'i18n/**/*.json', 'README.md'])
const sentencesOf = (file: string) =>
  readFileSync(file, 'utf8').split(/(?<=[.!?|])\s|\n/).map(text => text.trim()).filter(text => text !== '')

it.each([
  ['content/pages/en/privacy.md', /A day later your answers are deleted/],
  ['content/pages/en/privacy.md', /deleted a day after the teacher closes the lesson\. For that day closing can be undone/],
  ['content/pages/en/privacy.md', /A day after a lesson is closed, all that is kept of it is deleted but the status and the total/],
  ['content/guides/en/3.following.md', /For a day you can undo that, and everything is as it was\. After a day their single answers are deleted/],
  ['docs/privacy.md', /single quiz answers[^|]*\| a day after the teacher closes the assignment, within which that can be undone/],
  ['docs/privacy.md', /emptied a day after the teacher closes the assignment/],
  ['docs/threat-model.md', /single answers go a day after closing/],
  ['i18n/locales/en/assignments.json', /You can undo that for a day; then single answers are deleted/],
  ['i18n/locales/en/school.json', /For a day that can be undone; then single answers go/],
  ['i18n/locales/en/pupil.json', /Your answers are deleted a day later, unless it opens again/],
])('%s says %s', (file, promise) => {
  expect(readFileSync(file, 'utf8')).toMatch(promise)
})

it('nowhere is it said that closing deletes at once, or for good', () => {
  const isAbout = (text: string) =>
    /\bclos(?:e|es|ed|ing)\b/i.test(text) && /\b(?:answers?|counts?|state)\b/i.test(text) && /\b(?:delet|emptied|go(?:es)?\b|gone)/i.test(text)
  const found = outlets.flatMap(file => sentencesOf(file).filter(text => isAbout(text) && !/\bday\b|whatever is closed/i.test(text)).map(text => `${file}: ${text}`))
  expect(found).toEqual([])
})
