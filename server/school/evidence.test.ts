import { describe, expect, it } from 'vitest'
import type { Lesson } from '#activities/lesson'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { engines, freshDatabase, seededSchool } from '../../tests/support/databases/databases'
import { shownLesson } from '../../tests/support/insight/shown-lesson'
import type { Library } from '../content/library/library'
import type { Word } from '../insight/statements'
import { eraseClass } from '../classes/class-deletion'
import type { Db } from '../platform/database/client'
import { sumUp } from '../insight/evidence'
import { evidenceOf, keepNotes, lookAfterEvidence } from './evidence'

const base = fixtureLesson()
const lesson: Lesson = fixtureLesson({
  misconceptions: [{ id: 'kind', text: 'Kind is safe.' }, { id: 'photo', text: 'A photo proves it.' }],
  screens: base.screens.map(screen => screen.type !== 'quiz'
    ? screen
    : {
        ...screen,
        pool: screen.pool.map((item, index) => ({
          ...item,
          options: item.options.map(option => option.correct ? option : { ...option, misconception: index % 2 === 0 ? 'kind' : 'photo' }),
        })),
      }),
})
const library = {
  lessons: [{ value: lesson }], curricula: [], packs: [], packCommons: [], issues: [],
} as unknown as Library

const NOW = new Date('2026-11-29T12:00:00Z')
const daysAgo = (days: number) => new Date(NOW.getTime() - days * 86_400_000).toISOString()
/** No chance, so that a test can say what comes. */
const none = () => 0.999

interface Closing {
  readonly kind?: 'lesson' | 'booster'
  readonly word?: Word
  readonly closed?: number
  readonly classId?: string
  /** Counted with so many classes. */
  readonly classes?: number
}

/** A class that has closed the lesson, with what was shown of it. */
const closes = (db: Db, schoolId: string, { word = 2, closed = 3, ...more }: Closing = {}) =>
  shownLesson(db, schoolId, lesson, { ...more, words: { kind: word }, closedAt: daysAgo(closed), opensOn: '2026-11-02', yearEnds: '2027-07-31' })

const sums = async (db: Db) => (await db.selectFrom('evidence_sum').select(['kind', 'said']).orderBy('id').execute())
  .map(({ kind, said }) => ({ kind, said: JSON.parse(said) as Record<string, { of: number, classes: number, text: string }> }))
const kept = async (db: Db) => JSON.stringify(await db.selectFrom('evidence_sum').selectAll().orderBy('id').execute())

