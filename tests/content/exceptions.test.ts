/** What a person has cleared in lesson text: with a reason, and only for as long as it is there. */
import { describe, expect, it } from 'vitest'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { rulesOf } from '../../server/content/lint/rules/words/words.ts'
import { exceptions, families, type Exception } from '../../server/content/lint/words.ts'
import { readLibrary, type LessonFile } from '../../server/content/library/library.ts'
import { changed, fixtureText, LESSON } from './fixture.ts'

const found = (lessons: readonly LessonFile[], known: readonly Exception[]) => lessons.flatMap(({ value }) =>
  rulesOf(families, known).flatMap(({ check }) => check(value, { lessons, pictures: new Set() })))

describe('an exception', () => {
  const from = 'text: [Rex asks for more.]'
  const text = changed(fixtureText('good.yml'), {
    case: '',
    of: 'good.yml',
    change: [{ from, to: 'text: [Rex plays on Roblox.]' }],
    at: [],
  })
  const cleared: Exception = { rule: 'real-platforms', lesson: 'lying-online-9-11', screen: 'coins', phrase: 'Roblox', reason: 'a reason' }

  it.each([
    ['hides the phrase on its screen', {}, 0],
    ['hides nothing on another screen', { screen: 'hook' }, 1],
    ['hides nothing in another lesson', { lesson: 'lying-online-7-9' }, 1],
    ['hides no other phrase', { phrase: 'TikTok' }, 1],
    ['hides nothing from another rule', { rule: 'blame' }, 1],
  ])('%s', async (_, difference, left) => {
    const { lessons } = await readLibrary({ list: async () => [LESSON], read: async () => text })
    expect(found(lessons, [{ ...cleared, ...difference }])).toHaveLength(left)
  })
})

describe('the list of exceptions', () => {
  it('gives a reason for each, in a sentence', () => {
    expect(exceptions.filter(({ reason }) => reason.trim().length < 20)).toEqual([])
  })

  it('holds none that hides nothing any more: take those out of words.ts', async () => {
    const { lessons } = await readLibrary(folderSource(new URL('../../content', import.meta.url).pathname))
    const needless = exceptions.filter(
      one =>
        found(
          lessons,
          exceptions.filter(other => other !== one),
        ).length === found(lessons, exceptions).length,
    )
    expect(needless).toEqual([])
  })
})
