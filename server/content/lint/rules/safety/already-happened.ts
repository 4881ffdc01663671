/** A rule of the form "Never …" tells a child who has already done it that it is too late. So on the same screen stands what helps then. */
import { normalised } from '../../phrases.ts'
import { pupilTexts, type TextKind } from '../../readable-text.ts'
import type { Rule } from '../../rule.ts'
import { forbidden } from '../../words.ts'

/**
 * "Never meet …" as an order: at the start of a sentence or after a word that makes it one. "Real friends never ask …" and "never
 * your fault" are no orders.
 */
const order = new RegExp(
  `(?:^|[.!?:;,("'“–-]\\s*|\\b(?:and|or|so|but|should|must|please|to|you|we|i|i'll|then|also|can)\\s+)never\\s+(?:ever\\s+)?(?:${forbidden.join('|')})\\b`,
  'i',
)

/** What opens the way back. */
const wayBack = /\bif\b[^.!?]*\b(?:already|happened)\b|\beven if\b|\b(?:not|isn't|never) too late\b/i

/** What people in the lesson say, and what can be chosen, is no rule of ours. */
const ours: readonly TextKind[] = ['prose', 'question', 'feedback', 'title']

export const alreadyHappened: Rule = {
  name: 'already-happened',
  inEachWording: true,
  check: (lesson) => {
    const texts = pupilTexts(lesson)
    return texts
      .filter(({ kind, text }) => ours.includes(kind) && order.test(normalised(text)))
      .filter(({ screen }) => !texts.some(other => other.screen === screen && wayBack.test(normalised(other.text))))
      .map(({ path, text }) => ({ path, message: `beside "${text}" say what helps if it has already happened` }))
  },
}
