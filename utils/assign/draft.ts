/** What a teacher is about to assign: what it comes to for each class, before anything is sent. Pure. */
import type { AssignChoices, ClassToAssign, Decided } from '#shared/api/assignments'
import type { LessonInCatalogue } from '#shared/api/content'
import type { Band } from '#shared/lesson/bands'
import { mayOverlap, type LessonPart } from '#shared/lesson/part'
import { planOf, type BoosterWeeks, type Plan, type PlannedLesson } from '#shared/lesson/plan'
import { firstLessonDay, sameWeekOfTerm, weekdays, type Calendar, type Holiday } from '#shared/lesson/school-days'

/** A class, or a group of it. */
export interface To {
  readonly id: string
  readonly classId: string
  readonly groupId: string | null
  /** "5 Rowan", "5 Rowan: Wednesdays". */
  readonly name: string
  readonly pupils: number
}

export interface Draft {
  /** In the order in which they were chosen, which is the order in which pupils meet them. */
  lessonIds: string[]
  /** Ids of classes and groups. */
  to: string[]
  /** Chosen by hand, then for everybody the same; empty where nobody has: each class begins on its own next lesson day. */
  opensOn: string
  /** Chosen by hand, for everybody the same; null for no date. */
  dueOn: string | null
  weekly: boolean
  /** Weeks after which it is looked back at, null for not at all; `usual` as the classes have it, while nobody has said. */
  boosterWeeks: BoosterWeeks | null | 'usual'
  /** How much of each lesson. */
  part: 'whole' | 'first' | 'second' | 'quiz' | `practice ${string}`
  /** Of one lesson's quiz: ids of questions that do not come, and that always do. */
  leftOut: string[]
  putIn: string[]
  /** Questions come in the same order for everybody; `usual` as above. */
  sameOrder: boolean | 'usual'
  /** Begun a second time on purpose; whatever else somebody has, they go on with. */
  again: Decided[]
  /** A plan of last year, each day by itself. */
  days: PlannedLesson[] | null
}

export const emptyDraft = (): Draft =>
  ({
    lessonIds: [], to: [], opensOn: '', dueOn: null, weekly: true, boosterWeeks: 'usual', part: 'whole', leftOut: [], putIn: [],
    sameOrder: 'usual', again: [], days: null,
  })

/** @returns everything that can be chosen, a class before its groups */
export const targetsOf = ({ classes }: Pick<AssignChoices, 'classes'>): To[] =>
  classes.flatMap(one => [
    { id: one.id, classId: one.id, groupId: null, name: one.name, pupils: one.pupils },
    ...one.groups.map(group => ({ ...group, classId: one.id, groupId: group.id, name: `${one.name}: ${group.name}` })),
  ])

/**
 * @param words as they were typed
 * @param contains how the list compares: without regard to case and accents
 * @returns the one they mean: who is called just so, or the only one that has them, where a class stands for its groups; else who it may be
 */
export function matchOf(words: string, targets: readonly To[], contains: (text: string, words: string) => boolean) {
  const found = targets.filter(({ name }) => contains(name, words))
  const called = found.filter(({ name }) => name.length === words.length)
  const whole = found.filter(one => one.groupId === null || !found.some(other => other.groupId === null && other.classId === one.classId))
  const meant = called.length > 0 ? called : whole
  return { one: meant.length === 1 ? meant[0] : undefined, several: meant }
}

/** Ages that a school year has, for bands that overlap: Year 4 is 8 and 9. */
const FIRST_AGE = 4
const ages = (band: Band) => band.split('-').map(Number) as [number, number]

/** @returns whether lessons of a band are for pupils of a school year; where no year is known, all are */
export const fits = (band: Band, years: readonly number[]): boolean =>
  years.length === 0 || years.some(year => ages(band)[0] <= year + FIRST_AGE && year + FIRST_AGE < ages(band)[1])

export interface Had {
  readonly to: To
  readonly lessonId: string
  readonly since: string
  readonly isClosed: boolean
}

