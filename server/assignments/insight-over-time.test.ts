/** Whatever staff and pupils do in whichever order, of what is shown no two pictures are to be subtracted from each other. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { drawItems, newGo, pack } from '#activities/quiz/score'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { makeClass } from '../classes/classes'
import { changeGroup, makeGroup } from '../classes/groups'
import { erasePupil } from '../classes/pupils'
import { lookWhileOpen } from '../insight/looks'
import { Rounds } from '../insight/rounds'
import { showRound } from '../insight/show-round'
import { RULES } from '../insight/statements'
import { Refusal } from '../platform/refusal'
import { assign, assignToSeveral, assignmentsOf, bringBack, daysAfter, today, withdraw, type Assignment } from './assignments'
import { ensureOpen, takeEvents } from './attempts'
import { letCatchUp } from './catching-up'
import { closeAssignment, emptyClosed, reopenAssignment } from './closing'
import { movePupil } from './move-pupil'
import { beginSecondGo, giveSecondGo } from './second-go'

const lesson = fixtureLesson()
const quiz = lesson.screens.find(screen => screen.type === 'quiz')
if (quiz?.type !== 'quiz') throw new Error('the fixture has a quiz')
const items = drawItems(quiz, 1)
const wanted = { opensOn: today(), weekly: false, dueAfter: null, boosterWeeks: null, lessonIds: [lesson.id] }
const PUPILS = 22
const never = () => false
/** A lesson that is given to a class, to another, to two groups, and to the class once more. */
const WORKS = 5

const settle = (id: string, turn: number) => ({
  id,
  change: {
    kind: 'answered' as const,
    screen: 'quiz',
    packed: pack({ ...newGo(1), responses: Object.fromEntries(items.map(({ id: item }, index) => [item, ['tell', 'keep', 'tell'][(turn + index) % 3] ?? 'tell'])) }),
  },
})

/** Most of what happens is that pupils work and somebody looks. */
const step = fc.oneof(
  { weight: 12, arbitrary: fc.record({ what: fc.constant('settle' as const), from: fc.nat(PUPILS - 1), pupils: fc.integer({ min: 1, max: 12 }), work: fc.nat(WORKS - 1) }) },
  { weight: 4, arbitrary: fc.record({ what: fc.constant('together' as const), from: fc.nat(PUPILS - 1), pupils: fc.integer({ min: 8, max: PUPILS }), item: fc.nat(1), isOther: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ what: fc.constant('look' as const) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('restart' as const) }) },
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom('close' as const, 'undo' as const, 'empty' as const, 'remove' as const, 'bring-back' as const), work: fc.nat(WORKS - 1),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      what: fc.constantFrom('catch-up' as const, 'second-go' as const, 'erase' as const), pupil: fc.nat(PUPILS - 1), work: fc.nat(WORKS - 1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ what: fc.constant('move' as const), from: fc.nat(PUPILS - 1), pupils: fc.integer({ min: 1, max: 14 }) }) },
  { weight: 1, arbitrary: fc.record({ what: fc.constant('group' as const), group: fc.nat(1), from: fc.nat(PUPILS - 1) }) },
)

