/** Whoever catches up after a lesson was closed comes alone, and their teacher knows who it is: nothing of it may be seen. */
import { expect, it } from 'vitest'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { classWithLesson, wholeGo } from '../../tests/support/databases/class-with-lesson'
import { engines, freshDatabase } from '../../tests/support/databases/databases'
import { ensureAssignment } from '../assignments/assignments'
import { ensureOpen, takeEvents } from '../assignments/attempts'
import { letCatchUp } from '../assignments/catching-up'
import { closeAssignment, emptyClosed } from '../assignments/closing'
import { lookWhileOpen } from './looks'

const lesson = fixtureLesson()
const never = () => false

it.each(engines.flatMap(engine => [[engine, 'within the day'], [engine, 'after it']] as const))(
  'on %s, one who catches up %s changes nothing that was shown, however they answer',
  async (engine, when) => {
    const shownAfter = async (right: number | null) => {
      const { db } = await freshDatabase(engine)
      const { staff, assignment, pupils } = await classWithLesson(db, lesson, 12)
      for (const [index, pupil] of pupils.slice(0, 11).entries())
        await takeEvents(db, pupil, assignment, lesson, [wholeGo(lesson, index % 4, { seed: index })])
      await lookWhileOpen(db, assignment, lesson, never)
      await closeAssignment(db, staff, assignment.id)
      const now = () => ensureAssignment(db, staff, assignment.id)
      if (when === 'after it') await emptyClosed(db, await now(), lesson, never)
      const last = pupils[11]
      if (!last) throw new Error('there are twelve')
      await letCatchUp(db, staff, assignment.id, last.id)
      if (right !== null)
        await takeEvents(db, last, await ensureOpen(db, last, assignment.id), lesson, [wholeGo(lesson, right, { seed: 12 })])
      // Whoever looks in between sees no more.
      if (when === 'within the day') await lookWhileOpen(db, await now(), lesson, never)
      await emptyClosed(db, await now(), lesson, never)
      const looks = await db.selectFrom('insight_look').select(['form', 'edition', 'over', 'classes']).orderBy('over').execute()
      const left = await Promise.all((['quiz_entry', 'insight_waiting', 'tally'] as const).map(table => db.selectFrom(table).selectAll().execute()))
      return { looks, left: left.flat() }
    }
    const without = await shownAfter(null)
    expect(without.looks.map(({ over }) => over)).toEqual([10])
    for (const right of [0, 2, 3]) expect(await shownAfter(right), `${right} right`).toEqual(without)
    expect(without.left).toEqual([])
  },
)
