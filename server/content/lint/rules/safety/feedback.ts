/** Every answer has feedback that says something, and options of one question do not share theirs. */
import { readableTexts } from '../../readable-text.ts'
import type { Finding, Path, Rule } from '../../rule.ts'
import { wordsOf } from '../../sentences.ts'

/** Fewer words than this cannot say why and what next. */
const LEAST_WORDS = 5

const saysSomething: Rule['check'] = lesson => readableTexts(lesson)
  .filter(({ path, text }) => path.includes('feedback') && wordsOf(text).length < LEAST_WORDS)
  .map(({ path, text }) => ({ path, message: `"${text}" is too short to say why, and what next` }))

/** Options are the members of `options` and `choices`, wherever they stand; the other lists may well repeat a reason. */
function sharedFeedback(node: unknown, path: Path): Finding[] {
  if (typeof node !== 'object' || node === null) return []
  const below = Object.entries(node).flatMap(([name, member]) =>
    sharedFeedback(member, [...path, Array.isArray(node) ? Number(name) : name]),
  )
  const name = path[path.length - 1]
  if (!Array.isArray(node) || (name !== 'options' && name !== 'choices')) return below
  const feedbacks = node.map((option: unknown) => feedbackOf(option))
  const repeated = feedbacks.flatMap((feedback, index) => feedback !== '' && feedbacks.indexOf(feedback) < index
    ? [{ path: [...path, index, 'feedback'], message: 'this is the feedback of another option too: each needs its own' }]
    : [])
  return [...repeated, ...below]
}

function feedbackOf(option: unknown): string {
  return typeof option === 'object' && option !== null && 'feedback' in option && typeof option.feedback === 'string'
    ? option.feedback.trim().toLowerCase()
    : ''
}

export const feedback: Rule = {
  name: 'feedback',
  check: (lesson, around) => [...saysSomething(lesson, around), ...sharedFeedback(lesson.screens, ['screens'])],
}
