/** The school's evidence: what was shown of classes is summed once, as soon as two or more are there, and the sum is kept. */
import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { wordNames } from '#shared/api/insight'
import type { Changed, Misunderstood } from '#shared/api/evidence'
import { schoolYearEnd } from '../classes/classes.ts'
import type { Db } from '../platform/database/client.ts'
import type { Row } from '../platform/database/schema.ts'
import { newId } from '../platform/security/tokens.ts'
import { ofLesson, ofLookBack, type Closed, type Contribution, type Texts } from './evidence-parts.ts'
import { likeliest, readingOf, verdictOf } from './readings.ts'
import { shownOf } from './shown.ts'
import { sumsOf, together, type Sum } from './sums.ts'

interface Waiting extends Contribution {
  /** Last day of the school year in which the lesson was opened. */
  readonly yearEnds: string
}

async function waitingIn(db: Db, schoolId: string): Promise<Waiting[]> {
  const { year_ends: ends } = await db.selectFrom('school').select('year_ends').where('id', '=', schoolId).executeTakeFirstOrThrow()
  const closed = await db
    .selectFrom('assignment')
    .innerJoin('class', 'class.id', 'assignment.class_id')
    .select(['assignment.id', 'class_id', 'lesson_id', 'kind', 'opens_on', 'is_summed'])
    .where('assignment.school_id', '=', schoolId)
    .where('class.deleted_at', 'is', null)
    .where('closed_at', 'is not', null)
    // While closing can be undone, more may be shown of it.
    .where('can_reopen', '=', 0)
    .where('removed_at', 'is', null)
    // A group is a part of a class, whose words stand for the whole.
    .where('group_id', 'is', null)
    .orderBy('closed_at')
    .orderBy('assignment.id')
    .execute()
  const shown = await shownOf(db, closed.map(({ id }) => id))
  const of = ({ id }: Pick<Closed, 'id'>) => shown.get(id) ?? []
  return closed.filter(({ is_summed: done }) => done === 0).flatMap((assignment) => {
    const lesson = closed.findLast(other =>
      other.kind === 'lesson' && other.class_id === assignment.class_id && other.lesson_id === assignment.lesson_id)
    const found = assignment.kind === 'lesson'
      ? ofLesson(assignment, of(assignment))
      : lesson ? ofLookBack(assignment, of(assignment), of(lesson)) : null
    return found ? [{ ...found, yearEnds: schoolYearEnd(ends, assignment.opens_on) }] : []
  })
}

/** @returns those of the same year, lesson and words, at least one in each */
function groupsOf(all: readonly Waiting[]): (readonly [Waiting, ...Waiting[]])[] {
  const groups = Map.groupBy(all, ({ yearEnds, edition, assignment: { lesson_id: lesson, kind } }) =>
    [yearEnds, lesson, kind, edition].join())
  return [...groups.values()].flatMap(([first, ...others]) => first ? [[first, ...others] as const] : [])
}

const MOST = 2 ** 32
const byChance = () => randomInt(1, MOST) / MOST

/**
 * Sums what closed since the last time, as soon as two classes or more can go together; one alone waits. What was summed is kept as
 * it is: whatever is closed, moved up or deleted later, a report differs from an earlier one by two classes or more, or not at all.
 * @param uniform between 0 and 1, where it is not to be by chance
 */
export async function sumUp(db: Db, schoolId: string, uniform: () => number = byChance): Promise<void> {
  if (groupsOf(await waitingIn(db, schoolId)).every(({ length }) => length === 1)) return
  await db.transaction().execute(async (transaction) => {
    // Held, so that of two who ask at once the second finds what the first has kept.
    await transaction.updateTable('school').set(({ ref }) => ({ name: ref('name') })).where('id', '=', schoolId).execute()
    const earlier = await transaction.selectFrom('evidence_sum').select('pools').where('school_id', '=', schoolId).execute()
    // A copy of what small classes were shown together may still wait where another was summed.
    const known = new Set(earlier.flatMap(row => pools.parse(JSON.parse(row.pools))))
    for (const group of groupsOf(await waitingIn(transaction, schoolId))) await keepSums(transaction, schoolId, group, known, uniform)
  })
}

