/** What a class has understood and what it has not, from counts alone (curriculum.md §D). Pure: tallies in, statements out. */
import type { Lesson } from '#activities/lesson'
import type { Tally } from '../database/tallies.ts'

interface OptionCount {
  readonly text: string
  readonly isCorrect: boolean
  /** The belief behind it, in the words of the lesson. */
  readonly misconception: string | null
  readonly count: number
}

interface ItemInsight {
  readonly id: string
  readonly form: 'before' | 'after' | 'quiz'
  readonly vignette: string | null
  readonly question: string
  /** Without those that left it out. */
  readonly answers: number
  readonly leftOut: number
  readonly options: readonly OptionCount[]
  /** Of the knowledge items of checks: how many were very sure and right, and very sure of something else. Null elsewhere. */
  readonly sure: { readonly right: number, readonly other: number } | null
}

interface Change {
  readonly id: string
  readonly question: string
  readonly before: { readonly right: number, readonly answers: number }
  readonly after: { readonly right: number, readonly answers: number }
  /** Percentage points, rounded, with the 95 % interval. */
  readonly points: number
  readonly from: number
  readonly to: number
}

export interface Insight {
  /** Beliefs behind answers of the quiz and the check after, the most frequent first: worth another look with the class. */
  readonly misconceptions: readonly { readonly text: string, readonly count: number, readonly answers: number }[]
  readonly changes: readonly Change[]
  readonly items: readonly ItemInsight[]
}

interface Item {
  readonly id: string
  readonly vignette?: string | undefined
  readonly question: string
  readonly kind?: 'knowledge' | 'likely'
  readonly options: readonly { readonly id: string, readonly text: string, readonly correct?: true | undefined, readonly misconception?: string | undefined }[]
}

/** Fewer answers than this say too much about each who gave one (curriculum.md §D): of a class, and of every single item, which few may have been asked or have answered. */
export const LEAST_ANSWERS = 10

/** 95 % of a normal distribution lie within so many standard deviations. */
const Z = 1.96

/**
 * The change between two independent shares, with the interval of Agresti and Caffo (2000), which holds for small classes.
 * The checks are counted without pupils, so the two forms cannot be paired, and the interval is wider than a paired one would be.
 */
export function changeOf(before: { right: number, answers: number }, after: { right: number, answers: number }): { points: number, from: number, to: number } {
  const [p, q] = [before, after].map(({ right, answers }) => ({ share: (right + 1) / (answers + 2), n: answers + 2 })) as [{ share: number, n: number }, { share: number, n: number }]
  const middle = q.share - p.share
  const reach = Z * Math.sqrt(p.share * (1 - p.share) / p.n + q.share * (1 - q.share) / q.n)
  const percent = (share: number) => Math.round(Math.max(-1, Math.min(1, share)) * 100)
  return { points: percent(after.right / after.answers - before.right / before.answers), from: percent(middle - reach), to: percent(middle + reach) }
}

export function insightOf(lesson: Lesson, tallies: readonly Tally[]): Insight {
  const items = lesson.screens.flatMap((screen): ItemInsight[] =>
    screen.type === 'check' ? screen.items.map(item => itemInsight(lesson, item, screen.form, tallies)) : screen.type === 'quiz' ? screen.pool.map(item => itemInsight(lesson, item, 'quiz', tallies)) : [])
    .filter(({ answers }) => answers >= LEAST_ANSWERS)
  return { items, changes: changesIn(lesson, items), misconceptions: misconceptionsIn(items) }
}

function itemInsight(lesson: Lesson, item: Item, form: ItemInsight['form'], tallies: readonly Tally[]): ItemInsight {
  const own = tallies.filter(tally => tally.form === form && tally.item_id === item.id)
  const sum = (rows: readonly Tally[]) => rows.reduce((total, { count }) => total + count, 0)
  const options = item.options.map(option => ({
    text: option.text,
    isCorrect: option.correct === true,
    misconception: lesson.misconceptions.find(({ id }) => id === option.misconception)?.text ?? null,
    count: sum(own.filter(({ option_id: said }) => said === option.id)),
  }))
  const right = item.options.find(({ correct }) => correct)?.id
  const verySure = own.filter(({ sure }) => sure === 'very')
  return {
    id: item.id,
    form,
    vignette: item.vignette ?? null,
    question: item.question,
    answers: options.reduce((total, { count }) => total + count, 0),
    leftOut: sum(own.filter(({ option_id: said }) => !item.options.some(({ id }) => id === said))),
    options,
    sure: item.kind === 'knowledge' ? { right: sum(verySure.filter(({ option_id: said }) => said === right)), other: sum(verySure.filter(({ option_id: said }) => said !== right)) } : null,
  }
}

function changesIn(lesson: Lesson, items: readonly ItemInsight[]): Change[] {
  const shareOf = ({ options, answers }: ItemInsight) => ({ right: options.find(({ isCorrect }) => isCorrect)?.count ?? 0, answers })
  return items.filter(({ form, sure }) => form === 'before' && sure !== null).flatMap((before) => {
    const after = items.find(({ id, form }) => form === 'after' && id === before.id)
    if (!after) return []
    const [first, second] = [shareOf(before), shareOf(after)]
    const objective = lesson.screens.flatMap(screen => screen.type === 'check' ? screen.items : []).find(({ id }) => id === before.id)?.objective
    return [{ id: before.id, question: lesson.objectives.find(({ id }) => id === objective)?.text ?? before.question, before: first, after: second, ...changeOf(first, second) }]
  })
}

function misconceptionsIn(items: readonly ItemInsight[]) {
  const met = new Map<string, { count: number, answers: number }>()
  for (const { form, options, answers } of items) {
    if (form === 'before') continue
    for (const text of new Set(options.flatMap(({ misconception }) => misconception === null ? [] : [misconception]))) {
      const count = options.filter(({ misconception }) => misconception === text).reduce((sum, option) => sum + option.count, 0)
      const so = met.get(text) ?? { count: 0, answers: 0 }
      met.set(text, { count: so.count + count, answers: so.answers + answers })
    }
  }
  return [...met].map(([text, counts]) => ({ text, ...counts })).filter(({ count }) => count > 0).sort((a, b) => b.count / b.answers - a.count / a.answers)
}
