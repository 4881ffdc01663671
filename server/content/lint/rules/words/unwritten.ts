/** The marks that `npm run new:lesson` leaves at each text which is still to be written. */
import type { Finding, Rule } from '../../rule.ts'
import { readableTexts, type ReadableText } from '../../readable-text.ts'

const MARK = '✎'

export function unwrittenIn(texts: readonly ReadableText[]): Finding[] {
  return texts
    .filter(({ source }) => source.includes(MARK))
    .map(({ path, source }) => ({ path, message: `still to be written: "${source}"` }))
}

export const unwritten: Rule = { name: 'unwritten', check: lesson => unwrittenIn(readableTexts(lesson)) }