/**
 * @param part where it is said, only what may have a screen in common with it: the second sitting is none of the first
 * @returns what those who are chosen have, or had, of a lesson; a class reaches its groups, and each group its class's
 */
export function hadBy(lessonId: string, to: readonly To[], classes: readonly ClassToAssign[], part?: LessonPart): Had[] {
  return to.flatMap((one) => {
    const given = classes.find(({ id }) => id === one.classId)?.given ?? []
    const found = given.findLast(there =>
      there.lessonId === lessonId && there.kind === 'lesson' && (part === undefined || mayOverlap(there.part, part))
      && (one.groupId === null || there.groupId === null || there.groupId === one.groupId))
    return found ? [{ to: one, lessonId, since: found.opensOn, isClosed: found.isClosed }] : []
  })
}

type Days = Pick<AssignChoices, 'classes' | 'holidays' | 'today'>

/** @returns when those can have lessons: on the lesson days of any of them */
export const calendarFor = (to: readonly To[], { classes, holidays }: Pick<Days, 'classes' | 'holidays'>): Calendar => {
  const own = classes.filter(({ id }) => to.some(({ classId }) => classId === id))
  return { holidays, lessonDays: weekdays.filter(day => own.some(({ lessonDays }) => lessonDays.includes(day))) }
}

/** @returns the day on which one of those begins: the one that was chosen by hand, or its class's next lesson day */
export const opensOn = ({ opensOn: chosen }: Draft, one: To | undefined, choices: Days) =>
  chosen || firstLessonDay(choices.today, calendarFor(one ? [one] : [], choices))

/** Where classes differ, or nobody has said. */
const usual = { sameOrder: false, boosterWeeks: 7 as BoosterWeeks | null }

export type DraftOptions = typeof usual

/** @returns what was said in the draft, or else what all of its classes have alike */
export function optionsOf(draft: Draft, choices: Pick<AssignChoices, 'classes'>): DraftOptions {
  const to = targetsOf(choices).filter(({ id }) => draft.to.includes(id))
  const own = choices.classes.filter(({ id }) => to.some(({ classId }) => classId === id))
  function alike<K extends keyof DraftOptions>(key: K): DraftOptions[K] {
    const [first, ...others] = new Set(own.map((one): DraftOptions[K] => one[key]))
    return first === undefined || others.length > 0 ? usual[key] : first
  }
  return {
    sameOrder: draft.sameOrder === 'usual' ? alike('sameOrder') : draft.sameOrder,
    boosterWeeks: draft.boosterWeeks === 'usual' ? alike('boosterWeeks') : draft.boosterWeeks,
  }
}

const asWanted = (draft: Draft, { boosterWeeks }: DraftOptions, today: string) => ({
  lessonIds: draft.lessonIds,
  opensOn: draft.opensOn || today,
  onLessonDays: draft.days !== null || draft.opensOn === '',
  weekly: draft.weekly,
  dueAfter: null,
  firstDueOn: draft.dueOn,
  boosterWeeks,
  ...(draft.days && { days: draft.days }),
})

/** @returns what pupils of one of those will see: without what they go on with; and the holidays that their plan passes over */
export function planFor(draft: Draft, one: To | undefined, choices: Days): Plan {
  const had = one ? draft.lessonIds.filter(id => hadBy(id, [one], choices.classes, muchOf(draft).part).length > 0) : []
  const goesOn = had.filter(lessonId => !draft.again.some(again => again.lessonId === lessonId && again.to === one?.id))
  const { lessons, skipped } = planOf(asWanted(draft, optionsOf(draft, choices), choices.today), calendarFor(one ? [one] : [], choices))
  return { lessons: lessons.filter(({ lessonId }) => !goesOn.includes(lessonId)), skipped }
}

/** Who begins on a day. */
export interface Beginning {
  readonly opensOn: string
  readonly dueOn: string | null
  readonly to: readonly To[]
}