describe.each(engines)('the evidence of a school, on %s', (engine) => {
  it('waits for a second class, sums both once, and takes in further classes by two', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId } = await seededSchool(db, { pupils: 0 })
    await closes(db, schoolId)
    await sumUp(db, schoolId, none)
    expect(await sums(db)).toEqual([])
    await closes(db, schoolId)
    await sumUp(db, schoolId, none)
    expect((await sums(db)).map(({ said }) => said)).toEqual([{ 'quiz belief kind': expect.objectContaining({ of: 40, classes: 2, text: 'Kind is safe.' }) }])
    const before = await kept(db)
    await closes(db, schoolId)
    await sumUp(db, schoolId)
    expect(await kept(db)).toBe(before)
    await closes(db, schoolId)
    await sumUp(db, schoolId, none)
    expect((await sums(db)).map(({ said }) => said['quiz belief kind']?.classes)).toEqual([2, 2])
  })

  it('is the same whenever it is looked at, whoever moves up, is deleted for good or has its closing undone meanwhile', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId } = await seededSchool(db, { pupils: 0 })
    const first = await closes(db, schoolId, { word: 4 })
    const second = await closes(db, schoolId, { word: 4 })
    const report = async () => {
      const { changed, misunderstood } = await evidenceOf(db, schoolId, library, 'en', undefined, NOW)
      return { changed, misunderstood }
    }
    await sumUp(db, schoolId, none)
    const seen = await report()
    expect(seen.misunderstood).toHaveLength(1)
    await db.updateTable('class').set({ name: '6 Rowan', year_ends: '2028-07-31' }).where('id', '=', first.classId).execute()
    expect(await report()).toEqual(seen)
    await db.transaction().execute(all => eraseClass(all, { id: second.classId, school_id: schoolId }, NOW.toISOString()))
    expect(await report()).toEqual(seen)
    await db.updateTable('assignment').set({ closed_at: null }).where('id', '=', first.assignmentId).execute()
    expect(await report()).toEqual(seen)
    await db.updateTable('assignment').set({ closed_at: daysAgo(2) }).where('id', '=', first.assignmentId).execute()
    await closes(db, schoolId, { word: 0 })
    expect(await report()).toEqual(seen)
  })

  it('says the day on which it is made, and what was misunderstood by the words that are shown, then in the lesson\'s order', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId } = await seededSchool(db, { pupils: 0 })
    const wanted = { closedAt: daysAgo(3), opensOn: '2026-11-02', yearEnds: '2027-07-31' }
    for (const name of ['5 Fir', '5 Elm']) await shownLesson(db, schoolId, lesson, { ...wanted, name, words: { photo: 2, kind: 4 } })
    await sumUp(db, schoolId, none)
    const { misunderstood, madeOn } = await evidenceOf(db, schoolId, library, 'en', undefined, NOW)
    expect(misunderstood.map(({ text }) => text)).toEqual(['Kind is safe.', 'A photo proves it.'])
    expect(madeOn).toBe('2026-11-29')
    expect((await evidenceOf(db, schoolId, library, 'en', '2027-07-31', new Date('2028-01-15'))).madeOn).toBe('2028-01-15')
    // Whichever sum was kept first, and whatever its id, beliefs of the same words stand in one order.
    await db.deleteFrom('evidence_sum').execute()
    for (const text of ['photo', 'kind']) await db.insertInto('evidence_sum').values({
      id: text === 'kind' ? 'z' : 'a', school_id: schoolId, year_ends: '2027-07-31', lesson_id: lesson.id, kind: 'lesson', pools: '[]',
      said: JSON.stringify({ [`quiz belief ${text}`]: { text, classes: 2, of: 40, sum: text === 'photo' ? 25.9 : 25.1, spread: 1 } }),
    }).execute()
    expect((await evidenceOf(db, schoolId, library, 'en', undefined, NOW)).misunderstood.map(({ text }) => text)).toEqual(['kind', 'photo'])
  })

  it('leaves out what can be reopened still, and classes that are being deleted', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId } = await seededSchool(db, { pupils: 0 })
    await closes(db, schoolId)
    const { assignmentId } = await closes(db, schoolId, { closed: 0.5 })
    await db.updateTable('assignment').set({ can_reopen: 1 }).where('id', '=', assignmentId).execute()
    const { classId } = await closes(db, schoolId)
    await db.updateTable('class').set({ deleted_at: NOW.toISOString() }).where('id', '=', classId).execute()
    await sumUp(db, schoolId)
    expect(await sums(db)).toEqual([])
  })

  it('sums what small classes were shown together once, though each has a copy, also where one of them is summed later', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId } = await seededSchool(db, { pupils: 0 })
    await closes(db, schoolId, { classes: 2 })
    await closes(db, schoolId, { word: 1 })
    await sumUp(db, schoolId, none)
    expect((await sums(db)).map(({ said }) => said['quiz belief kind'])).toMatchObject([{ of: 40, classes: 3 }])
    await closes(db, schoolId, { classes: 2 })
    await closes(db, schoolId, { word: 1 })
    await sumUp(db, schoolId, none)
    expect(await sums(db)).toHaveLength(1)
  })

  it('compares a lesson with its look back, of the same classes, and no class with nothing', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId } = await seededSchool(db, { pupils: 0 })
    for (const word of [4, 4, 4] as const) {
      const { classId } = await closes(db, schoolId, { word })
      await closes(db, schoolId, { classId, kind: 'booster', word: 0 })
    }
    await closes(db, schoolId, { word: 0 })
    await sumUp(db, schoolId, none)
    const lookBack = (await sums(db)).find(({ kind }) => kind === 'booster')?.said
    expect([lookBack?.['first belief kind']?.classes, lookBack?.['later belief kind']?.classes]).toEqual([3, 3])
    const { changed } = await evidenceOf(db, schoolId, library, 'en', undefined, NOW)
    expect(changed).toMatchObject([{ kind: 'look-back', text: 'Kind is safe.', lesson: lesson.title, verdict: 'clear-fewer' }])
    expect(JSON.stringify(changed)).not.toMatch(/\d/)
  })

  it('holds nothing of another school', async () => {
    const { db } = await freshDatabase(engine)
    const [one, other] = [await seededSchool(db, { pupils: 0 }), await seededSchool(db, { pupils: 0 })]
    await closes(db, one.schoolId)
    await closes(db, other.schoolId)
    await lookAfterEvidence(db, NOW)
    expect(await sums(db)).toEqual([])
    await keepNotes(db, one.schoolId, { year: '2027-07-31', notes: ['Ours.'] })
    expect((await evidenceOf(db, other.schoolId, library, 'en', undefined, NOW)).notes).toEqual([])
  })

  it('keeps what the school did line by line, by year, and forgets both after four years', async () => {
    const { db } = await freshDatabase(engine)
    const { schoolId } = await seededSchool(db, { pupils: 0 })
    await closes(db, schoolId)
    await closes(db, schoolId)
    await sumUp(db, schoolId, none)
    await keepNotes(db, schoolId, { year: '2027-07-31', notes: ['A letter home.', 'A parents\' evening.'] })
    await keepNotes(db, schoolId, { year: '2027-07-31', notes: ['A parents\' evening.', 'A letter home.'] })
    const of = async (now: Date) => {
      await lookAfterEvidence(db, now)
      return evidenceOf(db, schoolId, library, 'en', '2027-07-31', now)
    }
    expect((await of(NOW)).notes).toEqual(['A parents\' evening.', 'A letter home.'])
    expect((await of(new Date('2031-07-30'))).misunderstood).toHaveLength(1)
    const gone = await of(new Date('2031-08-02'))
    expect([gone.year, gone.notes, gone.misunderstood]).toEqual(['2032-07-31', [], []])
  })
})
