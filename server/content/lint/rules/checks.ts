/** A check before the lesson and a parallel one after it: the same items in another scene, so that what has changed can be told. */
import type { Lesson } from '#activities/lesson'
import type { CheckConfig } from '#activities/check/schema'
import type { Finding, Rule } from '../rule.ts'

interface Placed { readonly check: CheckConfig, readonly index: number }

function checksOf(lesson: Lesson, form: CheckConfig['form']): Placed[] {
  return lesson.screens.flatMap((screen, index) => screen.type === 'check' && screen.form === form ? [{ check: screen, index }] : [])
}

/** Reading comes before the check at most; the quiz may come after it. */
const teachesNothing: readonly string[] = ['opening', 'content', 'check', 'quiz', 'ending']

function placement(lesson: Lesson, before: Placed, after: Placed): Finding[] {
  const taught = lesson.screens.flatMap(({ type }, index) => teachesNothing.includes(type) ? [] : [index])
  return [
    ...(taught.some(index => index < before.index)
      ? [{ path: ['screens', before.index], message: 'the check before stands before the first screen that practises something' }]
      : []),
    ...(taught.some(index => index > after.index)
      ? [{ path: ['screens', after.index], message: 'the check after stands behind the last screen that practises something' }]
      : []),
  ]
}

const words = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
const asked = ({ vignette = '', question }: { vignette?: string | undefined, question: string }) => words(`${vignette} ${question}`)

function parallel(lesson: Lesson, before: Placed, after: Placed): Finding[] {
  const shape = ({ check }: Placed) => check.items.map(({ id, kind, objective }) => `${id} ${kind} ${objective}`).join(', ')
  const path = ['screens', after.index, 'items']
  if (shape(before) !== shape(after))
    return [{ path, message: `both checks ask the same items in the same order: ${shape(before)} before, ${shape(after)} after` }]
  const elsewhere = new Set(
    lesson.screens.flatMap(screen =>
      screen.type === 'quiz' ? screen.pool.map(asked) : screen.type === 'check' && screen.form === 'before' ? screen.items.map(asked) : [],
    ),
  )
  return after.check.items.flatMap((item, index) =>
    elsewhere.has(asked(item)) ? [{ path: [...path, index], message: 'is asked in the same words elsewhere in this lesson' }] : [],
  )
}

function distractors(lesson: Lesson, { check, index }: Placed): Finding[] {
  const known = new Set<string>(lesson.misconceptions.map(({ id }) => id))
  return check.items.flatMap((item, place) => {
    const path = ['screens', index, 'items', place]
    if (item.kind === 'likely') return []
    return [
      ...(item.options.length < 3 ? [{ path, message: `an item has three or four options, this one has ${item.options.length}` }] : []),
      ...item.options.flatMap((option, at) => {
        const here = [...path, 'options', at]
        if (option.correct) return []
        if (option.misconception === undefined) return [{ path: here, message: `"${option.text}" names no misconception` }]
        return known.has(option.misconception) ? [] : [{ path: here, message: `there is no misconception "${option.misconception}"` }]
      }),
    ]
  })
}

export const checks: Rule = {
  name: 'checks',
  check: (lesson) => {
    const [before, ...moreBefore] = checksOf(lesson, 'before')
    const [after, ...moreAfter] = checksOf(lesson, 'after')
    if (!before && !after) return []
    if (!before || !after || moreBefore.length > 0 || moreAfter.length > 0)
      return [{ path: ['screens'], message: 'a lesson has one check before and one after, or none' }]
    return [
      ...placement(lesson, before, after),
      ...parallel(lesson, before, after),
      ...distractors(lesson, before),
      ...distractors(lesson, after),
    ]
  },
}