it('nobody is in two pictures of a lesson, each is of ten or more in fives, and what was shown stays as it is', async () => {
  let seen = 0
  let answeredTogether = 0
  await fc.assert(fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 45 }), async (steps) => {
    const { db } = await freshDatabase('sqlite')
    const { schoolId, classId, staff, pupilIds } = await seededSchool(db, { pupils: PUPILS })
    const { id: other } = await makeClass(db, staff, 'Another')
    const groups = await Promise.all([[0, 12], [8, 20]].map(async ([from, to], index) =>
      (await makeGroup(db, staff, classId, { name: `Group ${index}`, pupilIds: pupilIds.slice(from, to) })).id))
    for (const to of [classId, other]) await assign(db, staff, { ...wanted, classId: to })
    for (const to of groups) {
      const again = [{ to, lessonId: lesson.id }]
      await assignToSeveral(db, staff, { ...wanted, classIds: [], groupIds: [to], goOn: [], again })
    }
    await assign(db, staff, { ...wanted, classId, opensOn: daysAfter(today(), -1), again: [lesson.id] })
    const works: Assignment[] = [...await assignmentsOf(db, staff, classId), ...await assignmentsOf(db, staff, other)]
    expect(works).toHaveLength(WORKS)
    /** By pupil, all that they were ever shown with; and every picture as it was first seen. */
    const shownWith = new Map<string, Set<string>>()
    const pictures = new Map<string, string | null>()
    /** Of whom the answers to a question were shown: in the quiz, as it grew and as long as it is kept, and together. */
    let inQuiz: { readonly work: string, readonly item: string, readonly pupils: string }[] = []
    const together: { readonly item: string, readonly pupils: string }[] = []
    let rounds = new Rounds(never)
    let told = 0

    async function settled(pupil: string, work: Assignment) {
      const row = await db.selectFrom('pupil').select(['id', 'name', 'class_id']).where('id', '=', pupil).executeTakeFirst()
      if (!row) return
      const who = { id: row.id, name: row.name, schoolId, classId: row.class_id }
      const open = await ensureOpen(db, who, work.id)
      await beginSecondGo(db, who, open)
      await takeEvents(db, who, open, lesson, [settle(`event-${told++}`, told)])
    }
    async function done(one: (typeof steps)[number]) {
      switch (one.what) {
        case 'settle':
          for (let place = 0; place < one.pupils; place++)
            await settled(pupilIds[(one.from + place) % PUPILS] ?? '', works[one.work] as Assignment).catch(passRefusals)
          return
        case 'look':
          for (const work of works) {
            const now = await db.selectFrom('assignment').selectAll().where('id', '=', work.id).executeTakeFirst()
            if (now && now.removed_at === null) await lookWhileOpen(db, now, lesson, never)
          }
          return
        case 'together': {
          const item = items[one.item]
          if (!item) return
          const to = one.isOther ? other : classId
          const { id: round } = rounds.begin(to, { lesson: lesson.id, locale: 'en', item })
          const here = await db.selectFrom('pupil').select('id').where('class_id', '=', to).orderBy('name').execute()
          for (let place = 0; place < Math.min(one.pupils, here.length); place++)
            rounds.answer(to, here[(one.from + place) % here.length]?.id ?? '', { round, option: place % 3 === 0 ? 'keep' : 'tell' })
          await showRound(db, { id: to, school_id: schoolId }, rounds)
          const counted = rounds.toldOf(to)
          if (counted.length > 0) together.push({ item: item.id, pupils: named(counted) })
          return
        }
        case 'restart': return void (rounds = new Rounds(never))
        case 'group': {
          const ids = Array.from({ length: 11 }, (_, place) => pupilIds[(one.from + place) % PUPILS] ?? '')
          return changeGroup(db, staff, groups[one.group] ?? '', { name: `Group ${one.group}`, pupilIds: ids })
        }
        case 'move': {
          for (let place = 0; place < one.pupils; place++) {
            const id = pupilIds[(one.from + place) % PUPILS] ?? ''
            const pupil = await db.selectFrom('pupil').select('class_id').where('id', '=', id).executeTakeFirst()
            if (pupil) await movePupil(db, staff, id, pupil.class_id === classId ? other : classId)
          }
          return
        }
        case 'erase': return erasePupil(db, staff, pupilIds[one.pupil] ?? '')
        default: {
          const work = works[one.work] as Assignment
          if (one.what === 'close') return closeAssignment(db, staff, work.id)
          if (one.what === 'undo') return reopenAssignment(db, staff, work.id)
          if (one.what === 'remove') return withdraw(db, staff, work.id)
          if (one.what === 'bring-back') return bringBack(db, staff, work.id)
          if (one.what === 'catch-up') return letCatchUp(db, staff, work.id, pupilIds[one.pupil] ?? '')
          if (one.what === 'second-go') return void await giveSecondGo(db, staff, work.id, pupilIds[one.pupil])
          const closed = await db.selectFrom('assignment').selectAll().where('id', '=', work.id).executeTakeFirstOrThrow()
          // Another day, and what was said is deleted: what is answered from now on is another occasion.
          if (await emptyClosed(db, closed, lesson, never)) inQuiz = inQuiz.filter(picture => picture.work !== work.id)
        }
      }
    }
    /** After every step, and so before anything is deleted: who stands in the pictures that are there. */
    async function remember() {
      for (const row of await db.selectFrom('quiz_entry').select(['pupil_id', 'assignment_id']).where('place', 'is not', null).execute())
        shownWith.set(row.pupil_id, new Set([...shownWith.get(row.pupil_id) ?? [], row.assignment_id]))
      const placed = await db.selectFrom('quiz_entry').select(['pupil_id', 'assignment_id', 'answers'])
        .where('place', 'is not', null).orderBy('place').execute()
      for (const work of works) {
        for (const { id } of items) {
          const met = placed.filter(row => row.assignment_id === work.id && id in (JSON.parse(row.answers) as object))
            .map(row => row.pupil_id)
          const whole = met.length - met.length % RULES.step
          if (whole >= RULES.least) inQuiz.push({ work: work.id, item: id, pupils: named(met.slice(0, whole)) })
        }
      }
      for (const { assignment_id: of, form, edition, over, said } of await db.selectFrom('insight_look').selectAll().execute()) {
        const key = `${of} ${form} ${edition} ${over}`
        if (pictures.has(key)) expect(said).toBe(pictures.get(key))
        pictures.set(key, said)
        expect([over >= RULES.least, over % RULES.step]).toEqual([true, 0])
      }
      for (const { item, pupils } of together) {
        const seenAs = inQuiz.filter(picture => picture.item === item).map(picture => picture.pupils)
        // Who is in what was said together is in no picture of the quiz, or in one of the very same pupils.
        if (!seenAs.includes(pupils)) expect(seenAs.filter(others => overlap(pupils, others))).toEqual([])
        const asked = together.filter(picture => picture.item === item && picture.pupils !== pupils)
        expect(asked.filter(others => overlap(pupils, others.pupils))).toEqual([])
      }
    }
    for (const one of steps) {
      if (one.what === 'empty') {
        await done({ what: 'look' })
        await remember()
      }
      await done(one).catch(passRefusals)
      await remember()
    }
    seen += [...pictures.values()].filter(said => said !== null).length
    expect([...shownWith.values()].filter(({ size }) => size > 1)).toEqual([])
    answeredTogether += together.length
  }), { numRuns: 40 })
  expect(seen).toBeGreaterThan(10)
  expect(answeredTogether).toBeGreaterThan(5)
})

const named = (pupils: readonly string[]) => [...pupils].sort().join()
const overlap = (some: string, others: string) => some.split(',').some(pupil => others.split(',').includes(pupil))

/** What is refused happens to whoever presses at the wrong moment. */
function passRefusals(error: unknown) {
  if (!(error instanceof Refusal)) throw error
}
