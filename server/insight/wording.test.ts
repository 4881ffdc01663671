import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CheckAnswer } from '#activities/check/schema'
import type { Lesson } from '#activities/lesson'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, today } from '../assignments/assignments'
import { takeEvents } from '../assignments/attempts'
import { takeCheck } from '../assignments/check-counts'
import { closeForGood } from '../../tests/support/databases/closed'
import type { Db } from '../platform/database/client'
import { insightOf } from './insight'
import { lookWhileOpen } from './looks'
import { shownOf } from './shown'
import { editionOf, wordingOf } from './wording'

const never = () => false
const base = fixtureLesson()
const items = ['one', 'two', 'three'].map(id => ({
  id,
  kind: 'knowledge' as const,
  objective: 'spot',
  question: 'What could Sam do?',
  options: [
    { id: 'tell', text: 'Tell', correct: true as const },
    { id: 'keep', text: 'Keep it', misconception: 'secrets' },
    { id: 'wait', text: 'Wait', misconception: 'secrets' },
  ],
}))

/** Asks everybody all four questions of the quiz. @param asked what the first question of the check and of the quiz asks */
const lessonOf = (version: number, asked: string) => fixtureLesson({
  version,
  screens: [
    ...base.screens.slice(0, 1),
    { id: 'check', type: 'check', title: 'Check', form: 'before', items: items.map((item, at) => at === 0 ? { ...item, question: asked } : item) },
    ...base.screens.slice(1).map(screen => screen.type !== 'quiz'
      ? screen
      : { ...screen, draw: 4, pool: screen.pool.map((item, at) => at === 0 ? { ...item, question: asked } : item) }),
  ] as Lesson['screens'],
})
const older = lessonOf(3, 'What would be kind?')
const newer = lessonOf(4, 'What would be safe?')

