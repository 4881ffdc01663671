/** A question that asks something else has a new id: the record of all wordings, and the lint that compares. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { folderSource } from '../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../server/content/library/library.ts'
import { acceptedWordings, wordingProblems, WORDINGS } from '../../server/content/lint/wordings.ts'
import { fixtureText, LESSON, lintFiles } from './fixture.ts'

const good = fixtureText('good.yml')
const libraryOf = (lesson: string) => readLibrary({ list: async () => [LESSON], read: async () => lesson })
const accept = async (lesson: string, record: string | null) => acceptedWordings((await libraryOf(lesson)).lessons, record)
const problems = async (lesson: string, record: string | null) => wordingProblems((await libraryOf(lesson)).lessons, record)
const changed = (from: string, to: string, text = good) => {
  expect(text.split(from)).toHaveLength(2)
  return text.replace(from, to)
}
const raised = (text: string) => changed('version: 1\n', 'version: 2\n', text)
const reworded = changed('question: What does it show?', 'question: What does this show?')
const renamed = changed('- id: q-photo', '- id: q-picture')

describe('the record of wordings', () => {
  it('holds every question of every lesson, as it is', async () => {
    const { lessons } = await readLibrary(folderSource('content'))
    const record = readFileSync(`content/${WORDINGS}`, 'utf8')
    expect(Object.keys(JSON.parse(record) as object)).toEqual(lessons.map(({ value }) => value.id).sort())
    expect(wordingProblems(lessons, record)).toEqual([])
    expect(acceptedWordings(lessons, record)).toBe(record)
  })

  it('names a question that has other words under the same id, on its line, until they are accepted', async () => {
    const record = await accept(good, null)
    expect(await problems(good, record)).toEqual([])
    const [problem, ...others] = await problems(reworded, record)
    expect(others).toEqual([])
    expect(problem).toMatchObject({ file: `content/${LESSON}`, rule: 'wordings' })
    expect(problem?.message).toContain('give it a new id')
    expect(reworded.split('\n')[(problem?.line ?? 0) - 1]).toContain('id: q-photo')
    expect(await problems(reworded, await accept(reworded, record))).toEqual([])
    const { problems: all } = await lintFiles({ [LESSON]: reworded, [WORDINGS]: record })
    expect(all.map(({ rule }) => rule)).toContain('wordings')
  })

  it('asks for a new version of the lesson where a question is new, and takes it in only then', async () => {
    const record = await accept(good, null)
    const [problem] = await problems(renamed, record)
    expect(problem?.message).toContain('raise the lesson\'s version')
    expect(await accept(renamed, record)).toBe(record)
    expect((await problems(raised(renamed), record))[0]?.message).toContain('--accept')
    expect(await problems(raised(renamed), await accept(raised(renamed), record))).toEqual([])
  })

  it('remembers a question that has gone: its id never comes back for another', async () => {
    const record = await accept(raised(renamed), await accept(good, null))
    expect(await problems(raised(good), record)).toEqual([])
    expect((await problems(raised(reworded), record))[0]?.message).toContain('q-photo')
  })

  it('says that a lesson is not recorded yet, but not while it is being written; a folder without a record has none to compare', async () => {
    expect(await problems(good, '{}')).toMatchObject([{ line: 6, message: expect.stringContaining('--accept') as string }])
    expect(await problems(good, 'broken')).toHaveLength(1)
    expect(await problems(changed('question: What does it show?', 'question: ✎'), '{}')).toEqual([])
    expect(await problems(good, null)).toEqual([])
  })
})
