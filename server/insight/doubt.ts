/**
 * The question before anything is shown: does it leave doubt about everybody? Looked for are answers that fit all that is known
 * (pictures in words, who met which question, how many of each pupil's were right), until every pupil has two at every question.
 * It starts from what is known and never from what was answered, so the outcome tells nothing that the pictures do not.
 */
import { seededRandom } from '#shared/attempt/random'
import { membersOf, rangeOf, type Counted, type Picture, type Rules, type Sheet } from './statements.ts'

/**
 * Steps of the search by cell, and at most, for a first set of answers that fits and for each further one. What is not found in
 * time is not shown.
 */
const STEPS_A_CELL = 60
const MOST_STEPS = 10_000
/** How often a step that makes it worse is taken all the same, so that the search does not get stuck. */
const NOISE = 0.04

/** What a word says: of these pupils, so many have one of these values. */
interface Limit {
  readonly picks: ReadonlyMap<number, ReadonlySet<number>>
  readonly members: readonly number[]
  readonly low: number
  readonly high: number
}

/** A cell is one pupil at one question; may it have this value? */
type May = (pupil: number, question: number, value: number) => boolean

/** Answers of everybody, and how far they are from what is known. */
class Guess {
  readonly values: number[][]
  violation = 0
  private readonly counts: number[]
  /** By limit and pupil: at how many questions they have one of its values. */
  private readonly hits: number[][]
  private readonly limitsAt: number[][][]
  private readonly sheet: Sheet
  private readonly known: Counted['known']
  private readonly limits: readonly Limit[]
  private readonly random: () => number

  constructor(sheet: Sheet, known: Counted['known'], limits: readonly Limit[], random: () => number) {
    this.sheet = sheet
    this.known = known
    this.limits = limits
    this.random = random
    this.counts = limits.map(() => 0)
    this.hits = limits.map(() => known.map(() => 0))
    this.limitsAt = known.map(() => sheet.questions.map(() => []))
    for (const [index, { members, picks }] of limits.entries()) {
      for (const pupil of members) {
        for (const question of picks.keys()) this.limitsAt[pupil]?.[question]?.push(index)
      }
    }
    // Everybody left everything out, but for as many right answers as they are known to have.
    this.values = known.map(({ met, right }, pupil) => {
      const row = sheet.questions.map(() => -1)
      for (const [place, question] of met.entries()) row[question] = this.find(question, (place + pupil) % met.length < (right ?? 0))
      return row
    })
    this.violation = limits.reduce((sum, { low }) => sum + low, 0)
    for (const [pupil, { met }] of known.entries()) {
      for (const question of met) {
        const value = this.valueOf(pupil, question)
        for (const index of this.limitsAt[pupil]?.[question] ?? [])
          if (this.limits[index]?.picks.get(question)?.has(value)) this.hit(index, pupil, 1)
      }
    }
  }

  valueOf(pupil: number, question: number): number {
    return this.values[pupil]?.[question] ?? -1
  }

  isTrueOf(limit: number, pupil: number): boolean {
    return (this.hits[limit]?.[pupil] ?? 0) > 0
  }

  private find(question: number, right: boolean): number {
    const values = this.sheet.questions[question]?.values ?? []
    return right ? values.findIndex(value => value.right) : values.findLastIndex(value => !value.right)
  }

  private isRight(question: number, value: number): boolean {
    return this.sheet.questions[question]?.values[value]?.right === true
  }

  private distance(index: number): number {
    const { low = 0, high = 0 } = this.limits[index] ?? {}
    const count = this.counts[index] ?? 0
    return Math.max(0, low - count, count - high)
  }

  private hit(index: number, pupil: number, by: 1 | -1) {
    const row = this.hits[index]
    if (!row) return
    const before = row[pupil] ?? 0
    row[pupil] = before + by
    if ((before > 0) === (before + by > 0)) return
    this.violation -= this.distance(index)
    this.counts[index] = (this.counts[index] ?? 0) + by
    this.violation += this.distance(index)
  }

  private set(pupil: number, question: number, value: number) {
    const before = this.valueOf(pupil, question)
    const row = this.values[pupil]
    if (before === value || !row) return
    row[question] = value
    for (const index of this.limitsAt[pupil]?.[question] ?? []) {
      const picks = this.limits[index]?.picks.get(question)
      const [was, is] = [picks?.has(before) === true, picks?.has(value) === true]
      if (was !== is) this.hit(index, pupil, is ? 1 : -1)
    }
  }

  private any<T>(list: readonly T[]): T | undefined {
    return list[Math.floor(this.random() * list.length)]
  }

  /**
   * Gives a cell a value, and another cell of the same pupil one that keeps the number of right ones.
   * @returns how to take it back, or null where it cannot be
   */
  private change(pupil: number, question: number, value: number, may: May): (() => void) | null {
    const before = this.valueOf(pupil, question)
    const undo = () => this.set(pupil, question, before)
    const isRight = this.isRight(question, value)
    this.set(pupil, question, value)
    if (this.known[pupil]?.right === null || this.isRight(question, before) === isRight) return undo
    const others = (this.known[pupil]?.met ?? []).filter(
      other => other !== question && this.isRight(other, this.valueOf(pupil, other)) === isRight,
    )
    const choices = others.flatMap(other =>
      (this.sheet.questions[other]?.values ?? []).flatMap(({ right }, index) =>
        right !== isRight && may(pupil, other, index) ? [[other, index] as const] : [],
      ),
    )
    let best: { readonly at: readonly [number, number], readonly violation: number } | undefined
    for (let tries = 0; tries < 4; tries++) {
      const at = this.any(choices)
      if (!at) break
      const kept = this.valueOf(pupil, at[0])
      this.set(pupil, at[0], at[1])
      if (!best || this.violation < best.violation) best = { at, violation: this.violation }
      this.set(pupil, at[0], kept)
    }
    if (!best) {
      undo()
      return null
    }
    const [other, index] = best.at
    const kept = this.valueOf(pupil, other)
    this.set(pupil, other, index)
    return () => {
      this.set(pupil, other, kept)
      undo()
    }
  }

