/** The marks that `npm run new:lesson` leaves at each text which is still to be written. */
import type { Rule } from '../rule.ts'
import { readableTexts } from '../readable-text.ts'

const MARK = '✎'

export const unwritten: Rule = {
  name: 'unwritten',
  check: lesson => readableTexts(lesson)
    .filter(({ source }) => source.includes(MARK))
    .map(({ path, source }) => ({ path, message: `still to be written: "${source}"` })),
}