async function keepSums(
  transaction: Db,
  schoolId: string,
  group: readonly [Waiting, ...Waiting[]],
  known: ReadonlySet<string>,
  uniform: () => number,
) {
  const [{ yearEnds, assignment: { lesson_id: lessonId, kind } }] = group
  const parts = group.flatMap(one => one.parts).filter(({ pool }) => pool === null || !known.has(pool))
  const sums = Object.entries(sumsOf(parts, uniform))
  if (sums.length === 0) return
  const texts = Object.assign({}, ...group.map(one => one.texts)) as Texts
  await transaction
    .insertInto('evidence_sum')
    .values({
      id: newId(),
      school_id: schoolId,
      year_ends: yearEnds,
      lesson_id: lessonId,
      kind,
      pools: JSON.stringify([...new Set(parts.flatMap(({ pool }) => pool ?? []))]),
      said: JSON.stringify(Object.fromEntries(sums.map(([key, one]) => [key, { ...one, text: texts[key] ?? '' }]))),
    })
    .execute()
  await transaction.updateTable('assignment').set({ is_summed: 1 })
    .where('id', 'in', group.map(({ assignment }) => assignment.id)).execute()
}

const pools = z.array(z.string())
const said = z.record(z.string(), z.object({ text: z.string(), classes: z.int(), of: z.int(), sum: z.number(), spread: z.number() }))

/** Everything that is kept of a year about one statement in the same words. */
interface Line {
  readonly lessonId: string
  readonly key: string
  readonly text: string
  readonly sum: Sum
}

async function linesOf(db: Db, schoolId: string, yearEnds: string): Promise<Line[]> {
  const rows = await db
    .selectFrom('evidence_sum')
    .select(['lesson_id', 'said'])
    .where('school_id', '=', schoolId)
    .where('year_ends', '=', yearEnds)
    .orderBy('id')
    .execute()
  const all = rows.flatMap(({ lesson_id: lessonId, said: text }) =>
    Object.entries(said.parse(JSON.parse(text))).map(([key, { text: words, ...sum }]) => ({ lessonId, key, text: words, sum })))
  return [...Map.groupBy(all, ({ lessonId, key, text }) => `${lessonId} ${key} ${/^(?:after|later)/.test(key) ? '' : text}`).values()]
    .flatMap(([first, ...others]) => first ? [{ ...first, sum: together([first, ...others].map(one => one.sum)) }] : [])
}

export interface Summed {
  /** What changed, the surest first, then by lesson and what was asked. */
  readonly changed: readonly Changed[]
  /** What about half or more chose: by the words that are shown of it, the most first, then by lesson and belief. */
  readonly misunderstood: readonly Misunderstood[]
}

const sureness = ['clear', 'likely', 'close']
/** About half. */
const WORTH = 2

const wordAt = (word: Misunderstood['share']['low']) => wordNames.indexOf(word)
/** No nearer to what is kept than what everybody reads: where the words are the same, the order says nothing more. */
const asShown = ({ share: a }: Misunderstood, { share: b }: Misunderstood) =>
  wordAt(b.low) - wordAt(a.low) || wordAt(b.high) - wordAt(a.high)

/** @param lessons in their order; one that is no longer part of the app comes last, under its id */
export async function summedOf(
  db: Db,
  schoolId: string,
  yearEnds: string,
  lessons: readonly { readonly id: string, readonly title: string }[],
): Promise<Summed> {
  const placeOf = (id: string) => {
    const place = lessons.findIndex(lesson => lesson.id === id)
    return place < 0 ? lessons.length : place
  }
  const lines = (await linesOf(db, schoolId, yearEnds))
    .map(line => ({ ...line, lesson: lessons.find(({ id }) => id === line.lessonId)?.title ?? line.lessonId }))
    .sort((a, b) => placeOf(a.lessonId) - placeOf(b.lessonId) || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  const changed = ([['before', 'after', 'check'], ['first', 'later', 'look-back']] as const).flatMap(([before, after, kind]) =>
    lines.filter(({ key }) => key.startsWith(`${before} `)).flatMap((line): Changed[] => {
      const later = lines.find(({ key, lessonId }) => lessonId === line.lessonId && key === line.key.replace(before, after))
      return later
        ? [{
            kind, lesson: line.lesson, text: line.text, before: readingOf(line.sum), after: readingOf(later.sum),
            verdict: verdictOf(line.sum, later.sum),
          }]
        : []
    }))
  return {
    changed: changed.toSorted((a, b) => rankOf(a) - rankOf(b)),
    misunderstood: lines
      .filter(({ key, sum }) => key.startsWith('quiz ') && wordNames.indexOf(likeliest(sum)) >= WORTH)
      .map(({ lesson, text, sum }) => ({ lesson, text, share: readingOf(sum) }))
      .toSorted(asShown),
  }
}

const rankOf = ({ verdict }: Changed) => sureness.findIndex(how => verdict.startsWith(how))

/** @returns the last days of the school years of which something is kept, the newest first */
export async function summedYears(db: Db, schoolId: string): Promise<string[]> {
  const rows = await db.selectFrom('evidence_sum').select('year_ends').distinct().where('school_id', '=', schoolId).execute()
  return rows.map(({ year_ends: ends }: Pick<Row<'evidence_sum'>, 'year_ends'>) => ends).sort().reverse()
}
