import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newAttempt } from '#shared/attempt/attempt'
import type { AttemptEvent } from '#shared/attempt/attempt-changes'
import { decodeAttempt } from '#shared/attempt/suspend-data'
import { foldChange } from '#activities/fold-changes'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { assign, assignmentsOf, today } from './assignments'
import { classOutline, takeEvents } from './attempts'
import { makeClass } from '../classes/classes'
import { heardIn, heardText, markOf, MOST_MOVES, sortNew } from '../platform/database/event-marks'
import { movePupil } from './move-pupil'

const lesson = fixtureLesson()
const outline = classOutline(lesson)
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')
const packedGo = (go: number, answered: number) => {
  const items = drawItems(quiz, go).slice(0, answered)
  return pack({
    ...newGo(go, go),
    responses: Object.fromEntries(
      items.map(({ id, options }) => [id, options.find(({ correct }) => (correct === true) === (go % 2 === 0))?.id ?? '']),
    ),
  })
}

const screen = fc.constantFrom(...lesson.screens.map(({ id }) => id))
const change: fc.Arbitrary<AttemptEvent['change']> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('arrived' as const), screen }) },
  fc.record({ kind: fc.constant('marked' as const), screen, mark: fc.constantFrom('seen' as const, 'skipped' as const, 'done' as const) }),
  fc.record({
    kind: fc.constant('answered' as const),
    screen: fc.constant(quiz.id),
    packed: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.nat(quiz.draw)).map(([go, answered]) => packedGo(go, answered)),
  }),
  fc.constant({ kind: 'finished' as const }),
)
const history = fc
  .array(change, { minLength: 1, maxLength: 12 })
  .map(changes => changes.map((one, index): AttemptEvent => ({ id: `event-${index}`, change: one })))
/** What happened, cut into requests, some of which are sent again at any time after the first. */
const requests = history.chain(events =>
  fc
    .array(fc.tuple(fc.nat(events.length), fc.nat(events.length)), { maxLength: 8 })
    .map((again) => {
      const first = events.map(event => [event])
      return [
        ...first,
        ...again.map(([from, to]) => events.slice(Math.min(from, to), Math.max(from, to))).filter(batch => batch.length > 0),
      ]
    })
    .chain(all =>
      fc.tuple(
        fc.constant(events),
        fc.constant(all.slice(0, events.length)),
        fc
          .array(fc.nat(), { minLength: all.length - events.length, maxLength: all.length - events.length })
          .map(places => all.slice(events.length).map((batch, index) => ({ batch, after: places[index] ?? 0 }))),
      ),
    ),
)

describe('what an attempt remembers of events', () => {
  it('is a few letters of each move, and comes back as it was', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.uuid(), { maxLength: 50 }), (ids) => {
      const marks = new Set(ids.map(markOf))
      expect([...heardIn(heardText(marks))]).toEqual([...marks])
      expect(heardText(marks)).toHaveLength(8 * ids.length)
    }))
  })

  it('ends at the cap: what moves nobody is taken all the same', () => {
    const full = heardText(new Set(Array.from({ length: MOST_MOVES }, (_, index) => markOf(`move-${index}`))))
    const moved = { id: 'more', change: { kind: 'arrived', screen: quiz.id } } as const
    const done = { id: 'done', change: { kind: 'finished' } } as const
    expect(sortNew(full, [{ ...moved, id: 'move-3' }, moved, done])).toEqual({ fresh: [done], tooMany: ['more'], heard: full })
  })
})