/** @returns who of those begins when, whoever is first among them first; more than one where classes have their own days */
export function beginningsOf(draft: Draft, to: readonly To[], choices: Days): Beginning[] {
  const first = to.flatMap((one) => {
    const [lesson] = planFor(draft, one, choices).lessons.toSorted((a, b) => a.opensOn.localeCompare(b.opensOn))
    return lesson ? [{ one, lesson }] : []
  })
  return [...Map.groupBy(first, ({ lesson }) => `${lesson.opensOn} ${lesson.dueOn ?? ''}`).values()].flatMap((same) => {
    const [begins] = same
    return begins ? [{ opensOn: begins.lesson.opensOn, dueOn: begins.lesson.dueOn, to: same.map(({ one }) => one) }] : []
  })
}

/** A holiday that plans pass over. */
export interface Skipped {
  readonly holiday: Holiday
  /** Whose plans, where it is not everybody's. */
  readonly to: readonly To[]
}

/** @returns the holidays that the plans of those pass over, the soonest first */
export function skippedBy(draft: Draft, to: readonly To[], choices: Days): Skipped[] {
  const all = to.flatMap(one => planFor(draft, one, choices).skipped.map(holiday => ({ holiday, one })))
  return [...Map.groupBy(all, ({ holiday }) => holiday)]
    .map(([holiday, those]) => ({ holiday, to: those.length === to.length ? [] : those.map(({ one }) => one) }))
    .toSorted((a, b) => a.holiday.from.localeCompare(b.holiday.from))
}

const parts = {
  whole: { kind: 'whole' },
  first: { kind: 'sitting', sitting: 1 },
  second: { kind: 'sitting', sitting: 2 },
  quiz: { kind: 'quiz' },
} as const

/** @returns how much of each lesson; a practice, and questions of a quiz, are of one lesson */
export function muchOf({ part, lessonIds, leftOut, putIn }: Draft) {
  const isOne = lessonIds.length === 1
  if (part.startsWith('practice '))
    return { part: isOne ? { kind: 'practice' as const, screen: part.slice('practice '.length) } : parts.whole, leftOut: [], putIn: [] }
  return { part: parts[part as keyof typeof parts], ...isOne ? { leftOut, putIn } : { leftOut: [], putIn: [] } }
}

/** @returns what `POST /api/assignments` is sent */
export function bodyOf(draft: Draft, to: readonly To[], choices: Days) {
  const had = draft.lessonIds.flatMap(id => hadBy(id, to, choices.classes, muchOf(draft).part))
    .map(one => ({ to: one.to.id, lessonId: one.lessonId }))
  const isAgain = (one: Decided) => draft.again.some(again => again.to === one.to && again.lessonId === one.lessonId)
  const options = optionsOf(draft, choices)
  return {
    classIds: to.filter(({ groupId }) => groupId === null).map(({ id }) => id),
    groupIds: to.flatMap(({ groupId }) => groupId ?? []),
    ...asWanted(draft, options, choices.today),
    ...muchOf(draft),
    sameOrder: options.sameOrder,
    again: had.filter(isAgain),
    goOn: had.filter(one => !isAgain(one)),
  }
}

/** @returns last year's plan on the days of this year, by week of term; boosters too */
export function planOfLastYear(
  { given }: AssignChoices['lastYear'][number],
  { yearsBegin: [before, now], holidays }: Pick<AssignChoices, 'yearsBegin'> & { readonly holidays: readonly Holiday[] },
  lessons: readonly Pick<LessonInCatalogue, 'id'>[],
): PlannedLesson[] {
  const moved = (day: string) => sameWeekOfTerm(day, { begins: before, holidays }, { begins: now, holidays })
  return given
    .filter(({ lessonId }) => lessons.some(({ id }) => id === lessonId))
    .map(({ lessonId, kind, opensOn: opens, dueOn }) =>
      ({ lessonId, kind, opensOn: moved(opens), dueOn: dueOn === null ? null : moved(dueOn) }))
    .toSorted((a, b) => a.opensOn.localeCompare(b.opensOn))
}