async function classOf(db: Db, count: number) {
  let made = 0
  // In an order that is the same each time, so that what may be shown is as well.
  const pupilId = () => createHash('sha256').update(`pupil ${++made}`).digest('hex').slice(0, 22).replace(/\d/g, digit => 'ghijklmnop'.charAt(Number(digit)))
  const { staff, classId, schoolId, pupilIds } = await seededSchool(db, { pupils: count, pupilId })
  await assign(db, staff, { classId, lessonIds: [older.id], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
  const [assignment] = await assignmentsOf(db, staff, classId)
  if (!assignment) throw new Error('one was assigned')
  const work = async (lesson: Lesson, from: number, to: number) => {
    const quiz = lesson.screens.find(screen => screen.type === 'quiz')
    if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')
    for (const [index, id] of pupilIds.slice(from, to).entries()) {
      const responses = Object.fromEntries(drawItems(quiz, index).map(({ id: item }, place) =>
        [item, ['tell', 'tell', 'keep', 'tell', 'ask', '-', 'keep'][(index * 3 + place * 2 + 1) % 7] ?? 'tell']))
      const pupil = { id, schoolId, classId, name: 'Pupil' }
      await takeEvents(db, pupil, assignment, lesson, [
        { id: 'go', version: lesson.version, change: { kind: 'answered', screen: 'quiz', packed: pack({ ...newGo(index), responses }) } },
      ])
      const said = ['keep', 'tell', 'wait'][index % 3] ?? 'tell'
      const answer: CheckAnswer = Object.fromEntries(items.map(({ id: item }) => [item, { said, sure: 'quite' }]))
      await takeCheck(db, pupil, assignment, lesson, 'before', answer, lesson.version)
    }
  }
  return { assignment, staff, work, shown: async () => (await shownOf(db, [assignment.id])).get(assignment.id) ?? [] }
}

const textsOf = (lesson: Lesson, shown: Awaited<ReturnType<Awaited<ReturnType<typeof classOf>>['shown']>>) =>
  insightOf(lesson, shown).items.filter(({ id }) => id === 'one').map(({ form, question, isEarlier }) => `${form} ${question} ${isEarlier}`).sort()

describe.each(engines)('what was counted, on %s', (engine) => {
  it('keeps the words that were answered when a lesson is written anew, and is counted apart from the new ones', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, work, shown, staff } = await classOf(db, 24)
    await work(older, 0, 12)
    await lookWhileOpen(db, assignment, older, never)
    await work(newer, 12, 24)
    await lookWhileOpen(db, assignment, newer, never)
    const both = [
      'before What would be kind? true', 'before What would be safe? false',
      'quiz What would be kind? true', 'quiz What would be safe? false',
    ]
    expect(textsOf(newer, await shown())).toEqual(both)
    const { counted } = insightOf(newer, await shown())
    expect(counted.map(({ form, state, isEarlier }) => [form, state, isEarlier])).toEqual([
      ['before', 'shown', false], ['before', 'shown', true], ['quiz', 'shown', false], ['quiz', 'shown', true],
    ])
    for (const { over } of counted) expect(over).toBe(10)
    // The question is gone from the lesson altogether: what was said of it is still there, with its words.
    await closeForGood(db, staff, assignment.id, base, never)
    expect(textsOf(base, await shown())).toEqual(expect.arrayContaining(['quiz What would be kind? true', 'before What would be safe? true']))
    // Nothing that anybody answered is among the words.
    const rows = await db.selectFrom('insight_wording').select('wording').execute()
    expect(Object.keys(JSON.parse(rows[0]?.wording ?? '') as object).sort()).toEqual(['beliefs', 'objectives', 'questions'])
  })

  it('goes on together where only other words of the lesson have changed', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment, work, shown } = await classOf(db, 12)
    await work(older, 0, 6)
    await work({ ...older, version: 4, misconceptions: [{ id: 'secrets', text: 'Secrets are for ever.' }] }, 6, 12)
    await lookWhileOpen(db, assignment, older, never)
    expect((await shown()).map(({ form, picture }) => [form, picture?.over]).sort()).toEqual([['before', 10], ['quiz', 10]])
  })

  it('leaves out a check that was answered in the words of before and comes after them; it was given all the same', async () => {
    const { db } = await freshDatabase(engine)
    const { assignment } = await classOf(db, 1)
    const [{ id = '' } = {}] = await db.selectFrom('pupil').select('id').execute()
    const pupil = { id, schoolId: assignment.school_id, classId: assignment.class_id, name: 'Pupil' }
    await takeCheck(db, pupil, assignment, newer, 'before', { one: { said: 'tell', sure: 'very' } }, older.version)
    expect(await db.selectFrom('tally').selectAll().execute()).toEqual([])
    expect(await db.selectFrom('check_done').select('form').execute()).toEqual([{ form: 'before' }])
  })

  it('takes in what an older release has counted of the same work', async () => {
    const { db } = await freshDatabase(engine)
    const { work, assignment } = await classOf(db, 2)
    await work(older, 0, 1)
    for (const table of ['tally', 'quiz_entry'] as const) await db.updateTable(table).set({ edition: '' }).execute()
    await db.deleteFrom('insight_wording').execute()
    await work(older, 1, 2)
    const edition = editionOf(wordingOf(older, 'quiz'))
    expect(await db.selectFrom('quiz_entry').select('edition').where('assignment_id', '=', assignment.id).execute())
      .toEqual([{ edition }, { edition }])
    expect(await db.selectFrom('tally').select('item_id').where('edition', '=', '').execute()).toEqual([])
  })
})

describe('an edition', () => {
  const { questions } = wordingOf(older, 'quiz')
  const edition = editionOf({ questions })

  it('is the same in another order, and where only what teachers read has changed', () => {
    expect(editionOf({ questions: questions.toReversed().map(one => ({ ...one, options: one.options.toReversed() })) })).toBe(edition)
    expect(editionOf({ questions: questions.map(one => ({ ...one, objective: 'another' })) })).toBe(edition)
  })

  it('is another one with any word that a pupil reads before answering, with another right answer, and with another id', () => {
    const [first] = questions
    if (!first) throw new Error('there is a question')
    const [option, second] = first.options
    if (!option || !second) throw new Error('there are options')
    const others = [
      { ...first, question: 'Another?' }, { ...first, vignette: 'Another.' }, { ...first, id: 'another' },
      { ...first, options: [{ ...option, text: 'Another' }, ...first.options.slice(1)] },
      { ...first, options: [{ ...option, id: 'another' }, ...first.options.slice(1)] },
      { ...first, options: [{ ...option, correct: undefined }, { ...second, correct: true as const }, ...first.options.slice(2)] },
      { ...first, options: first.options.slice(1) },
    ]
    const editions = others.map(one => editionOf({ questions: [one, ...questions.slice(1)] }))
    expect(new Set([edition, ...editions]).size).toBe(others.length + 1)
  })
})