  /** Gives every cell that may not have its value another one. @returns whether that can be */
  obey(may: May, pupil: number, questions: readonly number[]): boolean {
    return questions.every((question) => {
      if (may(pupil, question, this.valueOf(pupil, question))) return true
      const allowed = (this.sheet.questions[question]?.values ?? []).flatMap((_, index) => may(pupil, question, index) ? [index] : [])
      const start = Math.floor(this.random() * allowed.length)
      return allowed.some((_, offset) => this.change(pupil, question, allowed[(start + offset) % allowed.length] ?? -1, may) !== null)
    })
  }

  /** @returns whether answers were found that fit */
  search(may: May, steps: number): boolean {
    for (let step = 0; step < steps && this.violation > 0; step++) {
      const before = this.violation
      const undo = this.oneStep(may)
      if (undo && this.violation > before && this.random() >= NOISE) undo()
    }
    return this.violation === 0
  }

  private oneStep(may: May): (() => void) | null {
    const wrong = this.any(this.limits.flatMap((_, index) => this.distance(index) > 0 ? [index] : []))
    const limit = wrong === undefined ? undefined : this.limits[wrong]
    if (wrong === undefined || !limit) return null
    const isMore = (this.counts[wrong] ?? 0) < limit.low
    const pupil = this.any(limit.members.filter(member => this.isTrueOf(wrong, member) !== isMore))
    if (pupil === undefined) return null
    const cells = (this.known[pupil]?.met ?? []).filter(
      question => limit.picks.has(question) && (isMore || limit.picks.get(question)?.has(this.valueOf(pupil, question))),
    )
    const question = this.any(cells)
    if (question === undefined) return null
    const picks = limit.picks.get(question)
    const values = (this.sheet.questions[question]?.values ?? []).flatMap((_, index) =>
      picks?.has(index) === isMore && may(pupil, question, index) ? [index] : [],
    )
    const value = this.any(values)
    return value === undefined ? null : this.change(pupil, question, value, may)
  }
}

/**
 * @param pictures all that were shown, and the one that may be
 * @returns whether everybody has at least two answers that fit at every question that came to them, but for those whose own full
 * number of right ones
 *   says that all were right; and whether nobody is certain to hold a belief, or to have been very sure
 */
export function leavesDoubt(
  sheet: Sheet,
  counted: Pick<Counted, 'known' | 'isWhole'>,
  pictures: readonly Picture[],
  rules: Rules,
): boolean {
  const known = counted.known.slice(0, Math.max(0, ...pictures.map(({ over }) => over)))
  const words = new Map(
    pictures.flatMap(({ over, said }) =>
      sheet.statements.flatMap((statement) => {
        const one = said[statement.key]
        return one ? [[`${statement.key} ${one.of}`, { statement, over, ...one }] as const] : []
      }),
    ),
  )
  const limits = [...words.values()].map(({ statement, over, of, word }): Limit & { isHeld: boolean } => {
    const [low, high] = rangeOf(word, of, rules)
    return { picks: statement.picks, isHeld: statement.isHeld, members: membersOf(statement, counted, over, rules), low, high }
  })
  const random = seededRandom(limits.length)
  const guess = new Guess(sheet, known, limits, random)
  const anything: May = () => true
  const steps = Math.min(MOST_STEPS, STEPS_A_CELL * known.reduce((sum, { met }) => sum + met.length, 0))
  if (!guess.search(anything, steps)) return false

  const answerAt = (pupil: number, question: number) => sheet.questions[question]?.values[guess.valueOf(pupil, question)]?.answer ?? ''
  const open = known.flatMap(({ met, right }, pupil) => (right === met.length ? [] : [pupil]))
  const first = new Map(
    open.flatMap(pupil =>
      (known[pupil]?.met ?? []).map(question => [`${pupil} ${question}`, { pupil, question, answer: answerAt(pupil, question) }] as const),
    ),
  )
  const holders = new Map(
    limits.flatMap((limit, index) =>
      limit.isHeld
        ? limit.members
            .filter(pupil => open.includes(pupil))
            .map(pupil => [`${index} ${pupil}`, { index, pupil, picks: limit.picks }] as const)
        : [],
    ),
  )
  const see = () => {
    for (const [key, { pupil, question, answer }] of first) if (answerAt(pupil, question) !== answer) first.delete(key)
    for (const [key, { index, pupil }] of holders) if (!guess.isTrueOf(index, pupil)) holders.delete(key)
  }
  see()
  const reach = (may: May, pupil: number, questions: readonly number[]) => guess.obey(may, pupil, questions) && guess.search(may, steps)
  for (const [key, { pupil, question, answer }] of first) {
    if (!first.has(key)) continue
    const other: May = (who, where, value) =>
      who !== pupil || where !== question || sheet.questions[question]?.values[value]?.answer !== answer
    if (!reach(other, pupil, [question])) return false
    see()
  }
  for (const [key, { pupil, picks }] of holders) {
    if (!holders.has(key)) continue
    const without: May = (who, where, value) => who !== pupil || picks.get(where)?.has(value) !== true
    if (!reach(without, pupil, known[pupil]?.met ?? [])) return false
    see()
  }
  return true
}
