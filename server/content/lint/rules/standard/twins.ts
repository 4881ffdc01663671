/** The twins of the checks are parallel in length and form, so that what has changed is the pupil and not the question. */
import type { CheckConfig, CheckItem } from '#activities/check/schema'
import { isEnglish } from '#shared/text/language-of'
import { wordsOf } from '../../sentences.ts'
import type { Finding, Rule } from '../../rule.ts'

/** Words by which the two may differ. */
const WITHIN = { vignette: 4, question: 3, options: 4 } as const

const words = (text = '') => wordsOf(text).length
const lengthOf = ({ options }: CheckItem) => options.reduce((sum, { text }) => sum + words(text), 0)
const opening = ({ question }: CheckItem) => wordsOf(question)[0]?.toLowerCase() ?? ''
const misconceptions = ({ options }: CheckItem) => options.flatMap(({ misconception }) => misconception ?? []).sort().join(', ')

/** @returns 1 for the shortest; options of one length share a place */
function rankOfRight({ options }: CheckItem): number {
  const right = words(options.find(({ correct }) => correct)?.text)
  return new Set(options.map(({ text }) => words(text)).filter(length => length < right)).size + 1
}

function differences(before: CheckItem, after: CheckItem): string[] {
  const apart = (name: keyof typeof WITHIN, a: number, b: number) =>
    Math.abs(a - b) > WITHIN[name] ? [`the ${name} has ${a} words before and ${b} after, at most ${WITHIN[name]} apart`] : []
  const isKnowledge = before.kind === 'knowledge'
  return [
    ...apart('vignette', words(before.vignette), words(after.vignette)),
    ...apart('question', words(before.question), words(after.question)),
    ...apart('options', lengthOf(before), lengthOf(after)),
    ...before.options.length === after.options.length ? [] : ['one has more options than the other'],
    ...opening(before) === opening(after) ? [] : [`one question begins with "${opening(before)}", the other with "${opening(after)}"`],
    ...isKnowledge && misconceptions(before) !== misconceptions(after) ? ['their distractors stand for other misconceptions'] : [],
    ...isKnowledge && rankOfRight(before) !== rankOfRight(after) ? ['the right option is shorter or longer than its neighbours in one of them only'] : [],
  ]
}

export const checkTwins: Rule = {
  name: 'check-twins',
  check: ({ locale, screens }) => {
    if (!isEnglish(locale)) return []
    const formOf = (form: CheckConfig['form']) => screens.find(screen => screen.type === 'check' && screen.form === form)
    const before = formOf('before')
    const place = screens.findIndex(screen => screen.type === 'check' && screen.form === 'after')
    const after = screens[place]
    if (before?.type !== 'check' || after?.type !== 'check') return []
    return after.items.flatMap((item, index): Finding[] => {
      const twin = before.items.find(({ id }) => id === item.id)
      const different = twin ? differences(twin, item) : []
      return different.length > 0
        ? [{ path: ['screens', place, 'items', index], message: `"${item.id}" is not parallel to its twin: ${different.join('; ')}` }]
        : []
    })
  },
}