describe.each(engines)('an attempt that remembers little, on %s', (engine) => {
  async function classAtWork() {
    const { db } = await freshDatabase(engine)
    const { staff, classId, schoolId, pupilIds: [id = ''] } = await seededSchool(db, { pupils: 1 })
    const give = async (to: string) => {
      await assign(db, staff, { classId: to, lessonIds: [lesson.id], opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null })
      return (await assignmentsOf(db, staff, to))[0]
    }
    const given = await give(classId)
    if (!given) throw new Error('one was assigned')
    return { db, staff, classId, give, assignment: given, pupil: { id, schoolId, classId, name: 'Pupil 1' } }
  }
  const kept = async ({ db }: Pick<Awaited<ReturnType<typeof classAtWork>>, 'db'>) => {
    const row = await db.selectFrom('attempt').select('state').executeTakeFirstOrThrow()
    const decoded = decodeAttempt(outline, row.state)
    return decoded.kind === 'attempt' ? decoded.attempt : decoded
  }

  it('counts each event once, however it is cut and whenever it is sent again', async () => {
    const at = await classAtWork()
    await fc.assert(fc.asyncProperty(requests, async ([events, first, again]) => {
      await at.db.deleteFrom('attempt').execute()
      for (const [index, batch] of first.entries()) {
        await takeEvents(at.db, at.pupil, at.assignment, lesson, batch)
        for (const late of again.filter(({ after }) => after % first.length === index)) {
          const resent = late.batch.filter(event => events.indexOf(event) <= index)
          if (resent.length > 0) await takeEvents(at.db, at.pupil, at.assignment, lesson, resent)
        }
      }
      expect(await kept(at)).toEqual(
        events.reduce((attempt, event) => foldChange(lesson, outline, attempt, event.change), newAttempt(outline)),
      )
    }), { numRuns: engine === 'sqlite' ? 60 : 15 })
  })

  it('takes a flood without growing, says what it will never take, and goes on to take what counts', async () => {
    const at = await classAtWork()
    const arrived = (id: string) => ({ id, change: { kind: 'arrived' as const, screen: quiz.id } })
    const size = async () =>
      (await at.db.selectFrom('attempt').select(['state', 'heard']).execute()).reduce(
        (sum, { state, heard }) => sum + state.length + heard.length,
        0,
      )
    for (let from = 0; from < MOST_MOVES; from += 400)
      await takeEvents(
        at.db,
        at.pupil,
        at.assignment,
        lesson,
        Array.from({ length: 400 }, (_, index) => arrived(`move-${from + index}`)),
      )
    const full = await size()
    expect(full).toBeLessThan(20_000)
    const { held, refused } = await takeEvents(at.db, at.pupil, at.assignment, lesson, [
      arrived('move-7'),
      arrived('too-many'),
      { id: 'nowhere', change: { kind: 'arrived', screen: 'nowhere' } },
      { id: 'forged', change: { kind: 'answered', screen: quiz.id, packed: '1.1.0~nobody*knows' } },
      { id: 'no-quiz', change: { kind: 'answered', screen: lesson.screens[0]?.id ?? '', packed: '1.1.0' } },
      ...Array.from({ length: 300 }, (_, index) => ({ id: `mark-${index}`, change: { kind: 'finished' as const } })),
    ])
    expect(refused).toEqual([
      { id: 'nowhere', reason: 'unknown-screen' },
      { id: 'forged', reason: 'impossible' },
      { id: 'no-quiz', reason: 'impossible' },
      { id: 'too-many', reason: 'cap' },
    ])
    expect([held.length, held.includes('move-7')]).toEqual([301, true])
    expect(await kept(at)).toMatchObject({ finished: true })
    expect(await size()).toBeLessThan(full + 200)
  })

  it('remembers across a move to another class in which the pupil has worked before', async () => {
    const at = await classAtWork()
    const { id: to } = await makeClass(at.db, at.staff, '6A')
    const there = await at.give(to)
    const move = (id: string, index: number): AttemptEvent => ({ id, change: { kind: 'arrived', screen: lesson.screens[index]?.id ?? '' } })
    // Work in both classes, from before: they were in the other one, and came back.
    if (!there) throw new Error('one was assigned')
    await at.db
      .insertInto('attempt')
      .values({
        id: 'there',
        school_id: at.pupil.schoolId,
        assignment_id: there.id,
        pupil_id: at.pupil.id,
        lesson_version: lesson.version,
        state: '',
        status: 'started',
        points: null,
        max: null,
        changes: 1,
      })
      .execute()
    await takeEvents(at.db, at.pupil, at.assignment, lesson, [move('old', 1)])
    await movePupil(at.db, at.staff, at.pupil.id, to)
    const now = { ...at.pupil, classId: to }
    await takeEvents(at.db, now, there, lesson, [move('new', 2)])
    const { held, state } = await takeEvents(at.db, now, there, lesson, [move('old', 1)])
    expect(held).toEqual(['old'])
    expect(decodeAttempt(outline, state)).toMatchObject({ attempt: { screenId: lesson.screens[2]?.id } })
  })
})
